/// The columns of the block that checks the sums, from the left.
enum CheckColumn: Int, CaseIterable {
    case row, column, printed, computed, difference, tolerance, verdict, explanation

    var key: String {
        switch self {
        case .row: "workbook.check.row"
        case .column: "workbook.check.column"
        case .printed: "workbook.check.printed"
        case .computed: "workbook.check.computed"
        case .difference: "workbook.check.difference"
        case .tolerance: "workbook.check.tolerance"
        case .verdict: "workbook.check.verdict"
        case .explanation: "workbook.check.explanation"
        }
    }

    var isNumeric: Bool {
        switch self {
        case .printed, .computed, .difference, .tolerance: true
        case .row, .column, .verdict, .explanation: false
        }
    }
}
