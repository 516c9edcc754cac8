package import PlanModel

/// The templates and the values that each is given, for the handbook. A test compares them with what the pages give.
package enum TemplateGuide {
    package struct Value: Sendable {
        package let name: String
        /// The names within each item of a list; empty for a text.
        package let items: [String]
        package let meaning: LocalizedText

        init(_ name: String, of items: [String] = [], sv swedish: String, en english: String) {
            self.name = name
            self.items = items
            meaning = LocalizedText(sv: swedish, en: english)
        }
    }

    package struct Template: Sendable {
        package let name: String
        let meaning: LocalizedText
        /// Its own values, beside those that all pages have.
        package let values: [Value]

        init(_ name: String, sv swedish: String, en english: String, _ values: [Value]) {
            self.name = name
            meaning = LocalizedText(sv: swedish, en: english)
            self.values = values
        }
    }

    /// What the template of every kind of page is given.
    package static let common: [Value] = [
        Value("title", sv: "sidans titel", en: "the page's title"),
        Value("kindLabel", sv: "vad sidan är: Mål, Plan", en: "what the page is: Goal, Plan"),
        Value("code", sv: "koden, om id:t är en sådan: A1.2", en: "the code, if the id is one: A1.2"),
        Value("summary", sv: "sammanfattningen", en: "the summary"),
        Value(
            "provenance", sv: "var planen står: utkast, förslag, beslutad, uppföljd (HTML)",
            en: "where the plan stands: draft, proposed, decided, followed up (HTML)"),
        Value("prose", sv: "den löpande texten (HTML)", en: "the prose (HTML)"),
        Value(
            "facts", sv: "uppgifter: ansvarig, tidplan, beslut (HTML)",
            en: "facts: responsible, schedule, decision (HTML)"),
        Value("sourceLine", sv: "källan och dagen (HTML)", en: "the source and the day (HTML)"),
        Value(
            "editLink", sv: "adressen där sidans fil kan ändras, om site.yaml anger källkod",
            en: "the address where the page's file can be edited, where site.yaml names a repository"),
        Value(
            "contentLanguage", sv: "textens språk, om det är ett annat än sidans",
            en: "the language of the text where it isn't the page's"),
        Value(
            "proseLanguage", sv: "den löpande textens språk, om det är ett annat än sidans",
            en: "the language of the prose where it isn't the page's"),
        Value(
            "proseNote", sv: "en rad om att texten bara finns på ett annat språk",
            en: "a line that the text is available in another language only"),
        Value(
            "citation", sv: "hur man hänvisar till sidan, som en rad text",
            en: "how to refer to the page, as a line of text"),
        Value(
            "follow", sv: "väg till planens eller enhetens flöde (Atom)", en: "path to the plan's or unit's feed (Atom)"
        ),
        Value("followTitle", sv: "länktexten till flödet", en: "the words of the link to the feed"),
        Value(
            "termScript", sv: "väg till skriptet som öppnar ords förklaringar; finns när texten har sådana ord",
            en: "path to the script that opens what words mean; present where the text has such words"),
        Value("longTitle", sv: "finns när titeln är lång", en: "present where the title is long"),
    ]

    package static let layout: [Value] = [
        Value("lang", sv: "sidans språk", en: "the page's language"),
        Value("pageTitle", sv: "texten i webbläsarens flik", en: "the text of the browser's tab"),
        Value("siteName", sv: "webbplatsens namn", en: "the site's name"),
        Value("tagline", sv: "raden under namnet", en: "the line under the name"),
        Value("description", sv: "beskrivning för sökmotorer", en: "description for search engines"),
        Value("root", sv: "relativ väg till startsidan", en: "relative path to the start page"),
        Value("stylesheet", sv: "väg till stilmallen", en: "path to the style sheet"),
        Value("favicon", sv: "väg till ikonen", en: "path to the icon"),
        Value("feed", sv: "väg till webbplatsens flöde (Atom)", en: "path to the site's feed (Atom)"),
        Value("logo", sv: "väg till logotypen", en: "path to the logo"),
        Value(
            "logoText", sv: "orden i logotypen, om den står i stället för namnet",
            en: "the words in the logo, where it stands instead of the name"),
        Value(
            "openGraph", sv: "det som andra webbplatser visar när någon delar sidan (HTML)",
            en: "what other sites show when somebody shares the page (HTML)"),
        Value("manifest", sv: "väg till webbplatsens manifest", en: "path to the site's manifest"),
        Value("lightColour", sv: "bakgrunden i ljust läge", en: "the ground in the light"),
        Value("darkColour", sv: "bakgrunden i mörkt läge", en: "the ground in the dark"),
        Value(
            "themeScript", sv: "väg till skriptet som växlar mellan ljust och mörkt",
            en: "path to the script that switches between light and dark"),
        Value("scripts", sv: "de skript som sidan har nytta av (HTML)", en: "the scripts that the page uses (HTML)"),
        Value(
            "pageFeed", sv: "väg till sidans eget flöde, om den har ett",
            en: "path to the page's own feed, where it has one"),
        Value("pageFeedTitle", sv: "det flödets namn", en: "that feed's name"),
        Value("csp", sv: "sidans säkerhetsregler", en: "the page's security policy"),
        Value(
            "canonical", sv: "hela adressen, om `base-url` är satt", en: "the whole address, where `base-url` is set"),
        Value(
            "robots", sv: "`noindex` på sidor som sökmotorer inte ska visa",
            en: "`noindex` on pages that search engines are not to list"),
        Value("bodyClass", sv: "sidans slag, för stilmallen", en: "the kind of page, for the style sheet"),
        Value("content", sv: "sidans innehåll (HTML)", en: "the page's content (HTML)"),
        Value("publisher", sv: "utgivaren", en: "the publisher"),
        Value("publisherHomepage", sv: "utgivarens webbplats", en: "the publisher's site"),
        Value("contactName", sv: "kontakt: namn på funktion", en: "contact: name of the function"),
        Value("contactEmail", sv: "kontakt: e-post", en: "contact: e-mail"),
        Value("contactEmailLink", sv: "länk till kontaktens e-post", en: "link to the contact's e-mail"),
        Value("contactAddress", sv: "kontaktens adress", en: "the contact's address"),
        Value("contactTelephone", sv: "kontakt: telefon", en: "contact: telephone"),
        Value(
            "searchAction", sv: "väg till söksidan; tom där sidan har ett sökfält själv",
            en: "path to the search page; empty where the page has a search field itself"),
        Value(
            "openSearch", sv: "väg till beskrivningen för webbläsarens sökfält, om `base-url` är satt",
            en: "path to the description for the browser's search field, where `base-url` is set"),
        Value("script", sv: "väg till sidans skript", en: "path to the page's script"),
        Value("hasNavigation", sv: "finns när `navigation` har något", en: "present where `navigation` has something"),
        Value("hasLanguages", sv: "finns när det finns fler språk", en: "present where there are more languages"),
        Value(
            "hasBreadcrumbs", sv: "finns när `breadcrumbs` har något", en: "present where `breadcrumbs` has something"),
        Value("hasContact", sv: "finns när någon kontaktuppgift finns", en: "present where any contact is given"),
        Value("hasFooterLinks", sv: "finns när sidfoten har länkar", en: "present where the footer has links"),
        Value("printLine", sv: "raden längst ned i utskrift", en: "the line at the foot of a print"),
        Value(
            "navigation", of: ["href", "title", "language", "current"], sv: "webbplatsens meny",
            en: "the site's navigation"),
        Value(
            "languages", of: ["code", "name", "href", "current"], sv: "sidan på andra språk",
            en: "the page in other languages"),
        Value("footerLinks", of: ["href", "title"], sv: "länkarna i sidfoten", en: "the links of the footer"),
        Value("breadcrumbs", of: ["href", "title", "language"], sv: "vägen hit", en: "the way here"),
        Value(
            "alternates", of: ["lang", "href"], sv: "samma sida på andra språk, för sökmotorer",
            en: "the same page in other languages, for search engines"),
    ]
}
