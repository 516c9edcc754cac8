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
        sums.bridges.map { bridge in
            let (steps, unchanged) = changeSteps(column: bridge.column, unit: bridge.unit, sums: sums)
            return FrameSteps(bridge: bridge, steps: steps, unchanged: unchanged)
        }
    }

    /// The changes of one column, where no frames are known to lead between.
    ///
    /// - Parameter unit: what the steps are counted in.
    package func changeSteps(
        column: Int, unit: MoneyUnit?, sums: Reconciliation
    ) -> (steps: [FrameSteps.Step], unchanged: Int) {
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
                let exponent = (amount.unit ?? unit)?.exponent ?? 0
                steps.append(
                    FrameSteps.Step(
                        row: row, amount: amount.amount.value.shifted(by: exponent - (unit?.exponent ?? exponent)),
                        heading: heading))
            }
        }
        return (steps, unchanged)
    }
}
