import PlanModel

/// A translated table beside its original.
struct TablePairing {
    private(set) var diagnostics: [Diagnostic] = []
    /// The row of the original that each row translates.
    let rows: [Int?]
    private let draft: TableDraft
    private let original: TableDraft
    private let table: PlacedTable
    /// What amounts are counted in where the original's caption doesn't say.
    private let inheritedUnit: MoneyUnit?
    /// The column of the original that each column translates; empty where the tables can't be laid beside each other.
    private var columns: [Int?] = []

    init(_ draft: TableDraft, _ table: PlacedTable, inheritedUnit: MoneyUnit?) {
        self.draft = draft
        self.inheritedUnit = inheritedUnit
        self.table = table
        original = table.draft
        let shape = Diagnostic.tableShapeDiffers(
            at: draft.position, rows: draft.rows.count, columns: draft.columns.count,
            original: (original.rows.count, original.columns.count))
        // A table whose cells could not be read is reported where it stands.
        guard !draft.columns.isEmpty, !original.columns.isEmpty else {
            rows = draft.rows.map { _ in nil }
            return
        }
        guard draft.class == original.class else {
            rows = draft.rows.map { _ in nil }
            diagnostics.append(
                .translationDiffers(
                    draft.title, Located("." + draft.class.rawValue, at: draft.position),
                    original: "." + original.class.rawValue, at: original.position))
            return
        }
        let hasIDs = [draft, original].allSatisfy { table in table.rows.contains { $0.writtenID != nil } }
        if hasIDs {
            let places = Dictionary(
                original.rows.enumerated().compactMap { index, row in
                    row.writtenID.map { ($0.value.lowercased(), index) }
                }, uniquingKeysWith: { first, _ in first })
            var seen: Set<Int> = []
            var rows: [Int?] = []
            for row in draft.rows {
                let match = row.writtenID.flatMap { places[$0.value.lowercased()] }
                if let id = row.writtenID, match == nil { diagnostics.append(.rowWithoutOriginal(id)) }
                if let match { seen.insert(match) }
                rows.append(match)
            }
            self.rows = rows
            if diagnostics.isEmpty, seen.count < places.count { diagnostics.append(shape) }
        } else if draft.rows.count == original.rows.count {
            rows = Array(original.rows.indices)
        } else {
            rows = draft.rows.map { _ in nil }
            diagnostics.append(shape)
        }
        guard draft.columns.count == original.columns.count else {
            if diagnostics.isEmpty { diagnostics.append(shape) }
            return
        }
        columns = Self.pairColumns(draft.columns, original.columns)
    }

    /// Columns with the same meaning belong together; of several (amounts, plain text) those in the same order.
    private static func pairColumns(_ columns: [TableColumn], _ originals: [TableColumn]) -> [Int?] {
        var free = Set(originals.indices)
        return columns.map { column in
            // Amounts of the same year and version, in whatever order; else those in the same order.
            let match =
                originals.indices.first { free.contains($0) && isAlike(originals[$0].role, column.role) }
                ?? originals.indices.first { free.contains($0) && isMoney(originals[$0]) && isMoney(column) }
            if let match { free.remove(match) }
            return match
        }
    }

    private static func isMoney(_ column: TableColumn) -> Bool {
        if case .money = column.role { true } else { false }
    }

    private static func isAlike(_ left: ColumnRole, _ right: ColumnRole) -> Bool {
        if case .money(let left) = left, case .money(let right) = right {
            return left.period == right.period && left.version == right.version
        }
        return left == right
    }

    /// Reports every figure that differs.
    mutating func compare() {
        guard draft.class == original.class else { return }
        if let unit = draft.unit, let other = original.unit ?? inheritedUnit, unit != other {
            diagnostics.append(
                .translationDiffers(
                    "unit", Located(unit.rawValue, at: draft.position), original: other.rawValue,
                    at: original.position))
        }
        for (index, column) in columns.enumerated() {
            guard let place = column, case .money(let left) = draft.columns[index].role,
                case .money(let right) = original.columns[place].role,
                left.period != right.period || versionDiffers(left, right)
                    || unitDiffers(left, right)
            else { continue }
            let heading = draft.columns[index]
            diagnostics.append(
                .translationDiffers(
                    heading.heading, Located(heading.heading, at: heading.position),
                    original: original.columns[place].heading, at: original.columns[place].position))
        }
        for (index, row) in draft.rows.enumerated() {
            if let place = rows[index] { compare(row, original.rows[place]) }
        }
    }

    /// Whether headings say that amounts are of different stages; a word that is no known stage says nothing.
    private func versionDiffers(_ left: MoneyColumn, _ right: MoneyColumn) -> Bool {
        guard let left = left.version, let right = right.version else { return false }
        return left != right
    }

    /// Whether headings make a difference between the units; one between the captions is reported at the caption.
    private func unitDiffers(_ left: MoneyColumn, _ right: MoneyColumn) -> Bool {
        guard left.unit != nil || right.unit != nil else { return false }
        return (left.unit ?? draft.unit ?? inheritedUnit) != (right.unit ?? original.unit ?? inheritedUnit)
    }

    private mutating func compare(_ row: RowDraft, _ other: RowDraft) {
        for (index, column) in draft.columns.enumerated() {
            guard index < columns.count, let place = columns[index] else { continue }
            let cell = row.cells[index]
            let original = other.cells[place]
            let isSame: Bool
            switch column.role {
            case .money: isSame = Figures.same(cell.reading, original.reading)
            case .goals: isSame = Set(row.goals.map(Self.folded)) == Set(other.goals.map(Self.folded))
            case .field(let field):
                let isUnreadable = other.fields[field] == nil && !original.text.isEmpty && !Parts.isDash(original.text)
                guard let value = row.fields[field], !isUnreadable else { continue }
                isSame = Figures.difference(field, value, other.fields[field]) == nil
            case .date:
                guard let date = CalendarDate(cell.text) else { continue }
                isSame = date == CalendarDate(original.text)
            case .outcome, .forecast: isSame = Figures.same(cell.text, original.text)
            case .id, .label, .title, .comment, .investmentKind, .cause, .effect, .event, .body, .text: continue
            }
            guard !isSame else { continue }
            diagnostics.append(
                .translationDiffers(
                    column.heading, Located(cell.text, at: cell.position), original: original.text,
                    at: original.position))
        }
    }

    private static func folded(_ code: Located<String>) -> String { EntityID(code.value).local.lowercased() }
}
