/// What an entity is. Raw values are the types of the content contract.
package enum EntityKind: String, Sendable, CaseIterable, Comparable {
    /// A region or a municipality (organisation).
    case organisation
    /// A body or a part of the administration (enhet).
    case unit
    /// A decided or proposed plan (plan).
    case plan
    /// A line of responsibility or view that goals are sorted by (perspektiv).
    case perspective
    /// A theme that goals are sorted by (fokusområde).
    case focusArea = "focus-area"
    /// What is to be reached (mål).
    case goal
    /// A programme or steering document that the plan carries out (program).
    case programme
    /// A development given priority (prioritering).
    case priority
    /// What a body gives another to do (uppdrag).
    case assignment
    /// What is done (aktivitet, åtgärd); below another activity a sub-activity (delaktivitet).
    case activity
    /// What shows how it goes (indikator, mätetal).
    case indicator
    /// A follow-up of a plan (uppföljning).
    case report
    /// A meeting of a body (möte).
    case meeting
    /// Prose (sida).
    case page
    /// A table with a class (tabell).
    case table
    /// A control point of the internal control plan (kontrollmoment).
    case control
    /// A risk (risk).
    case risk
    /// A term or abbreviation of the glossary (term).
    case term

    package static func < (left: EntityKind, right: EntityKind) -> Bool { left.order < right.order }

    /// The place in lists that show several kinds.
    package var order: Int { Self.orders[self] ?? 0 }

    private static let orders = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// Whether entities of this kind are written as files of their own.
    package var hasFiles: Bool {
        switch self {
        case .organisation, .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment,
            .activity, .indicator, .report, .meeting, .page:
            true
        case .table, .control, .risk, .term: false
        }
    }

    /// Whether ids of this kind are unique within the organisation rather than the plan.
    package var isScopedToOrganisation: Bool {
        switch self {
        case .unit, .plan, .meeting, .page: true
        case .organisation, .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity,
            .indicator, .report, .table, .control, .risk, .term:
            false
        }
    }

    /// Whether an entity of this kind has a page of its own; the others are places on a page.
    package var hasPage: Bool {
        switch self {
        case .table, .term: false
        case .organisation, .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment,
            .activity, .indicator, .report, .meeting, .page, .control, .risk:
            true
        }
    }

    /// Whether other entities can contribute to it, measure it or be funded for it.
    package var isAim: Bool {
        switch self {
        case .goal, .programme, .priority, .perspective, .focusArea: true
        case .organisation, .unit, .plan, .assignment, .activity, .indicator, .report, .meeting, .page, .table,
            .control, .risk, .term:
            false
        }
    }

    /// The names in front matter: Swedish first, then English.
    package var names: [String] {
        switch self {
        case .organisation: ["organisation", "organization"]
        case .unit: ["enhet", "unit"]
        case .plan: ["plan"]
        case .perspective: ["perspektiv", "perspective"]
        case .focusArea: ["fokusområde", "focus-area"]
        case .goal: ["mål", "goal"]
        case .programme: ["program", "programme"]
        case .priority: ["prioritering", "priority"]
        case .assignment: ["uppdrag", "assignment"]
        case .activity: ["aktivitet", "activity"]
        case .indicator: ["indikator", "indicator"]
        case .report: ["uppföljning", "report"]
        case .meeting: ["möte", "meeting"]
        case .page: ["sida", "page"]
        case .table: ["tabell", "table"]
        case .control: ["kontrollpunkt", "control"]
        case .risk: ["risk"]
        case .term: ["term"]
        }
    }
}
