package import PlanModel

/// Why a printed sum cannot be compared with its terms.
package enum NotComputable: Error, Sendable, Hashable {
    /// No row that the sum adds up has a value in the column.
    case allTermsMissing
    /// A term is no number; it is reported at its own cell.
    case unreadableTerm
    case mixedCurrencies
    /// Some amounts have no unit, others have different ones.
    case missingUnit
    /// The amounts lie further apart than exact arithmetic reaches.
    case tooLarge
}

extension NotComputable {
    /// Why, as the end of a sentence.
    package var explanation: LocalizedText {
        switch self {
        case .allTermsMissing:
            LocalizedText(sv: "det som ska summeras saknar värden", en: "what it adds up has no values")
        case .unreadableTerm:
            LocalizedText(sv: "en term går inte att läsa som tal", en: "a term is no number")
        case .mixedCurrencies:
            LocalizedText(sv: "termerna har olika valutor", en: "the terms are in different currencies")
        case .missingUnit:
            LocalizedText(sv: "några belopp saknar enhet", en: "some amounts have no unit")
        case .tooLarge:
            LocalizedText(
                sv: "beloppen skiljer sig för mycket i storlek", en: "the amounts are too far apart in size")
        }
    }
}
