import PlanModel

/// An amount in its place, in whole kronor or euro.
struct MoneyTerm: Sendable {
    let row: Int
    let column: Int
    /// In the currency's own unit, exact.
    let value: Amount
    /// Twice what rounding can have moved it: one unit of the last printed digit; 0 for a bare `0`.
    let lastDigit: Amount
    let unit: MoneyUnit?

    /// - Parameter unit: what holds where the cell states none.
    init(_ amount: PrintedAmount, row: Int, column: Int, unit: MoneyUnit?) {
        let unit = amount.unit ?? unit
        let exponent = unit?.exponent ?? 0
        self.row = row
        self.column = column
        self.unit = unit
        value = amount.value.shifted(by: exponent)
        lastDigit = Amount(mantissa: 1, scale: amount.value.scale).shifted(by: exponent)
        isBareZero = amount.isBareZero
    }

    let isBareZero: Bool

    /// What a term adds to the tolerance, twice.
    var slack: Amount { isBareZero ? .zero : lastDigit }

    static func sum(_ terms: [MoneyTerm]) -> Amount { terms.reduce(.zero) { $0 + $1.value } }
    static func slack(_ terms: [MoneyTerm]) -> Amount { terms.reduce(.zero) { $0 + $1.slack } }
}

extension PlanTable {
    /// The term in a cell; `nil` for what is missing, a percentage or no number.
    func term(row: Int, column: Int) -> MoneyTerm? {
        guard case .money(let money) = columns[column].role, !money.isPercentage, column < rows[row].cells.count,
            let amount = rows[row].cells[column].reading?.amount, !amount.isPercentage
        else { return nil }
        return MoneyTerm(amount, row: row, column: column, unit: money.unit ?? unit)
    }
}

extension Amount {
    /// Half of it, exact.
    var half: Amount { Amount(mantissa: mantissa * 5, scale: scale + 1).normalised }
}
