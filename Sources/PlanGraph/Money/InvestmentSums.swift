package import PlanModel

/// What investments come to, by a property of their rows or by year; computed, not printed.
package struct InvestmentSums: Sendable {
    package struct Group: Sendable, Hashable {
        /// The name as the table has it; empty where the rows state none.
        package let name: String
        package let amount: Amount
        /// How many investments it adds up.
        package let count: Int
    }

    package let unit: MoneyUnit?
    /// The largest first.
    package let groups: [Group]
}

extension PlanTable {
    /// The sums of a column by the words of another: new or re-investment, cause.
    ///
    /// - Returns: `nil` where the table has no such column, or its amounts cannot be added up.
    package func investments(by role: ColumnRole, column: Int, sums: Reconciliation) -> InvestmentSums? {
        guard self.class == .investments, let property = columns.firstIndex(where: { $0.role == role }) else {
            return nil
        }
        var order: [String] = []
        var names: [String: String] = [:]
        var amounts: [String: [MeasuredAmount]] = [:]
        for row in rows.indices where sums.rows[row] == .plain {
            guard let amount = summand(row: row, column: column).amount else { continue }
            let name = label(ofRow: row, column: property)
            let key = RowLabel.folded(name)
            if names[key] == nil {
                names[key] = name
                order.append(key)
            }
            amounts[key, default: []].append(amount)
        }
        let all = order.flatMap { amounts[$0] ?? [] }
        guard let first = all.first, let units = try? UnitSum(printed: first, amounts: Array(all.dropFirst())) else {
            return nil
        }
        let groups = order.map { key in
            let own = amounts[key] ?? []
            return InvestmentSums.Group(name: names[key] ?? "", amount: units.sum(own), count: own.count)
        }
        return InvestmentSums(unit: units.unit, groups: groups.sorted { $1.amount.magnitude < $0.amount.magnitude })
    }

    /// What a column comes to: what its last sum or total prints, else its only amount, else the sum of its plain rows.
    ///
    /// - Returns: `nil` where nothing is printed, or the rows cannot be added up.
    package func columnTotal(_ column: Int, sums: Reconciliation) -> ColumnTotal? {
        for row in sums.rows.indices.reversed() where sums.rows[row].addsUp {
            guard let printed = summand(row: row, column: column).amount else { continue }
            return ColumnTotal(row: row, amount: printed.amount.value, unit: printed.unit)
        }
        let rows = sums.rows.indices.filter {
            sums.rows[$0] == .plain && summand(row: $0, column: column).amount != nil
        }
        let amounts = rows.compactMap { summand(row: $0, column: column).amount }
        // What stands alone is printed, not computed.
        if rows.count == 1, let only = amounts.first {
            return ColumnTotal(row: rows.first, amount: only.amount.value, unit: only.unit)
        }
        guard let first = amounts.first, let units = try? UnitSum(printed: first, amounts: Array(amounts.dropFirst()))
        else { return nil }
        return ColumnTotal(row: nil, amount: units.sum(amounts), unit: units.unit)
    }
}

/// What a column of money comes to.
package struct ColumnTotal: Sendable, Hashable {
    /// The row that prints it; `nil` where it is computed.
    package let row: Int?
    package let amount: Amount
    package let unit: MoneyUnit?

    package init(row: Int?, amount: Amount, unit: MoneyUnit?) {
        self.row = row
        self.amount = amount
        self.unit = unit
    }

    /// Kronor or euro for each inhabitant: whole ones, or with one decimal below 100.
    ///
    /// - Returns: `nil` where no unit is known, or there are no inhabitants.
    package func perInhabitant(_ population: Int) -> Amount? {
        guard let unit, population > 0 else { return nil }
        let people = Amount(mantissa: Int128(population), scale: 0)
        guard let whole = amount.shifted(by: unit.exponent).divided(by: people, decimals: 0) else { return nil }
        if Amount(mantissa: 100, scale: 0) <= whole.magnitude { return whole }
        return amount.shifted(by: unit.exponent).divided(by: people, decimals: 1)
    }
}
