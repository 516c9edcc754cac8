import PlanGraph
import PlanModel

extension TableSheet {
    /// The cells that are added up; `nil` where one of them is no number in the sheet.
    func terms(of rows: [Int], column: Int, unit: MoneyUnit?) -> [SumFormula.Term]? {
        var terms: [SumFormula.Term] = []
        for row in rows {
            guard let amount = amount(row: row, column: column), SheetNumber.keeps(amount.value) else { return nil }
            let own = table.unit(of: amount, column: column) ?? unit
            guard own?.currency == unit?.currency else { return nil }
            terms.append(.init(row: row, exponent: (own?.exponent ?? 0) - (unit?.exponent ?? 0)))
        }
        return terms
    }

    /// - Parameters:
    ///   - start: a number that the cells are added to.
    ///   - result: what the formula gives.
    func formula(
        _ terms: [SumFormula.Term], column: Int, from start: Amount? = nil, result: Amount
    ) -> String? {
        let placed = terms.map { SumFormula.Term(row: place(ofRow: $0.row), exponent: $0.exponent) }
        let sum = SumFormula.sum(placed, column: column, from: start) { place in
            let row = place - Self.headerRow - 1
            guard table.rows.indices.contains(row), column < table.rows[row].cells.count else { return true }
            return table.rows[row].cells[column].reading == .missing
        }
        // Binary fractions that should end in nothing can end in crumbs, which would be shown as −0,0.
        guard result == .zero, let sum else { return sum }
        let decimals = terms.map { term in
            (amount(row: term.row, column: column)?.value.scale ?? 0) + max(0, -term.exponent)
        }
        return "ROUND(\(sum),\(max(decimals.max() ?? 0, start?.scale ?? 0)))"
    }
}
