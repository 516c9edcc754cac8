import PlanGraph
import PlanModel

/// The words that machines read: English, kebab-case, part of the published formats.
extension Verdict {
    var word: String {
        switch self {
        case .exact: "exact"
        case .withinRounding: "within-rounding"
        case .differs: "differs"
        case .notComputable: "not-computable"
        }
    }
}

extension PartsCheck {
    /// Parts may be less than their whole: `no-larger` says no more than that.
    var word: String {
        if exceeds { return Verdict.differs(by: excess).word }
        return excess > .zero ? Verdict.withinRounding.word : "no-larger"
    }
}

extension NotComputable {
    var word: String {
        switch self {
        case .allTermsMissing: "all-terms-missing"
        case .unreadableTerm: "unreadable-term"
        case .mixedCurrencies: "mixed-currencies"
        case .missingUnit: "missing-unit"
        case .tooLarge: "too-large"
        }
    }
}

extension ColumnRole {
    var word: String {
        switch self {
        case .id: "id"
        case .label: "label"
        case .title: "title"
        case .field(let field): field.rawValue
        case .goals: "goals"
        case .money: "money"
        case .outcome: "outcome"
        case .forecast: "forecast"
        case .comment: "comment"
        case .investmentKind: "investment-kind"
        case .cause: "cause"
        case .effect: "effect"
        case .date: "date"
        case .event: "event"
        case .body: "body"
        case .text: "text"
        }
    }
}
