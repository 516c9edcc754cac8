/// A currency that amounts are counted in.
package enum Currency: String, Sendable {
    case sek = "SEK"
    case eur = "EUR"
}

/// The unit of an amount of money.
package enum MoneyUnit: String, Sendable, CaseIterable {
    case kr, tkr, mnkr, mdkr
    case eur = "EUR"
    case meur = "MEUR"

    package var currency: Currency {
        switch self {
        case .kr, .tkr, .mnkr, .mdkr: .sek
        case .eur, .meur: .eur
        }
    }

    /// The power of ten that turns the unit into kronor or euro.
    package var exponent: Int {
        switch self {
        case .kr, .eur: 0
        case .tkr: 3
        case .mnkr, .meur: 6
        case .mdkr: 9
        }
    }

    /// Accepted spellings in lower case, without a final point.
    package var spellings: [String] {
        switch self {
        case .kr: ["kr"]
        case .tkr: ["tkr"]
        case .mnkr: ["mnkr", "mkr", "miljoner kronor"]
        case .mdkr: ["mdkr"]
        case .eur: ["eur"]
        case .meur: ["meur"]
        }
    }

    /// Reads a unit, whatever its case.
    package init?(spelling: String) {
        var folded = spelling.withoutInvisibleSigns().trimmed().lowercased()
        if folded.hasSuffix(".") { folded.removeLast() }
        guard let unit = Self.bySpelling[folded] else { return nil }
        self = unit
    }

    private static let bySpelling: [String: MoneyUnit] = Dictionary(
        allCases.flatMap { unit in unit.spellings.map { ($0, unit) } }, uniquingKeysWith: { first, _ in first })

    package static var allSpellings: [String] { allCases.flatMap(\.spellings) }
}
