import PlanGraph
import PlanModel

@testable import PlanExports

/// What a table says, however it is written: what must stay the same when its exported file is read again.
struct TableMeaning: Equatable, CustomStringConvertible {
    struct Column: Equatable {
        let name: String
        let role: ColumnRole
    }

    enum Cell: Equatable {
        case text(String)
        case missing
        case amount(Amount, decimals: Int, unit: MoneyUnit?, isPercentage: Bool)
    }

    struct Row: Equatable {
        let role: String
        /// The row of the whole, for parts.
        let whole: Int?
        let entity: EntityID?
        let goals: [String]
        let cells: [Cell]
    }

    struct Check: Equatable {
        let place: [Int]
        let verdict: String
        let computed: Amount?
        let difference: Amount?
        let tolerance: Amount?
        let unit: MoneyUnit?
        let terms: [Int]
    }

    /// The words that the program brings.
    static func words(_ language: Language) -> InterfaceStrings {
        let column =
            switch language {
            case .swedish: "Kolumn {number}"
            case .english: "Column {number}"
            }
        return InterfaceStrings(
            language: language, entries: ["catalog.column": column, "catalog.repeated": "{heading} ({number})"])
    }

    let id: EntityID
    let `class`: TableClass
    let title: String
    let unit: MoneyUnit?
    let columns: [Column]
    let rows: [Row]
    let checks: [Check]

    init(_ table: PlanTable, in library: Library) {
        let sheet = TableSheet(table, words: Self.words(table.language))
        let reconciliation = library.reconciliations[table.id]
        let roles = reconciliation?.rows ?? table.rowRoles
        let places = Dictionary(uniqueKeysWithValues: sheet.rows.enumerated().map { ($1.index, $0) })
        id = table.id
        self.class = table.class
        title = table.title
        unit = table.unit
        columns = zip(sheet.names, table.columns).map { Column(name: $0, role: $1.role) }
        rows = sheet.rows.map { kept in
            let row = table.rows[kept.index]
            var whole: Int?
            if case .part(let index) = roles[kept.index] { whole = index.flatMap { places[$0] } }
            return Row(
                role: roles[kept.index].word, whole: whole, entity: row.entity, goals: row.goals.map(\.value),
                cells: table.columns.indices.map { Self.cell(row, column: $0, in: table) })
        }
        var checks = (reconciliation?.checks ?? []).map { check in
            Check(
                place: [places[check.row] ?? -1, check.column], verdict: check.verdict.word, computed: check.computed,
                difference: check.difference, tolerance: check.tolerance, unit: check.unit,
                terms: check.terms.compactMap { places[$0] })
        }
        checks += (reconciliation?.parts ?? []).map { check in
            Check(
                place: [places[check.whole] ?? -1, check.column], verdict: check.word, computed: check.sum,
                difference: check.excess, tolerance: check.tolerance, unit: check.unit,
                terms: check.parts.compactMap { places[$0] })
        }
        checks += (reconciliation?.bridges ?? []).map { bridge in
            Check(
                place: [bridge.column], verdict: bridge.verdict.word, computed: bridge.computed,
                difference: bridge.difference, tolerance: bridge.tolerance, unit: bridge.unit, terms: [bridge.year])
        }
        self.checks = checks
    }

    private static func cell(_ row: TableRow, column: Int, in table: PlanTable) -> Cell {
        guard column < row.cells.count else { return .text("") }
        let cell = row.cells[column]
        guard let money = table.columns[column].role.money, let reading = cell.reading else { return .text(cell.text) }
        switch reading {
        case .missing: return .missing
        case .unreadable: return .text(cell.text)
        case .amount(let amount):
            let isPercentage = amount.isPercentage || (money.isPercentage && amount.unit == nil)
            return .amount(
                amount.value, decimals: amount.value.scale,
                unit: isPercentage ? nil : table.unit(of: amount, column: column), isPercentage: isPercentage)
        }
    }

    var description: String {
        let heading = columns.map { "\($0.name) \($0.role)" }.joined(separator: " | ")
        let lines = rows.map { row in
            "\(row.role) \(row.whole ?? -1) \(row.entity?.text ?? "") \(row.goals) "
                + row.cells.map { "\($0)" }.joined(separator: " | ")
        }
        return ([heading] + lines + checks.map { "\($0)" }).joined(separator: "\n")
    }
}
