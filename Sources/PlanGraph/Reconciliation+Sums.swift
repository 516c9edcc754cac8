import PlanModel

extension Reconciliation {
    /// Compares every printed sum and total with what it adds up.
    static func checkSums(of table: PlanTable, roles: [RowRole], into found: inout [Diagnostic]) -> [SumCheck] {
        var checks: [SumCheck] = []
        for column in table.summedColumns { checks += checkSums(of: table, roles: roles, column: column) }
        checks.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        found += checks.compactMap { diagnostic(of: $0, in: table) }
        return checks
    }

    /// Walks down one column with the terms that no sum has added up yet.
    ///
    /// Which plain rows stand "since the last sum" is a matter of rows: it is the same in all columns, also where that sum
    /// prints nothing. What is open is a matter of the column: a sum that prints nothing there replaces nothing.
    private static func checkSums(of table: PlanTable, roles: [RowRole], column: Int) -> [SumCheck] {
        var checks: [SumCheck] = []
        var open: [Int] = []
        var lastSum = -1
        var hasPlainSinceSum = false
        for (row, role) in roles.enumerated() {
            let summand = table.summand(row: row, column: column)
            switch role {
            case .heading, .part: continue
            case .plain:
                hasPlainSinceSum = true
                switch summand {
                case .none: break
                case .amount, .unreadable: open.append(row)
                }
            case .sum, .total:
                let isOfGroup = role == .sum && hasPlainSinceSum
                // Open terms lie in the order of their rows, so the group is the end of them.
                let start = isOfGroup ? open.partition(after: lastSum) : 0
                if let printed = summand.amount {
                    checks.append(
                        check(printed, of: table, row: row, column: column, terms: Array(open[start...])))
                    open.removeSubrange(start...)
                    open.append(row)
                }
                lastSum = row
                hasPlainSinceSum = false
            }
        }
        return checks
    }

    private static func check(
        _ printed: MeasuredAmount, of table: PlanTable, row: Int, column: Int, terms rows: [Int]
    ) -> SumCheck {
        do throws(NotComputable) {
            let terms = try amounts(of: table, rows: rows, column: column)
            guard !terms.isEmpty else { throw .allTermsMissing }
            let units = try UnitSum(printed: printed, amounts: terms)
            let computed = units.sum(terms)
            let difference = units.value(printed) - computed
            let tolerance = units.halfUnit(printed) + units.rounding(terms)
            return SumCheck(
                row: row, column: column, printed: printed.amount, unit: units.unit, computed: computed,
                difference: difference, tolerance: tolerance,
                verdict: Verdict(difference: difference, tolerance: tolerance), terms: rows)
        } catch {
            return SumCheck(
                row: row, column: column, printed: printed.amount, unit: printed.unit, computed: nil, difference: nil,
                tolerance: nil, verdict: .notComputable(error), terms: rows)
        }
    }

    /// The amounts that rows print in a column; rows that print none are left out.
    static func amounts(of table: PlanTable, rows: [Int], column: Int) throws(NotComputable) -> [MeasuredAmount] {
        var amounts: [MeasuredAmount] = []
        for row in rows {
            switch table.summand(row: row, column: column) {
            case .none: break
            case .amount(let amount): amounts.append(amount)
            case .unreadable: throw .unreadableTerm
            }
        }
        return amounts
    }
}

extension [Int] {
    /// The index of the first element above a bound, in an array that rises.
    fileprivate func partition(after bound: Int) -> Int {
        var index = endIndex
        while index > startIndex, self[index - 1] > bound { index -= 1 }
        return index
    }
}
