import PlanModel

/// Tells what the columns of a table mean.
struct ColumnReader {
    private(set) var columns: [TableColumn] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let sheet: Sheet
    private let tableClass: TableClass
    private let known: [KnownColumn]

    /// - Parameter position: the caption's, for what the table as a whole lacks.
    init(_ sheet: Sheet, class tableClass: TableClass, position: SourcePosition) {
        self.sheet = sheet
        self.tableClass = tableClass
        known = ColumnNames.known(tableClass)
        var hasLabel = false
        for (index, cell) in sheet.header.enumerated() {
            let heading = Heading(cell.text)
            var role: ColumnRole
            if tableClass.isMoney, !hasLabel {
                // The label comes first; an Id may stand before it.
                role = ColumnNames.id.names.contains(where: heading.begins) ? .id : .label
                hasLabel = role == .label
            } else {
                role = self.role(heading, cell: cell, column: index)
            }
            if let first = columns.first(where: { $0.role == role }), Self.isUnique(role) {
                // A misspelt heading is reported as such, whatever else there is.
                if diagnostics.last?.position != cell.position {
                    diagnostics.append(
                        .duplicateColumn(Located(cell.text, at: cell.position), first: first.heading))
                }
                role = .text
            }
            columns.append(TableColumn(heading: cell.text, position: cell.position, role: role))
        }
        if tableClass.isMoney, !sheet.rows.isEmpty, diagnostics.isEmpty,
            !columns.contains(where: { if case .money = $0.role { true } else { false } })
        {
            diagnostics.append(.missingMoney(at: sheet.header.first?.position ?? position))
        }
        for required in ColumnNames.required(tableClass) where !columns.contains(where: { $0.role == required }) {
            let names = known.first { $0.role == required }?.names ?? []
            diagnostics.append(.missingColumn(names, at: sheet.header.first?.position ?? position))
        }
    }

    private mutating func role(_ heading: Heading, cell: Sheet.Cell, column: Int) -> ColumnRole {
        if let role = heading.role(among: known) { return role }
        let money = tableClass.isMoney ? MoneyHeading(heading) : nil
        if let money, money.isMoney, money.version != nil || heading.nearMiss(among: Self.moneyWords) == nil {
            if let word = money.unknownUnit { report(unit: word, in: cell) }
            return .money(money.column)
        }
        if let (name, role) = nearMiss(heading) {
            diagnostics.append(.unknownColumn(Located(cell.text, at: cell.position), meant: name))
            return role
        }
        guard let money else { return .text }
        if money.isMoney || holdsNumbers(column) { return .money(money.column) }
        return .text
    }

    /// Words that begin the heading of a column of money. An ending (`Budgeten`) is no misspelling of them.
    private static let moneyWords = ["Budget", "Bokslut", "Utfall", "Prognos", "Outcome", "Forecast"]

    private func nearMiss(_ heading: Heading) -> (name: String, role: ColumnRole)? {
        let near = known.compactMap { column in heading.nearMiss(among: column.names).map { ($0, column.role) } }
        if let best = near.min(by: { heading.distance(to: $0.0) < heading.distance(to: $1.0) }) { return best }
        guard tableClass.isMoney else { return nil }
        let words = Self.moneyWords.filter { !(heading.words.first ?? "").hasPrefix($0.lowercased()) }
        guard let name = heading.nearMiss(among: words + ColumnNames.amount.names) else { return nil }
        return (name, .money(MoneyHeading(heading).column))
    }

    /// Whether at least half of what stands in a column reads as numbers.
    private func holdsNumbers(_ column: Int) -> Bool {
        var filled = 0
        var numbers = 0
        for row in sheet.rows where column < row.cells.count {
            switch AmountReading.read(row.cells[column].text, style: sheet.style) {
            case .missing: continue
            case .amount where row.cells[column].isMarkedText: filled += 1
            case .amount:
                filled += 1
                numbers += 1
            case .unreadable: filled += 1
            }
        }
        return numbers > 0 && numbers * 2 >= filled
    }

    private mutating func report(unit word: String, in cell: Sheet.Cell) {
        let written = cell.text.split { !$0.isLetter }.map(String.init).last { $0.lowercased() == word.lowercased() }
        let name = written ?? word
        var locator = PartLocator(cell.position, in: sheet.source)
        diagnostics.append(.unknownUnit(Located(name, at: locator.next(name))))
    }

    /// Whether a table has one column at most with a meaning.
    private static func isUnique(_ role: ColumnRole) -> Bool {
        switch role {
        case .money, .text: false
        case .id, .label, .title, .field, .goals, .outcome, .forecast, .comment, .investmentKind, .cause, .effect,
            .date, .event, .body:
            true
        }
    }
}
