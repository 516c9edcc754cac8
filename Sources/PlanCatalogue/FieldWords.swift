import PlanModel

extension Field {
    /// What the key says, in a few words.
    var meaning: LocalizedText {
        switch self {
        case .type: LocalizedText(sv: "vad filen är", en: "what the file is")
        case .id: LocalizedText(sv: "id; annars filens eller mappens namn", en: "id; else the file's or folder's name")
        case .title: LocalizedText(sv: "titel; annars första rubriken `#`", en: "title; else the first heading `#`")
        case .summary: LocalizedText(sv: "en eller två meningar överst på sidan", en: "a sentence or two at the top")
        case .tags: LocalizedText(sv: "ord att sortera efter", en: "words to sort by")
        case .updated: LocalizedText(sv: "dagen då texten senast ändrades", en: "the day of the last change")
        case .source: LocalizedText(sv: "dokumentet som uppgifterna kommer från", en: "the document it comes from")
        case .publish: LocalizedText(sv: "`false` döljer, utom med `--drafts`", en: "`false` hides, but for `--drafts`")
        case .publishAt:
            LocalizedText(
                sv: "dagen då det får synas; dessförinnan dolt, utom med `--drafts`",
                en: "the day from which it may be seen; hidden before, but for `--drafts`")
        case .kind: LocalizedText(sv: "vilket slag av sin typ", en: "which kind of its type")
        case .short: LocalizedText(sv: "kortnamn, som KS", en: "short name, such as KS")
        case .homepage: LocalizedText(sv: "den egna webbplatsen", en: "its own site")
        case .population: LocalizedText(sv: "antal invånare", en: "number of inhabitants")
        case .organisationNumber: LocalizedText(sv: "organisationsnummer", en: "organisation number")
        case .period: LocalizedText(sv: "tiden som det gäller", en: "the time it is about")
        case .status: LocalizedText(sv: "hur långt det har kommit", en: "how far it has come")
        case .owner: LocalizedText(sv: "vem som ansvarar", en: "who is responsible")
        case .basedOn: LocalizedText(sv: "planer som den här bygger på", en: "plans that this one builds on")
        case .supersedes: LocalizedText(sv: "planer som den här ersätter", en: "plans that this one replaces")
        case .decision: LocalizedText(sv: "vem som beslutade och när", en: "who decided, and when")
        case .unit: LocalizedText(sv: "enheten som tal anges i", en: "the unit of figures")
        case .parent: LocalizedText(sv: "det som står närmast ovanför", en: "what stands next above")
        case .perspective: LocalizedText(sv: "perspektivets namn", en: "the perspective's name")
        case .focusArea: LocalizedText(sv: "fokusområdets namn", en: "the focus area's name")
        case .ordinary:
            LocalizedText(
                sv: "görs i den vanliga verksamheten; ingen aktivitet väntas",
                en: "done in ordinary operations; no activity is expected")
        case .goals: LocalizedText(sv: "målen som det bidrar till", en: "the goals it contributes to")
        case .schedule: LocalizedText(sv: "när det ska vara klart", en: "when it is to be done")
        case .direction: LocalizedText(sv: "åt vilket håll värdet ska gå", en: "which way the value should go")
        case .baseline: LocalizedText(sv: "värdet att utgå från", en: "the value to start from")
        case .target: LocalizedText(sv: "värdet att nå", en: "the value to reach")
        case .values: LocalizedText(sv: "uppmätta värden", en: "measured values")
        case .plan:
            LocalizedText(sv: "planen som följs upp; annars mappens", en: "the plan followed up; else the folder's")
        case .body: LocalizedText(sv: "organet", en: "the body")
        case .date: LocalizedText(sv: "dagen", en: "the day")
        case .time: LocalizedText(sv: "klockslag, inom citattecken", en: "time of day, in quotes")
        case .place: LocalizedText(sv: "plats", en: "place")
        case .agenda: LocalizedText(sv: "ärendena, i ordning", en: "the items, in order")
        case .paragraph: LocalizedText(sv: "paragraf i protokollet", en: "paragraph of the minutes")
        case .diaryNumber: LocalizedText(sv: "diarienummer", en: "diary number")
        case .documents: LocalizedText(sv: "id för det som behandlas", en: "ids of what is dealt with")
        case .proposal: LocalizedText(sv: "förslag till beslut", en: "proposed decision")
        case .reported: LocalizedText(sv: "när den redovisas", en: "when it is reported")
        case .objective: LocalizedText(sv: "vad kontrollen ska säkra", en: "what the control is to secure")
        case .procedure: LocalizedText(sv: "hur kontrollen görs", en: "how the control is done")
        case .assessment: LocalizedText(sv: "konsekvens och sannolikhet", en: "consequence and likelihood")
        case .likelihood: LocalizedText(sv: "sannolikhet", en: "likelihood")
        case .consequence: LocalizedText(sv: "konsekvens", en: "consequence")
        case .mitigation: LocalizedText(sv: "vad som görs åt risken", en: "what is done about the risk")
        case .explanation: LocalizedText(sv: "vad ordet betyder", en: "what the word means")
        }
    }
}

