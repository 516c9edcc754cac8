package import PlanModel

extension TemplateGuide {
    /// The template of each kind of page, with its own values.
    package static let pages: [Template] = [
        Template(
            "start", sv: "Startsidan", en: "The start page",
            [
                searchAction,
                answers,
                Value("organisations", sv: "organisationerna (HTML)", en: "the organisations (HTML)"), plans, meetings,
                recent,
                milestones,
            ]),
        Template(
            "organisation", sv: "En organisation", en: "An organisation",
            [
                answers, Value("units", sv: "organ och enheter (HTML)", en: "bodies and units (HTML)"), plans, meetings,
                recent,
                pagesValue, lines, milestones,
            ]),
        Template(
            "unit", sv: "Ett organ eller en enhet", en: "A body or unit",
            [
                Value(
                    "answersFor", sv: "det som enheten ansvarar för (HTML)",
                    en: "what the unit is responsible for (HTML)"),
                Value("units", sv: "enheter inom den (HTML)", en: "units within it (HTML)"), plans, meetings,
                pagesValue,
                Value("money", sv: "pengar som nämner enheten (HTML)", en: "money that names the unit (HTML)"),
            ]),
        Template(
            "plan", sv: "En plan", en: "A plan",
            [
                Value("toc", sv: "innehållsförteckning (HTML)", en: "table of contents (HTML)"),
                Value(
                    "document", sv: "hela dokumentet i läsordning (HTML)",
                    en: "the whole document in reading order (HTML)"),
                Value("keyFigures", sv: "planen i siffror (HTML)", en: "the plan in figures (HTML)"),
                Value(
                    "threeMinutes", sv: "planen på tre minuter (HTML)", en: "the plan in three minutes (HTML)"),
                Value("sumsLine", sv: "hur många summor som stämmer (HTML)", en: "how many sums hold (HTML)"), thread,
                Value(
                    "matrix", sv: "vem som arbetar för vilket mål (HTML)", en: "who works for which goal (HTML)"),
                Value(
                    "relatedPlans", sv: "planer den bygger på eller ersätter (HTML)",
                    en: "plans it builds on or replaces (HTML)"),
                Value(
                    "otherEntities", sv: "det som inte står i dokumentet (HTML)",
                    en: "what doesn't stand in the document (HTML)"),
                milestones,
                Value("files", sv: "planen som PDF, om den är gjord (HTML)", en: "the plan as PDF, if made (HTML)"),
            ]),
        Template(
            "entity", sv: "Ett mål, ett uppdrag, en aktivitet, en indikator och liknande",
            en: "A goal, an assignment, an activity, an indicator and the like",
            [
                thread, Value("values", sv: "indikatorers värden (HTML)", en: "values of indicators (HTML)"),
                Value("money", sv: "pengar som hör till (HTML)", en: "money tied to it (HTML)"),
                Value("related", sv: "möten och uppföljningar (HTML)", en: "meetings and reports (HTML)"),
            ]),
        Template(
            "meeting", sv: "Ett möte", en: "A meeting",
            [
                Value("agenda", sv: "dagordning och handlingar (HTML)", en: "agenda and documents (HTML)"),
                Value(
                    "chain", sv: "mötena i samma ärende, i ordning (HTML)",
                    en: "the meetings on the same matter, in order (HTML)"),
                Value(
                    "packFiles", sv: "väg till alla handlingar på en sida och som PDF (HTML)",
                    en: "path to all documents on one page and as PDF (HTML)"),
                Value(
                    "hasNeighbours", sv: "finns när ett möte före eller efter finns",
                    en: "present where there is a meeting before or after"),
                Value("previous", of: ["href", "title"], sv: "mötet före", en: "the meeting before"),
                Value("next", of: ["href", "title"], sv: "mötet efter", en: "the meeting after"),
            ]),
        Template(
            "pack", sv: "Alla handlingar till ett möte på en sida", en: "All documents of a meeting on one page",
            [
                Value("back", sv: "väg till mötets sida", en: "path to the meeting's page"),
                Value("contents", sv: "innehållsförteckning (HTML)", en: "table of contents (HTML)"),
                Value("agenda", sv: "dagordning och handlingar (HTML)", en: "agenda and documents (HTML)"),
                Value("documents", sv: "handlingarna i sin helhet (HTML)", en: "the documents in full (HTML)"),
            ]),
        Template(
            "commitments", sv: "Datum i planerna", en: "Dates in the plans",
            [
                Value("upcoming", sv: "det som ska vara gjort (HTML)", en: "what is to be done (HTML)"),
                Value("past", sv: "det vars datum har passerat (HTML)", en: "what has passed its date (HTML)"),
                Value(
                    "undated", sv: "allt, när sidan inte vet vilken dag det är (HTML)",
                    en: "all of it, where the site doesn't know what day it is (HTML)"),
                Value(
                    "organisations", sv: "väg till varje organisations datum (HTML)",
                    en: "paths to the dates of each organisation (HTML)"),
            ]),
        Template(
            "meetings", sv: "Alla möten", en: "All meetings",
            [
                Value("upcoming", sv: "kommande möten (HTML)", en: "meetings to come (HTML)"),
                Value("past", sv: "tidigare möten (HTML)", en: "earlier meetings (HTML)"),
                Value(
                    "undated", sv: "möten när sidan inte vet vilken dag det är (HTML)",
                    en: "meetings where the site doesn't know what day it is (HTML)"),
            ]),
        Template(
            "glossary", sv: "Ordlistan", en: "The glossary",
            [
                Value("list", sv: "orden med förklaringar (HTML)", en: "the words with explanations (HTML)")
            ]),
        Template(
            "search", sv: "Söksidan och registret", en: "The search page and the register",
            [
                Value("form", sv: "finns på söksidan, inte på registrets sidor", en: "present on the search page only"),
                Value("root", sv: "väg till webbplatsens rot", en: "path to the site's root"),
                Value(
                    "sites", sv: "vägar till andra webbplatser som söks med",
                    en: "paths to other sites searched with it"),
                Value("indexFolder", sv: "indexets mapp på dem", en: "the folder of their index"),
                Value(
                    "glossary", sv: "väg till ordlistan, om den har ord", en: "path to the glossary, if it has words"),
                Value(
                    "words", of: ["name", "text"], sv: "skriptets ord, ett dataattribut för varje",
                    en: "the script's words, a data attribute each"),
                Value("contactName", sv: "kontakt: namn på funktion", en: "contact: name of the function"),
                Value("contactEmail", sv: "kontakt: e-post", en: "contact: e-mail"),
                Value("contactEmailLink", sv: "länk till kontaktens e-post", en: "link to the contact's e-mail"),
                Value("contactTelephone", sv: "kontakt: telefon", en: "contact: telephone"),
                Value(
                    "hasContact", sv: "finns när någon kontaktuppgift finns", en: "present where any contact is given"),
                Value(
                    "registerTitle", sv: "registrets rubrik på söksidan",
                    en: "the register's heading on the search page"),
                Value("hasLetters", sv: "finns när `letters` har något", en: "present where `letters` has something"),
                Value(
                    "letters", of: ["href", "title", "current"], sv: "registrets bokstäver",
                    en: "the register's letters"),
                Value(
                    "registerNote", sv: "en rad om att resten finns bokstav för bokstav",
                    en: "a line that the rest stands letter by letter"),
                Value("register", sv: "raderna i registret (HTML)", en: "the entries of the register (HTML)"),
                Value(
                    "hasNeighbours", sv: "finns när registret har fler sidor",
                    en: "present where the register has more pages"),
                Value("previous", of: ["href", "title"], sv: "sidan före", en: "the page before"),
                Value("next", of: ["href", "title"], sv: "sidan efter", en: "the page after"),
            ]),
        Template(
            "table", sv: "En tabell med pengar", en: "A table of money",
            [
                Value("table", sv: "tabellen (HTML)", en: "the table (HTML)"),
                Value("pictures", sv: "tabellen i bild (HTML)", en: "the table in pictures (HTML)"),
                Value("sums", sv: "de omräknade summorna (HTML)", en: "the sums computed anew (HTML)"), lines,
                Value("serves", sv: "målen som pengarna hör till (HTML)", en: "the goals that the money is for (HTML)"),
                Value("files", sv: "tabellen som filer (HTML)", en: "the table as files (HTML)"),
            ]),
        Template(
            "sums", sv: "Kontrollerade summor", en: "Checked sums",
            [
                Value("counts", sv: "hur många summor som stämmer (HTML)", en: "how many sums hold (HTML)"),
                Value("differing", sv: "summorna som inte stämmer (HTML)", en: "the sums that do not hold (HTML)"),
                Value(
                    "groups", of: ["title", "language", "href", "counts", "list"], sv: "summorna, plan för plan",
                    en: "the sums, plan by plan"),
            ]),
        Template(
            "data", sv: "Öppna data", en: "Open data",
            [
                Value("license", sv: "adressen till villkoren", en: "the address of the terms"),
                Value("sumsLink", sv: "väg till alla summor", en: "path to all sums"),
                Value("tables", sv: "tabellerna med sina filer (HTML)", en: "the tables with their files (HTML)"),
                Value("wholeSite", sv: "filer om hela webbplatsen (HTML)", en: "files about the whole site (HTML)"),
            ]),
        Template(
            "page", sv: "En sida", en: "A page",
            [
                Value(
                    "related", sv: "möten där sidan behandlas (HTML)",
                    en: "meetings where the page is dealt with (HTML)")
            ]),
        Template(
            "accessibility", sv: "Tillgänglighetsredogörelsen", en: "The accessibility statement",
            [
                Value("site", sv: "webbplatsens namn", en: "the site's name"),
                Value(
                    "stated", sv: "finns när en redogörelse är lämnad", en: "present where a statement has been made"),
                Value("responsible", sv: "vem som står bakom (HTML)", en: "who stands behind it (HTML)"),
                Value("level", sv: "hur väl lagen är uppfylld (HTML)", en: "how well the law is met (HTML)"),
                Value("shortcomings", sv: "bristerna, efter skäl (HTML)", en: "the shortcomings, by reason (HTML)"),
                Value(
                    "help", sv: "vad den kan göra som inte kan läsa (HTML)",
                    en: "what somebody who can't read can do (HTML)"),
                Value("report", sv: "vägar att rapportera (HTML)", en: "ways to report (HTML)"),
                Value("supervision", sv: "adressen till tillsynens anmälan", en: "where the supervisor takes reports"),
                Value("testing", sv: "metod och datum (HTML)", en: "method and dates (HTML)"),
            ]),
        Template(
            "not-found", sv: "Sidan som visas när en adress är fel", en: "The page shown for a wrong address",
            [
                Value("root", sv: "väg till startsidan", en: "path to the start page"), searchAction,
            ]),
    ]

