import PlanModel

/// An amount with the unit that holds for it: its own, else its heading's, else its table's.
struct MeasuredAmount {
    let amount: PrintedAmount
    let unit: MoneyUnit?
}

/// Amounts of one currency brought to one unit, exactly.
struct UnitSum {
    /// What results are counted in: the printed sum's unit.
    let unit: MoneyUnit?
    /// What amounts without a unit are counted in.
    private let assumed: MoneyUnit?

    /// Finds the unit that holds for all, and makes sure that nothing computed with them can overflow.
    ///
    /// - Parameters:
    ///   - printed: the sum.
    ///   - amounts: all amounts that are added to or taken from it.
    init(printed: MeasuredAmount, amounts: [MeasuredAmount]) throws(NotComputable) {
        let all = amounts + [printed]
        let units = Set(all.compactMap(\.unit))
        guard Set(units.map(\.currency)).count <= 1 else { throw .mixedCurrencies }
        if let own = printed.unit {
            assumed = own
        } else {
            guard units.count <= 1 else { throw .missingUnit }
            assumed = units.first
        }
        unit = assumed
        var lowest = 0
        var highest = 0
        for amount in all {
            let value = amount.amount.value
            let last = ((amount.unit ?? assumed)?.exponent ?? 0) - (unit?.exponent ?? 0) - value.scale
            // Half a unit of the last digit has one digit more.
            lowest = min(lowest, last - 1)
            highest = max(highest, last + max(1, value.digitCount))
        }
        // The sum, its terms and the difference between them.
        guard Amount.fits(lowest: lowest, highest: highest, terms: 2 * all.count) else { throw .tooLarge }
    }

    func value(_ amount: MeasuredAmount) -> Amount { amount.amount.value.shifted(by: exponent(of: amount)) }

    func sum(_ amounts: [MeasuredAmount]) -> Amount { amounts.reduce(.zero) { $0 + value($1) } }

    /// Half a unit of the last digit that an amount is printed with.
    func halfUnit(_ amount: MeasuredAmount) -> Amount {
        Amount(mantissa: 5, scale: amount.amount.value.scale + 1).shifted(by: exponent(of: amount))
    }

    /// What rounding can have moved the sum of the terms by: half a unit each, nothing where a bare `0` is printed.
    func rounding(_ terms: [MeasuredAmount]) -> Amount {
        terms.reduce(.zero) { $1.amount.isBareZero ? $0 : $0 + halfUnit($1) }
    }

    private func exponent(of amount: MeasuredAmount) -> Int {
        ((amount.unit ?? assumed)?.exponent ?? 0) - (unit?.exponent ?? 0)
    }
}
