import PlanModel

/// Reads the rows of a table by what its columns mean.
struct RowReader {
    private(set) var rows: [RowDraft] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let sheet: Sheet
    private let columns: [TableColumn]
    private let tableClass: TableClass

    init(_ sheet: Sheet, columns: [TableColumn], class tableClass: TableClass) {
        self.sheet = sheet
        self.columns = columns
        self.tableClass = tableClass
        for row in sheet.rows { rows.append(read(row)) }
        if sheet.hasSemicolons { doubtPoints() }
    }

    /// The first number of a column whose point may part thousands, unless others in it show that points are decimals.
    private mutating func doubtPoints() {
        for (index, column) in columns.enumerated() {
            guard case .money = column.role else { continue }
            let pointed = sheet.rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
                .filter { $0.text.contains(".") }
            guard let first = pointed.first, pointed.allSatisfy({ DoubtfulValues.isPointed($0.text) }),
                let finding = DoubtfulValues.points(Located(first.text, at: first.position))
            else { continue }
            diagnostics.append(finding)
        }
    }

    private mutating func read(_ row: Sheet.Row) -> RowDraft {
        if let extra = row.firstExtra {
            diagnostics.append(
                .tooManyCells(at: extra.position, columns: columns.count, isCSV: sheet.style == .csv))
        }
        var cells: [TableCell] = []
        var goals: [Located<String>] = []
        var id: Located<String>?
        var title: Located<String>?
        var fields: [Field: Located<FieldValue>] = [:]
        var reader = FieldReader(sheet.source)
        let end = row.cells.last?.position ?? SourcePosition(file: sheet.source.file, line: row.line, column: 1)
        for (index, column) in columns.enumerated() {
            let cell = index < row.cells.count ? row.cells[index] : Sheet.Cell(text: "", position: end)
            let text = Located(cell.text, at: cell.position)
            var reading: AmountReading?
            let isBlank = cell.text.isEmpty || Parts.isDash(cell.text)
            switch column.role {
            case .money: reading = amount(text)
            case .id where !isBlank: id = Located(cell.text.withoutInvisibleSigns().trimmed(), at: cell.position)
            case .title: title = text
            case .goals where !isBlank: goals = Parts.codes(text, in: sheet.source)
            case .field(let field) where !isBlank:
                guard let type = type(of: field) else { break }
                if let value = reader.value(text, as: type, name: column.heading) {
                    fields[field] = Located(value, at: text.position)
                    if field == .schedule, let finding = DoubtfulValues.schedule(text, in: sheet.source) {
                        diagnostics.append(finding)
                    }
                    if case .values(let values) = value {
                        diagnostics += NumberCheck.findings(values, style: sheet.style)
                    }
                }
            case .outcome where !isBlank, .forecast where !isBlank:
                if let finding = NumberCheck.finding(text, style: sheet.style) { diagnostics.append(finding) }
            case .date where !isBlank:
                _ = reader.value(text, as: .date(exact: false), name: column.heading)
            case .id, .goals, .field, .date, .label, .outcome, .forecast, .comment, .investmentKind, .cause, .effect,
                .event, .body, .text:
                break
            }
            cells.append(TableCell(text: cell.text, position: cell.position, reading: reading))
        }
        diagnostics += reader.diagnostics
        let draft = RowDraft(
            cells: cells, line: row.line, goals: goals, writtenID: id,
            title: title ?? Located("", at: end), fields: fields)
        if tableClass == .outcomes, id == nil, !draft.isEmpty, columns.contains(where: { $0.role == .id }) {
            diagnostics.append(.outcomeWithoutID(at: cells.first?.position ?? end))
        }
        return draft
    }

    private func type(of field: Field) -> FieldType? {
        if let kind = tableClass.entityKind { return Schema.type(of: field, for: kind) }
        return field == .status ? .status(Status.ofWork) : nil
    }

    private mutating func amount(_ text: Located<String>) -> AmountReading {
        let reading = AmountReading.read(text.value, style: sheet.style)
        if case .unreadable(let fault) = reading {
            diagnostics.append(.unreadableAmount(text, fault, style: sheet.style))
        }
        return reading
    }
}