    private static let searchAction = Value("searchAction", sv: "väg till söksidan", en: "path to the search page")
    private static let answers = Value(
        "answers", sv: "sex korta svar med tal (HTML)", en: "six short answers with figures (HTML)")
    private static let recent = Value("recent", sv: "det som ändrats senast (HTML)", en: "what changed last (HTML)")
    private static let plans = Value("plans", sv: "planer (HTML)", en: "plans (HTML)")
    private static let lines = Value(
        "lines", sv: "samma rad i flera planer (HTML)", en: "the same line in several plans (HTML)")
    private static let meetings = Value("meetings", sv: "möten (HTML)", en: "meetings (HTML)")
    private static let milestones = Value(
        "milestones", sv: "det som ska ske till ett datum (HTML)", en: "what is to happen by a date (HTML)")
    private static let pagesValue = Value("pages", sv: "fler sidor (HTML)", en: "more pages (HTML)")
    private static let thread = Value("thread", sv: "röda tråden (HTML)", en: "the red thread (HTML)")
}

extension Catalogue {
    /// The templates and their values, as Markdown.
    package static func templates(in language: Language) -> String {
        var page = HandbookPage(language)
        page.title(LocalizedText(sv: "Mallar och deras värden", en: "Templates and their values"))
        page.paragraph(
            LocalizedText(
                sv: """
                    En mall i `Site/Templates` ersätter programmets egen med samma namn. Den skrivs i Mustache: \
                    `{{namn}}` är text, `{{{namn}}}` är färdig HTML, `{{#namn}}…{{/namn}}` visas när värdet finns och \
                    upprepas för listor, `{{^namn}}…{{/namn}}` visas när det inte finns, `{{> namn}}` tar in en annan \
                    mall. `{{t.plan.document}}` är webbplatsens egna ord ur `Site/Strings`. Ett namn som inte finns är \
                    ett fel.
                    """,
                en: """
                    A template in `Site/Templates` takes the place of the program's own by the same name. It is written \
                    in Mustache: `{{name}}` is text, `{{{name}}}` is finished HTML, `{{#name}}…{{/name}}` is shown \
                    where the value exists and repeated for lists, `{{^name}}…{{/name}}` where it doesn't, \
                    `{{> name}}` takes in another template. `{{t.plan.document}}` is one of the site's own words from \
                    `Site/Strings`. A name that doesn't exist is an error.
                    """))
        page.heading(LocalizedText(sv: "`layout`: det som är lika på alla sidor", en: "`layout`: what all pages share"))
        page.values(TemplateGuide.layout)
        page.heading(LocalizedText(sv: "I mallen för varje slags sida", en: "In the template of every kind of page"))
        page.values(TemplateGuide.common)
        for template in TemplateGuide.pages {
            page.heading(
                LocalizedText(
                    sv: "`\(template.name)`: \(template.meaning.swedish)",
                    en: "`\(template.name)`: \(template.meaning.english)"))
            if template.values.isEmpty {
                page.paragraph(LocalizedText(sv: "Inga egna värden.", en: "No values of its own."))
            } else {
                page.values(template.values)
            }
        }
        return page.text
    }
}

extension HandbookPage {
    mutating func values(_ values: [TemplateGuide.Value]) {
        let list = LocalizedText(sv: "lista av", en: "list of")[language]
        table(
            [LocalizedText(sv: "Värde", en: "Value"), LocalizedText(sv: "Vad det är", en: "What it is")],
            values.map { value in
                let items = value.items.map { "`\($0)`" }.joined(separator: ", ")
                return ["`\(value.name)`", value.meaning[language] + (items.isEmpty ? "" : "; \(list) \(items)")]
            })
    }
}
