package import PlanModel

/// Which columns each class of table knows, for the handbook. A test compares them with the reader's own.
package enum ColumnGuide {
    package struct Column: Sendable {
        /// The headings that are known, in either language.
        package let headings: [String]
        package let meaning: LocalizedText

        init(_ headings: String..., sv swedish: String, en english: String) {
            self.headings = headings
            meaning = LocalizedText(sv: swedish, en: english)
        }
    }

    /// What the rows of a table become.
    static func rows(of tableClass: TableClass) -> LocalizedText {
        if let kind = tableClass.entityKind {
            return LocalizedText(
                sv: "Varje rad blir: \(kind.names.first ?? kind.rawValue).", en: "Each row becomes: \(kind.rawValue).")
        }
        if tableClass.isMoney {
            return LocalizedText(
                sv: """
                    Varje rad är pengar: först vad raden heter, sedan en kolumn per år eller version, till exempel \
                    `Budget 2026`, `Bokslut 2024`, `Ram 2025`, `Utfall`, `Prognos` eller bara `2026`.
                    """,
                en: """
                    Each row is money: first its label, then a column per year or version, such as `Budget 2026`, \
                    `Bokslut 2024`, `Frame 2025`, `Outcome`, `Forecast` or just `2026`.
                    """)
        }
        return tableClass == .milestones
            ? LocalizedText(sv: "Varje rad blir ett datum på tidslinjen.", en: "Each row becomes a date.")
            : LocalizedText(
                sv: "I en uppföljning. Varje rad säger hur det gick för en indikator eller aktivitet.",
                en: "In a report. Each row says how it went for an indicator or an activity.")
    }

    package static func columns(of tableClass: TableClass) -> [Column] {
        let id = Column("Id", sv: "radens id", en: "the row's id")
        switch tableClass {
        case .goals:
            return [
                id, Column("Mål", "Goal", sv: "vad målet heter", en: "what the goal is called"),
                Column("Typ", "Kind", sv: "slag av mål", en: "kind of goal"), perspective,
                Column("Fokusområde", "Focus area", sv: "fokusområdets namn", en: "the focus area's name"), parent,
                owner,
                status,
            ]
        case .programmes:
            return [
                id, Column("Program", "Programme", sv: "vad programmet heter", en: "what the programme is called"),
                perspective, parent,
            ]
        case .priorities:
            return [
                id, Column("Prioritering", "Priority", sv: "vad prioriteringen är", en: "what the priority is"),
                perspective, parent,
            ]
        case .assignments:
            return [
                id, Column("Uppdrag", "Assignment", sv: "vad uppdraget är", en: "what the assignment is"), goals, owner,
                schedule, status,
            ]
        case .activities:
            return [
                id, Column("Åtgärd", "Aktivitet", "Activity", sv: "vad som görs", en: "what is done"), goals,
                Column(
                    "Uppdrag", "Parent", sv: "id för uppdraget eller aktiviteten ovanför",
                    en: "id of the assignment or activity above"), schedule, owner, status,
            ]
        case .indicators:
            return [
                id, goals, Column("Indikator", "Mätetal", "Indicator", sv: "vad som mäts", en: "what is measured"),
                Column("Målvärde", "Target", sv: "`2026: 70 %`", en: "`2026: 70 %`"),
                Column("Nuläge", "Baseline", sv: "`2025: 60 %`", en: "`2025: 60 %`"),
                Column("Redovisas", "Reported", sv: "när det redovisas", en: "when it is reported"),
            ]
        case .outcomes:
            return [
                Column("Id", sv: "indikatorns eller aktivitetens id", en: "the id of the indicator or activity"),
                Column("Utfall", "Outcome", sv: "hur det blev", en: "how it went"),
                Column("Prognos", "Forecast", sv: "hur det väntas bli", en: "what is expected"),
                Column("Bedömning", "Status", sv: "status, ett av orden ovan", en: "status, one of the words above"),
                Column("Kommentar", "Comment", sv: "fri text", en: "free text"),
            ]
        case .budget, .frames, .frameChanges: return [id, money]
        case .investments:
            return [
                id, money,
                Column("Ny- eller reinvestering", "New or reinvestment", sv: "vilket det är", en: "which it is"),
                Column("Orsak", "Cause", sv: "varför", en: "why"),
                Column(
                    "Investeringsbelopp", "Belopp", "Amount", sv: "pengar, när inga år står som rubriker",
                    en: "money, where no years are headings"),
                Column("Förväntad effekt", "Expected effect", sv: "vad den ska leda till", en: "what it is to lead to"),
            ]
        case .controls, .risks, .milestones, .terms: return otherColumns(of: tableClass, id: id)
        }
    }

    private static func otherColumns(of tableClass: TableClass, id: Column) -> [Column] {
        switch tableClass {
        case .controls:
            [
                id,
                Column("Kontrollområde", "Control area", sv: "vad som kontrolleras", en: "what is controlled"),
                Column("Kontrollmål", "Control objective", sv: "vad som ska säkras", en: "what is to be secured"),
                Column("Kontrollmoment", "Control activity", sv: "hur det görs", en: "how it is done"),
                Column(
                    "Väsentlighet och riskbedömning", "Assessment", sv: "konsekvens/sannolikhet",
                    en: "consequence/likelihood"), moneyGoals,
            ]
        case .risks:
            [
                id, Column("Risk", sv: "vad som kan hända", en: "what may happen"),
                Column("Sannolikhet", "Likelihood", sv: "hur troligt det är", en: "how likely it is"),
                Column("Konsekvens", "Consequence", sv: "hur allvarligt det är", en: "how serious it is"),
                Column("Åtgärd", "Mitigation", sv: "vad som görs åt det", en: "what is done about it"), owner,
                moneyGoals,
            ]
        case .milestones:
            [
                id,
                Column(
                    "Datum", "Date", sv: "`2026-01-20`, `2026-01` eller `2026`", en: "`2026-01-20`, `2026-01` or `2026`"
                ),
                Column("Händelse", "Event", sv: "vad som händer", en: "what happens"),
                Column("Organ", "Body", sv: "vilket organ", en: "which body"),
            ]
        case .terms:
            [
                id, Column("Term", "Förkortning", "Abbreviation", sv: "ordet", en: "the word"),
                Column("Förklaring", "Explanation", sv: "vad det betyder", en: "what it means"),
            ]
        case .goals, .programmes, .priorities, .assignments, .activities, .indicators, .outcomes, .budget, .frames,
            .frameChanges, .investments:
            []
        }
    }

    private static let goals = Column(
        "Koppling till mål", "Mål", "Goals", sv: "id för mål, program eller prioriteringar",
        en: "ids of goals, programmes or priorities")
    private static let moneyGoals = Column("Mål", "Goals", sv: "målen som det skyddar", en: "the goals that it guards")
    private static let money = Column(
        "Mål", "Goals", sv: "målen som pengarna går till", en: "the goals that the money is for")
    private static let owner = Column("Ansvarig", "Responsible", sv: "vem som ansvarar", en: "who is responsible")
    private static let status = Column("Status", sv: "ett av orden ovan", en: "one of the words above")
    private static let schedule = Column(
        "Tidplan", "Schedule", sv: "när det ska vara klart", en: "when it is to be done")
    private static let perspective = Column(
        "Perspektiv", "Perspective", sv: "perspektivets namn", en: "the perspective's name")
    private static let parent = Column("Överordnat", "Parent", sv: "id för det ovanför", en: "id of what is above")
}
