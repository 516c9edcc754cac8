import PlanModel

/// A column that the contract knows: the headings it may have, and what it means.
struct KnownColumn {
    let names: [String]
    let role: ColumnRole

    init(_ names: String..., role: ColumnRole) {
        self.names = names
        self.role = role
    }
}

/// Which columns each class of table knows, by the headings of FORMAT in both languages.
///
/// A new kind of table is one case here.
enum ColumnNames {
    static let id = KnownColumn("Id", role: .id)
    static let amount = KnownColumn("Investeringsbelopp", "Belopp", "Amount", role: .text)

    static func known(_ class: TableClass) -> [KnownColumn] { [id] + own(`class`) }

    /// Columns that a table of the class is nothing without.
    static func required(_ class: TableClass) -> [ColumnRole] {
        switch `class` {
        case .outcomes: [.id]
        case .milestones: [.date]
        case .budget, .frames, .frameChanges, .investments: []
        case .goals, .programmes, .priorities, .assignments, .activities, .indicators, .controls, .risks, .terms:
            [.title]
        }
    }

    private static let goals = KnownColumn("Koppling till mål", "Mål", "Goals", role: .field(.goals))
    private static let owner = KnownColumn("Ansvarig", "Responsible", role: .field(.owner))
    private static let status = KnownColumn("Status", role: .field(.status))
    private static let schedule = KnownColumn("Tidplan", "Schedule", role: .field(.schedule))
    private static let perspective = KnownColumn("Perspektiv", "Perspective", role: .field(.perspective))
    private static let parent = KnownColumn("Överordnat", "Parent", role: .field(.parent))

    private static func own(_ class: TableClass) -> [KnownColumn] {
        switch `class` {
        case .goals:
            [
                KnownColumn("Mål", "Goal", role: .title), KnownColumn("Typ", "Kind", role: .field(.kind)),
                perspective, KnownColumn("Fokusområde", "Focus area", role: .field(.focusArea)), parent, owner,
                status,
            ]
        case .programmes: [KnownColumn("Program", "Programme", role: .title), perspective, parent]
        case .priorities: [KnownColumn("Prioritering", "Priority", role: .title), perspective, parent]
        case .assignments:
            [KnownColumn("Uppdrag", "Assignment", role: .title), goals, owner, schedule, status]
        case .activities:
            [
                KnownColumn("Åtgärd", "Aktivitet", "Activity", role: .title), goals,
                KnownColumn("Uppdrag", "Parent", role: .field(.parent)), schedule, owner, status,
            ]
        case .indicators:
            [
                goals, KnownColumn("Indikator", "Mätetal", "Indicator", role: .title),
                KnownColumn("Målvärde", "Target", role: .field(.target)),
                KnownColumn("Nuläge", "Baseline", role: .field(.baseline)),
                KnownColumn("Redovisas", "Reported", role: .field(.reported)),
            ]
        case .outcomes:
            [
                KnownColumn("Utfall", "Outcome", role: .outcome), KnownColumn("Prognos", "Forecast", role: .forecast),
                KnownColumn("Bedömning", "Status", role: .field(.status)),
                KnownColumn("Kommentar", "Comment", role: .comment),
            ]
        case .budget, .frames, .frameChanges: [KnownColumn("Mål", "Goals", role: .goals)]
        case .investments:
            [
                KnownColumn("Mål", "Goals", role: .goals),
                KnownColumn("Ny- eller reinvestering", "New or reinvestment", role: .investmentKind),
                KnownColumn("Orsak", "Cause", role: .cause),
                KnownColumn("Förväntad effekt", "Expected effect", role: .effect),
            ]
        case .controls:
            [
                KnownColumn("Kontrollområde", "Control area", role: .title),
                KnownColumn("Kontrollmål", "Control objective", role: .field(.objective)),
                KnownColumn("Kontrollmoment", "Control activity", role: .field(.procedure)),
                KnownColumn("Väsentlighet och riskbedömning", "Assessment", role: .field(.assessment)),
                KnownColumn("Mål", "Goals", role: .field(.goals)),
            ]
        case .risks:
            [
                KnownColumn("Risk", role: .title),
                KnownColumn("Sannolikhet", "Likelihood", role: .field(.likelihood)),
                KnownColumn("Konsekvens", "Consequence", role: .field(.consequence)),
                KnownColumn("Åtgärd", "Mitigation", role: .field(.mitigation)), owner,
                KnownColumn("Mål", "Goals", role: .field(.goals)),
            ]
        case .milestones:
            [
                KnownColumn("Datum", "Date", role: .date), KnownColumn("Händelse", "Event", role: .event),
                KnownColumn("Organ", "Body", role: .body),
            ]
        case .terms:
            [
                KnownColumn("Term", "Förkortning", "Abbreviation", role: .title),
                KnownColumn("Förklaring", "Explanation", role: .field(.explanation)),
            ]
        }
    }
}
