import PlanModel

/// Tables of money in which some amounts are in one unit and others in another of the same currency.
enum UnitMixture: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        library.tables.compactMap { table in
            guard table.class.isMoney else { return nil }
            var first: MoneyUnit?
            for row in table.rows.indices {
                for column in table.summedColumns {
                    guard case .amount(let amount) = table.summand(row: row, column: column), let unit = amount.unit,
                        // Nothing is nothing in any unit.
                        amount.amount.value != .zero
                    else { continue }
                    guard let known = first else {
                        first = unit
                        continue
                    }
                    guard unit != known, unit.currency == known.currency else { continue }
                    let isOwn = amount.amount.unit != nil
                    let position = isOwn ? table.position(row: row, column: column) : table.columns[column].position
                    return .mixedUnits(known, unit, at: position)
                }
            }
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func mixedUnits(_ first: MoneyUnit, _ other: MoneyUnit, at position: SourcePosition)
        -> Diagnostic
    {
        Diagnostic(
            .mixedUnits, at: position,
            LocalizedText(
                sv:
                    "tabellen blandar \(first.rawValue) och \(other.rawValue); den som läser snabbt tar fel på tusenfalt",
                en: "the table mixes \(first.rawValue) and \(other.rawValue); a quick reader is wrong a thousandfold"),
            help: LocalizedText(
                sv: "skriv alla belopp i samma enhet", en: "write all amounts in the same unit"))
    }
}
