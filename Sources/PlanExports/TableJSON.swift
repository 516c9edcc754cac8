import PlanGraph
import PlanModel

/// A table's JSON: every cell with its printed form and value, every printed sum with what its rows give.
///
/// Rows are those of the CSV file, counted from 0 without the heading. Keys without a value are left out; a missing amount
/// is `"value": null`. Amounts are exact decimal numbers with the digits that were printed.
struct TableJSON {
    private let table: PlanTable
    private let sheet: TableSheet
    private let library: Library
    private let roles: [RowRole]
    private let reconciliation: Reconciliation?
    /// Which row of the file a row of the table is.
    private let places: [Int: Int]

    init(_ table: PlanTable, sheet: TableSheet, library: Library) {
        self.table = table
        self.sheet = sheet
        self.library = library
        reconciliation = library.reconciliations[table.id]
        roles = reconciliation?.rows ?? table.rowRoles
        places = Dictionary(uniqueKeysWithValues: sheet.rows.enumerated().map { ($1.index, $0) })
    }

    var text: JSONText {
        let plan = table.plan.flatMap { library[$0] }
        let owner = table.owner.flatMap { library[$0] }
        let attributes = table.attributes
        return .object([
            ("id", .string(table.id.text)), ("title", .string(table.title)), ("class", .string(table.class.rawValue)),
            ("url", .string(library.address(of: table.id).text)), ("csv", .string(DataPaths.csv(of: table))),
            ("organisation", .optional(table.organisation?.text)), ("plan", .optional(table.plan?.text)),
            ("language", .string(table.language.rawValue)), ("unit", .optional(table.unit?.rawValue)),
            ("source", .optional(plan?.text(.source) ?? owner?.text(.source))),
            ("decision", plan?.decision.flatMap(Self.decision)),
            ("accept", .optional(attributes.accept?.value)), ("goals", .ids(ids(attributes.goals))),
            ("frames", .optional(attributes.frames.flatMap { id($0) }?.text)),
            ("columns", .array(zip(table.columns, sheet.names).map(Self.column))),
            ("rows", .array(sheet.rows.map(row))),
            ("parts", checked(reconciliation?.parts.map(parts))),
            ("bridges", checked(reconciliation?.bridges.map(bridge))),
            ("uncomputed", checked(reconciliation?.uncomputed.map(uncomputed))),
        ])
    }

    private func checked(_ checks: [JSONText]?) -> JSONText? { checks.flatMap { $0.isEmpty ? nil : .array($0) } }

    private func id(_ reference: Located<String>) -> EntityID? {
        library.links.entity(reference.value, plan: table.plan, organisation: table.organisation)
    }

    private func ids(_ references: [Located<String>]) -> [EntityID] {
        var ids: [EntityID] = []
        for id in references.compactMap(id) where !ids.contains(id) { ids.append(id) }
        return ids
    }

    private static func decision(_ decision: Decision) -> JSONText? {
        let pairs: [(key: String, value: JSONText?)] = [
            ("body", .optional(decision.body?.value)), ("date", .optional(decision.date?.value.text)),
            ("paragraph", .optional(decision.paragraph?.value)),
            ("diary-number", .optional(decision.diaryNumber?.value)),
        ]
        return pairs.contains { $0.value != nil } ? .object(pairs) : nil
    }

    private static func column(_ column: TableColumn, name: String) -> JSONText {
        let money = column.role.money
        return .object([
            ("heading", .string(column.heading)), ("name", name == column.heading ? nil : .string(name)),
            ("role", .string(column.role.word)), ("period", .optional(money?.period?.text)),
            ("version", .optional(money?.version?.rawValue)), ("unit", .optional(money?.unit?.rawValue)),
            ("percentage", money.map { .flag($0.isPercentage) }),
        ])
    }

    // MARK: Rows

    private func row(_ sheetRow: TableSheet.Row) -> JSONText {
        let row = table.rows[sheetRow.index]
        var whole: Int?
        if case .part(let index) = roles[sheetRow.index] { whole = index.flatMap { places[$0] } }
        let tied = row.entity.map { library.targets(of: $0, .contributesTo, .measures, .mitigates).map(\.id) } ?? []
        let written = ids(row.goals)
        return .object([
            ("role", .string(roles[sheetRow.index].word)), ("whole", whole.map { .integer($0) }),
            ("entity", .optional(row.entity?.text)),
            ("goals", .ids(written + tied.filter { !written.contains($0) })),
            ("cells", .array(table.columns.indices.map { cell(row, index: sheetRow.index, column: $0) })),
        ])
    }

    private func cell(_ row: TableRow, index: Int, column: Int) -> JSONText {
        guard column < row.cells.count else {
            return .object([table.columns[column].role.money == nil ? ("text", .string("")) : ("value", .null)])
        }
        let cell = row.cells[column]
        guard let money = table.columns[column].role.money, let reading = cell.reading else {
            return .object([("text", .string(cell.text))])
        }
        switch reading {
        case .missing: return .object([("printed", .string(cell.text)), ("value", .null)])
        case .unreadable: return .object([("text", .string(cell.text)), ("value", .null)])
        case .amount(let amount):
            let isPercentage = amount.isPercentage || (money.isPercentage && amount.unit == nil)
            let unit = isPercentage ? "%" : table.unit(of: amount, column: column)?.rawValue
            return .object(
                [
                    ("printed", .string(amount.text)), ("value", .number(amount.value)), ("unit", .optional(unit)),
                    ("period", .optional(money.period?.text)), ("version", .optional(money.version?.rawValue)),
                ] + (reconciliation?.check(row: index, column: column).map(verdict) ?? []))
        }
    }

    // MARK: Verdicts

    private func verdict(_ check: SumCheck) -> [(key: String, value: JSONText?)] {
        [
            ("verdict", .string(check.verdict.word)), ("computed", .optional(check.computed)),
            ("difference", .optional(check.difference)), ("tolerance", .optional(check.tolerance)),
            ("terms", .array(rows(check.terms))), ("reason", .optional(check.verdict.reason?.word)),
        ]
    }

    private func rows(_ rows: [Int]) -> [JSONText] { rows.compactMap { places[$0] }.map { .integer($0) } }

    private func parts(_ check: PartsCheck) -> JSONText {
        .object([
            ("column", .integer(check.column)), ("whole", places[check.whole].map { .integer($0) }),
            ("parts", .array(rows(check.parts))), ("printed", .number(check.printed.value)),
            ("unit", .optional(check.unit?.rawValue)), ("sum", .number(check.sum)), ("excess", .number(check.excess)),
            ("tolerance", .number(check.tolerance)), ("verdict", .string(check.word)),
        ])
    }

    private func bridge(_ bridge: FrameBridge) -> JSONText {
        .object([
            ("column", .integer(bridge.column)), ("year", .integer(bridge.year)),
            ("unit", .optional(bridge.unit?.rawValue)), ("from", .number(bridge.from)),
            ("changes", .number(bridge.changes)), ("computed", .number(bridge.computed)), ("to", .number(bridge.to)),
            ("difference", .number(bridge.difference)), ("tolerance", .number(bridge.tolerance)),
            ("verdict", .string(bridge.verdict.word)),
        ])
    }

    /// Parts (with a whole) or a frame that could not be compared, and why.
    private func uncomputed(_ check: UncomputedCheck) -> JSONText {
        .object([
            ("column", .integer(check.column)), ("whole", check.whole.flatMap { places[$0] }.map { .integer($0) }),
            ("verdict", .string(Verdict.notComputable(check.reason).word)), ("reason", .string(check.reason.word)),
        ])
    }
}
