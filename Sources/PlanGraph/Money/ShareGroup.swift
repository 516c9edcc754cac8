package import PlanModel

/// How the money of one column divides among rows that are added up together.
package struct ShareGroup: Sendable {
    package struct Part: Sendable, Hashable {
        package let row: Int
        /// In the group's unit, with the printed sign.
        package let amount: Amount
        /// How many of every 100 kronor, with one decimal.
        package let ofHundred: Amount
    }

    package let column: Int
    /// The printed sum that adds the rows up, where there is one.
    package let sum: Int?
    package let unit: MoneyUnit?
    package let flow: MoneyFlow?
    /// Whether no row of the same flow stands outside the group: then it is all costs, or all incomes, of the table.
    package let isWholeFlow: Bool
    /// What the parts come to, computed.
    package let total: Amount
    /// In the order of the table.
    package let parts: [Part]
}

extension PlanTable {
    /// The groups of rows in a column that divide a sum: at least two, all of one sign, none of them a sum itself.
    ///
    /// Rows that a sum adds up are a group of their own; where a total nets incomes and costs, the rows of each are, if their
    /// labels tell which are which. Rows of both kinds are never divided into one another.
    package func shares(column: Int, sums: Reconciliation, flows: MoneyFlows) -> [ShareGroup] {
        var groups: [ShareGroup] = []
        var taken: Set<Int> = []
        let isPlain = { (row: Int) in sums.rows[row] == .plain }
        let checked = sums.checks.filter { $0.column == column }
        for check in checked {
            let terms = check.terms.filter { sums.rows[$0] == .plain && !taken.contains($0) }
            guard terms.count == check.terms.count else { continue }
            taken.formUnion(terms)
            groups += shares(of: terms, column: column, sum: check.row, flows: flows, isPlain: isPlain)
        }
        if checked.isEmpty, attributes.totals == .none || !sums.rows.contains(where: \.addsUp) {
            let terms = sums.rows.indices.filter { sums.rows[$0] == .plain }
            groups += shares(of: terms, column: column, sum: nil, flows: flows, isPlain: isPlain)
        }
        return groups
    }

    /// One group, or one for each sign.
    private func shares(of rows: [Int], column: Int, sum: Int?, flows: MoneyFlows, isPlain: (Int) -> Bool)
        -> [ShareGroup]
    {
        let valued: [(row: Int, amount: MeasuredAmount)] = rows.compactMap { row in
            guard let amount = summand(row: row, column: column).amount, amount.amount.value.mantissa != 0 else {
                return nil
            }
            return (row, amount)
        }
        let signs = [false, true].map { isNegative in
            valued.filter { ($0.amount.amount.value.mantissa < 0) == isNegative }
        }
        let isNet = signs.allSatisfy { !$0.isEmpty }
        return signs.compactMap { group in
            guard let first = group.first, group.count > 1,
                let units = try? UnitSum(printed: first.amount, amounts: group.dropFirst().map(\.amount))
            else { return nil }
            let total = units.sum(group.map(\.amount))
            let parts = group.compactMap { row, amount -> ShareGroup.Part? in
                let value = units.value(amount)
                return value.shifted(by: 2).divided(by: total, decimals: 1).map {
                    ShareGroup.Part(row: row, amount: value, ofHundred: $0)
                }
            }
            guard parts.count == group.count else { return nil }
            let kinds = Set(group.map { flows.rows[$0.row] })
            // Incomes and costs share no whole, and what nets both is only divided where each row says what it is.
            guard kinds.count == 1, let flow = kinds.first, !isNet || flow != nil else { return nil }
            let members = Set(group.map(\.row))
            let others = flows.rows.indices.contains { row in
                flow != nil && flows.rows[row] == flow && !members.contains(row) && row != sum
                    && summand(row: row, column: column).amount.map { $0.amount.value.mantissa != 0 } == true
                    && isPlain(row)
            }
            return ShareGroup(
                column: column, sum: isNet ? nil : sum, unit: units.unit, flow: flow,
                isWholeFlow: flow != nil && !others, total: total, parts: parts)
        }
    }
}
