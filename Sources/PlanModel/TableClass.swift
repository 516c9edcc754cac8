/// What a table means: the class of its caption.
package enum TableClass: String, Vocabulary {
    case goals, programmes, priorities, assignments, activities, indicators, outcomes, budget, frames
    case frameChanges = "frame-changes"
    case investments, controls, risks, milestones, terms

    package var spellings: [String] {
        switch self {
        case .goals: ["mål"]
        case .programmes: ["program"]
        case .priorities: ["prioriteringar"]
        case .assignments: ["uppdrag"]
        case .activities: ["aktiviteter"]
        case .indicators: ["indikatorer"]
        case .outcomes: ["utfall"]
        case .budget: ["budget"]
        case .frames: ["ramar"]
        case .frameChanges: ["ramförändringar"]
        case .investments: ["investeringar"]
        case .controls: ["internkontroll"]
        case .risks: ["risker"]
        case .milestones: ["tidslinje"]
        case .terms: ["ordlista"]
        }
    }

    /// What the rows become, or `nil` where they stay lines of the table.
    package var entityKind: EntityKind? {
        switch self {
        case .goals: .goal
        case .programmes: .programme
        case .priorities: .priority
        case .assignments: .assignment
        case .activities: .activity
        case .indicators: .indicator
        case .controls: .control
        case .risks: .risk
        case .terms: .term
        case .outcomes, .budget, .frames, .frameChanges, .investments, .milestones: nil
        }
    }

    /// Whether the table holds money: a label first, then amounts that are summed.
    package var isMoney: Bool {
        switch self {
        case .budget, .frames, .frameChanges, .investments: true
        case .goals, .programmes, .priorities, .assignments, .activities, .indicators, .outcomes, .controls, .risks,
            .milestones, .terms:
            false
        }
    }
}
