import PlanGraph
import PlanMarkdown
import PlanModel

/// What a table of money comes to, as a sentence with a number in it.
struct KeyFigure {
    /// As the edition shows it.
    let table: PlanTable
    /// The number alone, ready to be set large.
    let amount: String
    let unit: MoneyUnit?
    /// The row and the column that print it, in the table's language.
    let words: String
    /// How much more or less it is than before, in the page's language.
    let change: String?
}

extension Edition {
    /// What the money tables of a plan come to, in reading order.
    func keyFigures(ofMoneyIn plan: Entity) -> [KeyFigure] {
        library.tables.filter { $0.plan == plan.id && $0.class.isMoney }.compactMap { keyFigure(of: $0, in: plan) }
    }

    /// What a table comes to in the plan's first year, else in its newest column.
    ///
    /// A result of 0 says nothing of a budget's size: there the last sum that is not 0 speaks.
    private func keyFigure(of original: PlanTable, in plan: Entity) -> KeyFigure? {
        let table = shown(original)
        guard let total = totalRow(of: original), let roles = library.reconciliations[original.id]?.rows else {
            return nil
        }
        func amount(_ row: Int, _ column: Int) -> PrintedAmount? {
            column < table.rows[row].cells.count ? table.rows[row].cells[column].reading?.amount : nil
        }
        let columns = table.summedColumns.filter { amount(total, $0) != nil }
        let ofYear = columns.filter { column in
            guard case .money(let money) = table.columns[column].role, let year = plan.period?.first else {
                return false
            }
            return money.period == Period(first: year)
        }
        let rows = [total] + roles.indices.reversed().filter { roles[$0] == .sum }
        guard let column = ofYear.last ?? columns.last,
            let row = rows.first(where: { row in amount(row, column).map { $0.value.mantissa != 0 } ?? false }),
            let printed = amount(row, column)
        else { return nil }
        return KeyFigure(
            table: table, amount: printed.displayText(in: table.language),
            unit: printed.unit == nil ? table.unit(of: printed, column: column) : nil,
            words: table.label(ofRow: row, column: table.labelColumn) + ", " + table.columns[column].heading,
            change: change(of: row, to: column, printed: printed, in: table))
    }

    private func change(of row: Int, to column: Int, printed: PrintedAmount, in table: PlanTable) -> String? {
        guard let pair = table.columnPairs.first(where: { $0.to == column }),
            let change = table.changes(between: pair).first(where: { $0.row == row }), change.difference.mantissa != 0
        else { return nil }
        // How much there is of it, whichever sign it is printed with.
        let isMore = (change.difference.mantissa > 0) == (printed.value.mantissa > 0)
        return t(
            isMore ? "plan.more-than" : "plan.less-than",
            [
                "difference": number(change.difference.magnitude, in: table, decimals: printed.value.scale),
                "column": table.columns[pair.from].heading,
            ])
    }

    /// Unit, row, column and change: what stands after the number.
    func append(_ figure: KeyFigure, into html: inout HTML) {
        if let unit = figure.unit { html.append(text: unit.rawValue + " ") }
        html.append(raw: "<span\(languageAttribute(of: figure.table))>")
        html.append(text: Typography.binding(figure.words))
        html.append("</span>")
        if let change = figure.change { html.append(text: ", " + Typography.binding(change)) }
    }
}
