import PlanGraph
import PlanMarkdown
import PlanModel

/// What a table of money comes to, as a sentence with a number in it: `2 547,4` `mnkr till Regionkontoret 2019, 129,1 mer än 2018`.
struct KeyFigure {
    /// As the edition shows it.
    let table: PlanTable
    /// The number alone, ready to be set large; a cost without its minus, since the words say that it is one.
    let amount: String
    let unit: MoneyUnit?
    /// What the number is and of when: words of the page around words of the table.
    let words: FigureWords
    /// How much more or less it is than before, in the page's language.
    let change: String?
    let row: Int
    let column: Int
}

extension Edition {
    /// What the money tables of a plan come to, in reading order; what two of them print is said once, with the change.
    func keyFigures(ofMoneyIn plan: Entity) -> [KeyFigure] {
        let all = (tablesByPlan[plan.id] ?? []).filter(\.class.isMoney)
            .compactMap { keyFigure(of: $0, in: plan) }
        var figures: [KeyFigure] = []
        for figure in all {
            guard let twin = figures.firstIndex(where: { $0.amount == figure.amount && $0.unit == figure.unit }) else {
                figures.append(figure)
                continue
            }
            if figures[twin].change == nil, figure.change != nil { figures[twin] = figure }
        }
        return figures
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
        let rows = [total] + roles.indices.reversed().filter { roles[$0] == .sum }
        guard let column = speakingColumn(of: table, row: total),
            let row = rows.first(where: { row in amount(row, column).map { $0.value.mantissa != 0 } ?? false }),
            let printed = amount(row, column)
        else { return nil }
        let phrase = FigurePhrase(table: table, row: row, column: column, role: roles[row], edition: self)
        let flows = library.flows(of: table)
        let (words, hidesSign) = phrase.words(of: printed, flows: flows)
        return KeyFigure(
            table: table,
            amount: hidesSign
                ? number(printed.value.magnitude, in: table, decimals: printed.value.scale)
                : printed.displayText(in: table.language),
            unit: printed.unit == nil || hidesSign ? table.unit(of: printed, column: column) : nil, words: words,
            change: change(
                of: row, to: column, printed: printed, in: table, saysDirection: phrase.saysDirection(flows)),
            row: row, column: column)
    }

    /// The column that speaks for a table: the plan's first year, else the newest year or version, else the last with an amount.
    ///
    /// - Parameter row: a row that has to print an amount there.
    func speakingColumn(of table: PlanTable, row: Int? = nil) -> Int? {
        let columns = table.summedColumns.filter { column in
            row.map { table.hasAmount(row: $0, column: column) }
                ?? table.rows.indices.contains { table.hasAmount(row: $0, column: column) }
        }
        let year = table.plan.flatMap { library[$0]?.period?.first }
        let versions = columns.filter { table.isVersion($0) }
        let ofYear = versions.filter { column in
            guard case .money(let money) = table.columns[column].role, let year else { return false }
            return money.period == Period(first: year)
        }
        let pairs = table.columnPairs.map(\.to)
        // Of several versions of the year the latest in its life.
        return pairs.last { ofYear.contains($0) } ?? ofYear.last ?? pairs.last { columns.contains($0) } ?? versions.last
            ?? columns.last
    }

    /// - Parameter saysDirection: whether the words say that costs are larger than incomes, or the other way round.
    private func change(
        of row: Int, to column: Int, printed: PrintedAmount, in table: PlanTable, saysDirection: Bool
    ) -> String? {
        guard let pair = table.columnPairs.first(where: { $0.to == column }),
            let change = table.changes(between: pair).first(where: { $0.row == row }), change.difference.mantissa != 0
        else { return nil }
        // How much there is of it: a cost that grows is more, though it is further below 0. What changes sign is more or less
        // as numbers are.
        let before = printed.value - change.difference
        if saysDirection, before.mantissa.signum() * printed.value.mantissa.signum() < 0 {
            return t(
                "plan.turned",
                [
                    "amount": number(before.magnitude, in: table, decimals: printed.value.scale),
                    "column": when(pair.from, besides: column, in: table),
                ])
        }
        let isCost = printed.value <= .zero && before <= .zero
        let isMore = (change.difference.mantissa > 0) != isCost
        let words = t(
            isMore ? "plan.more-than" : "plan.less-than",
            [
                "difference": number(change.difference.magnitude, in: table, decimals: printed.value.scale),
                "column": when(pair.from, besides: column, in: table),
            ])
        // What is compared with a sum that does not hold is worth no more than that.
        let doubtful = [pair.from, pair.to].first { column in
            library.reconciliations[table.id]?.check(row: row, column: column)?.verdict.isDifference == true
        }
        return doubtful.map { words + " (" + t("plan.doubt", ["column": when($0, besides: nil, in: table)]) + ")" }
            ?? words
    }

    /// What a column is called beside another: its year alone where both show the same version, else its heading.
    func when(_ column: Int, besides other: Int?, in table: PlanTable) -> String {
        let money = table.columns[column].role.money
        let version = (other.flatMap { table.columns[$0].role.money } ?? money)?.version
        guard let period = money?.period, version == money?.version, table.isVersion(column) else {
            return table.columns[column].heading
        }
        return text(of: period)
    }

    /// Unit, row, column and change: what stands after the number.
    func append(_ figure: KeyFigure, into html: inout HTML) {
        if let unit = figure.unit { html.append(text: unit.rawValue + " ") }
        for piece in figure.words.pieces {
            let text = Typography.binding(piece.text)
            if piece.isOfTable, figure.table.language != language {
                html.append(raw: "<span\(languageAttribute(of: figure.table))>")
                html.append(text: text)
                html.append("</span>")
            } else {
                html.append(text: text)
            }
        }
        if let change = figure.change { html.append(text: ", " + Typography.binding(change)) }
    }
}
