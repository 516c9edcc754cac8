import PlanGraph
import PlanModel

/// One comparison as a reader meets it, whatever it compares.
struct SumLine {
    /// The table, as written.
    let table: PlanTable
    let anchor: String
    /// The row that prints the sum, or whose parts are compared; for frames a phrase.
    let what: String
    let column: String
    /// Printed, computed, difference and what is allowed; for parts the row and its parts.
    let amounts: [String]
    let verdict: Verdict
    var isParts = false
    /// Whether it compares frames rather than a row.
    var isOfFrame = false

    private static let none = "–"

    /// Every comparison of a table: sums, frames, then parts.
    static func lines(of table: PlanTable, edition: Edition) -> [SumLine] {
        guard let sums = edition.library.reconciliations[table.id] else { return [] }
        let shown = edition.shown(table)
        func row(_ row: Int) -> String { shown.rowLabel(row) }
        func heading(_ column: Int) -> String { shown.columns[column].heading }
        func printed(_ amount: PrintedAmount, _ column: Int) -> String {
            edition.money(amount, in: table, column: column)
        }
        func difference(_ amount: Amount, _ decimals: Int) -> String {
            edition.number(amount, in: table, decimals: decimals, isSigned: true)
        }
        func allowed(_ amount: Amount) -> String { "±" + edition.number(amount, in: table) }
        let checks = sums.checks.map { check in
            let decimals = check.printed.value.scale
            return SumLine(
                table: table, anchor: SumAnchor.sum(check, in: table), what: row(check.row),
                column: heading(check.column),
                amounts: [
                    printed(check.printed, check.column),
                    check.computed.map { edition.money($0, check.unit, in: table, decimals: decimals) } ?? none,
                    check.difference.map { difference($0, decimals) } ?? none, check.tolerance.map(allowed) ?? none,
                ], verdict: check.verdict)
        }
        let frames = sums.bridges.map { bridge in
            SumLine(
                table: table, anchor: SumAnchor.bridge(bridge, in: table),
                what: edition.t("sums.frame", ["before": "\(bridge.year - 1)"]), column: heading(bridge.column),
                amounts: [
                    edition.money(bridge.to, bridge.unit, in: table, decimals: bridge.to.scale),
                    edition.money(bridge.computed, bridge.unit, in: table, decimals: bridge.to.scale),
                    difference(bridge.difference, bridge.to.scale), allowed(bridge.tolerance),
                ], verdict: bridge.verdict, isOfFrame: true)
        }
        let parts = sums.parts.map { check in
            SumLine(
                table: table, anchor: SumAnchor.parts(check, in: table), what: row(check.whole),
                column: heading(check.column),
                amounts: [
                    printed(check.printed, check.column),
                    edition.money(check.sum, check.unit, in: table, decimals: check.printed.value.scale),
                ], verdict: check.verdict, isParts: true)
        }
        let uncomputed = sums.uncomputed.map { check in
            SumLine(
                table: table,
                anchor: "\(SumAnchor.name(of: table))-u\((check.whole ?? -1) + 1)-c\(check.column + 1)",
                what: check.whole.map(row) ?? edition.t("sums.frames"), column: heading(check.column),
                amounts: Array(repeating: none, count: check.whole == nil ? 4 : 2),
                verdict: .notComputable(check.reason), isParts: check.whole != nil, isOfFrame: check.whole == nil)
        }
        return checks + frames + parts + uncomputed
    }
}