extension FieldType {
    /// How the value is written.
    var form: LocalizedText {
        switch self {
        case .text: LocalizedText(sv: "text", en: "text")
        case .flag: LocalizedText(sv: "`ja` eller `nej`", en: "`true` or `false`")
        case .texts: LocalizedText(sv: "ord med komma emellan, eller en lista", en: "words with commas, or a list")
        case .reference(let kinds): Self.ids(kinds, LocalizedText(sv: "ett id", en: "one id"))
        case .references(let kinds): Self.ids(kinds, LocalizedText(sv: "ett eller flera id", en: "one or more ids"))
        case .responsible:
            LocalizedText(
                sv: "enheters id, kortnamn eller namn; annan text förblir text",
                en: "ids, short names or names of units; other text stays text")
        case .period:
            LocalizedText(
                sv: "`2026`, `2026–2028`, `2026-M03`, `2026-T1`, `2026-Q2`",
                en: "`2026`, `2026–2028`, `2026-M03`, `2026-T1`, `2026-Q2`")
        case .date(let exact):
            exact
                ? LocalizedText(sv: "`2026-01-20`", en: "`2026-01-20`")
                : LocalizedText(sv: "`2026-01-20`, `2026-01` eller `2026`", en: "`2026-01-20`, `2026-01` or `2026`")
        case .status(let words):
            LocalizedText(
                sv: Self.list(words.compactMap(\.spellings.first)), en: Self.list(words.map(\.rawValue)))
        case .bodyKind: Self.words(BodyKind.self)
        case .goalKind: Self.words(GoalKind.self)
        case .assignmentKind: Self.words(AssignmentKind.self)
        case .direction: Self.words(Direction.self)
        case .moneyUnit:
            LocalizedText(
                sv: Self.list(MoneyUnit.allCases.map(\.rawValue)), en: Self.list(MoneyUnit.allCases.map(\.rawValue)))
        case .count: LocalizedText(sv: "heltal, `12 345`", en: "a whole number, `12 345`")
        case .decision: Self.keys(Self.decisionFields)
        case .agenda: Self.keys(Self.agendaFields, isList: true)
        case .periodValues:
            LocalizedText(
                sv: "ett värde, eller period och värde: `2026: 70 %`",
                en: "a value, or a period and a value: `2026: 70 %`")
        }
    }

    private static func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

    private static func words<Words: Vocabulary>(_ words: Words.Type) -> LocalizedText {
        LocalizedText(
            sv: list(Words.allCases.compactMap(\.spellings.first)), en: list(Words.allCases.map(\.rawValue)))
    }

    private static func ids(_ kinds: [EntityKind], _ how: LocalizedText) -> LocalizedText {
        LocalizedText(
            sv: how.swedish + ": " + kinds.compactMap(\.names.first).joined(separator: ", "),
            en: how.english + ": " + kinds.map(\.rawValue).joined(separator: ", "))
    }

    private static func keys(_ fields: [Field], isList: Bool = false) -> LocalizedText {
        LocalizedText(
            sv: (isList ? "lista med " : "") + "nycklarna " + list(fields.map(\.swedish)),
            en: (isList ? "list of " : "") + "keys " + list(fields.map(\.rawValue)))
    }
}
