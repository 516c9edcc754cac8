package import PlanModel

/// The way from the frame of one year to the next: each change, and what none of them explains.
package struct FrameSteps: Sendable {
    package struct Step: Sendable, Hashable {
        package let row: Int
        /// In the bridge's unit.
        package let amount: Amount
        /// The heading row that it stands under, where there is one.
        package let heading: Int?
    }

    package let bridge: FrameBridge
    /// The changes that are not 0, in the order of the table.
    package let steps: [Step]
    /// How many rows print 0 or nothing for the year.
    package let unchanged: Int
    /// To − (from + changes): 0 where the changes explain all.
    package var rest: Amount { bridge.difference }
}

extension PlanTable {
    /// The steps of each frame bridge.
    package func frameSteps(_ sums: Reconciliation) -> [FrameSteps] {
        sums.bridges.compactMap { bridge in
            changeSteps(column: bridge.column, unit: bridge.unit, sums: sums).map {
                FrameSteps(bridge: bridge, steps: $0.steps, unchanged: $0.unchanged)
            }
        }
    }

    /// The changes of one column, where no frames are known to lead between.
    ///
    /// - Parameter unit: what the steps are counted in.
    /// - Returns: `nil` where an amount cannot be counted in it: another currency, or a unit beside none.
    package func changeSteps(
        column: Int, unit: MoneyUnit?, sums: Reconciliation
    ) -> (steps: [FrameSteps.Step], unchanged: Int)? {
        var steps: [FrameSteps.Step] = []
        var unchanged = 0
        var heading: Int?
        for row in rows.indices {
            switch sums.rows[row] {
            case .heading: if !label(ofRow: row, column: labelColumn).isEmpty { heading = row }
            case .sum, .total: heading = nil
            case .part: continue
            case .plain:
                guard let amount = summand(row: row, column: column).amount, amount.amount.value.mantissa != 0 else {
                    unchanged += 1
                    continue
                }
                guard let value = amount.value(in: unit) else { return nil }
                steps.append(FrameSteps.Step(row: row, amount: value, heading: heading))
            }
        }
        return (steps, unchanged)
    }
}

extension MeasuredAmount {
    /// The amount in another unit of its currency; `nil` where there is no way from one to the other.
    func value(in other: MoneyUnit?) -> Amount? {
        guard let unit, let other else { return unit == other ? amount.value : nil }
        return unit.currency == other.currency ? amount.value.shifted(by: unit.exponent - other.exponent) : nil
    }
}

extension PlanTable {
    /// What a row prints in a column, in a unit.
    ///
    /// - Returns: `nil` where it prints no amount, or one that cannot be counted in the unit.
    package func amount(row: Int, column: Int, in unit: MoneyUnit?) -> Amount? {
        summand(row: row, column: column).amount?.value(in: unit)
    }

    /// Whether a row prints an amount of money in a column.
    package func hasAmount(row: Int, column: Int) -> Bool { summand(row: row, column: column).amount != nil }
}
