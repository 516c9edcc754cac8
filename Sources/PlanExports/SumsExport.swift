import PlanGraph
import PlanModel

/// `data/sums.csv`: every printed sum of the site beside what its rows give.
///
/// Headings are English, since programs read them. Amounts are exact decimals in the unit of the printed sum.
struct SumsExport {
    enum Column: String, CaseIterable {
        case table, plan, row, column, what, printed, computed, difference, tolerance, unit, verdict, explanation

        var isNumber: Bool {
            switch self {
            case .printed, .computed, .difference, .tolerance: true
            case .table, .plan, .row, .column, .what, .unit, .verdict, .explanation: false
            }
        }

        /// What a reader of the data package is told.
        var description: String {
            switch self {
            case .table: "Id of the table"
            case .plan: "Id of the plan"
            case .row: "Label of the row, as printed"
            case .column: "Heading of the column, as printed"
            case .what:
                "sum or total: a printed sum; parts: a row beside the sum of its parts (Varav); frame: a year's frame "
                    + "beside the frame of the year before and the changes between them"
            case .printed: "The amount as printed"
            case .computed: "What the rows give; empty where nothing can be computed"
            case .difference: "Printed - computed; for parts only where they are larger than their row"
            case .tolerance: "The largest difference that rounding can explain"
            case .unit: "Unit of the amounts in the row"
            case .verdict:
                "exact, within-rounding, differs or not-computable; for parts also no-larger: they may be less than "
                    + "their whole"
            case .explanation: "Why a difference is published as it is, or why nothing can be computed"
            }
        }
    }

    /// Without the heading, in the order of tables, rows and columns.
    let rows: [[String]]
    let file: SiteFile
    let hash: String

    init(_ tables: [PublishedTable], library: Library) {
        rows = tables.flatMap { table in
            library.reconciliations[table.table.id].map { Self.rows(of: table.table, $0) } ?? []
        }
        file = SiteFile(path: DataPaths.sums, bytes: CSVText.bytes([Column.allCases.map(\.rawValue)] + rows))
        hash = SHA256.hex(file.bytes)
    }

    /// One row of the file; what is `nil` is left empty.
    private struct Line {
        let row: String
        let column: Int
        let what: String
        let printed: Amount?
        let computed: Amount?
        let difference: Amount?
        let tolerance: Amount?
        let unit: MoneyUnit?
        let verdict: String
        var reason: NotComputable?
    }

    private static func rows(of table: PlanTable, _ found: Reconciliation) -> [[String]] {
        let labels = table.labelColumn
        let sums = found.checks.map { check in
            Line(
                row: table.label(ofRow: check.row, column: labels), column: check.column,
                what: found.rows[check.row].word, printed: check.printed.value, computed: check.computed,
                difference: check.difference, tolerance: check.tolerance, unit: check.unit,
                verdict: check.verdict.word, reason: check.verdict.reason)
        }
        let parts = found.parts.map { check in
            Line(
                row: table.label(ofRow: check.whole, column: labels), column: check.column, what: "parts",
                printed: check.printed.value, computed: check.sum,
                // Parts may be less than their whole: that is no difference.
                difference: check.exceeds ? check.printed.value - check.sum : nil,
                tolerance: check.tolerance, unit: check.unit, verdict: check.word)
        }
        let frames = found.bridges.map { bridge in
            Line(
                row: "", column: bridge.column, what: "frame", printed: bridge.to, computed: bridge.computed,
                difference: bridge.difference, tolerance: bridge.tolerance, unit: bridge.unit,
                verdict: bridge.verdict.word)
        }
        let uncomputed = found.uncomputed.map { check in
            Line(
                row: check.whole.map { table.label(ofRow: $0, column: labels) } ?? "", column: check.column,
                what: check.whole == nil ? "frame" : "parts", printed: nil, computed: nil, difference: nil,
                tolerance: nil, unit: nil, verdict: Verdict.notComputable(check.reason).word, reason: check.reason)
        }
        return (sums + parts + frames + uncomputed).map { cells(of: $0, in: table) }
    }

    private static func cells(of line: Line, in table: PlanTable) -> [String] {
        let isDifference = line.verdict == Verdict.differs(by: .zero).word
        let accepted = isDifference ? table.attributes.accept?.value : nil
        return Column.allCases.map { column in
            switch column {
            case .table: SpreadsheetText.guarded(table.id.text)
            case .plan: SpreadsheetText.guarded(table.plan?.text ?? "")
            case .row: SpreadsheetText.guarded(line.row)
            case .column: SpreadsheetText.guarded(table.columns[line.column].heading)
            case .what: line.what
            case .printed: line.printed?.machineText ?? ""
            case .computed: line.computed?.machineText ?? ""
            case .difference: line.difference?.machineText ?? ""
            case .tolerance: line.tolerance?.machineText ?? ""
            case .unit: line.unit?.rawValue ?? ""
            case .verdict: line.verdict
            case .explanation:
                SpreadsheetText.guarded(accepted ?? line.reason?.explanation[table.language] ?? "")
            }
        }
    }
}
