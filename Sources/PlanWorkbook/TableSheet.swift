import PlanGraph
import PlanModel

/// A table's sheet: what it is, its cells with live sums, and under them the check of the sums.
struct TableSheet {
    let table: PlanTable
    /// The same table in the reader's language.
    let words: PlanTable
    let reconciliation: Reconciliation?
    let facts: PlanFacts
    /// The name of the sheet that all others are reached from.
    let contents: String
    let name: String

    /// The row of the headings: below title, unit, source, decision, the way back and an empty row.
    static let headerRow = 6

    /// Where a row of the table stands in the sheet.
    func place(ofRow row: Int) -> Int { Self.headerRow + 1 + row }

    func sheet() -> Sheet {
        var sheet = Sheet(name: name)
        sheet.headerRow = Self.headerRow
        sheet.frozenColumns = table.class.isMoney && table.labelColumn == 0 ? 1 : 0
        sheet.footer = facts.footer
        sheet.widths = widths
        putFacts(into: &sheet)
        for (index, column) in words.columns.enumerated() {
            sheet.put(
                column.heading, row: Self.headerRow, column: index,
                CellStyle(weight: .bold, isRightAligned: isMoney(index), wraps: true, hasRuleBelow: true))
        }
        let labelColumn = table.labelColumn
        for row in table.rows.indices { put(row: row, labelColumn: labelColumn, into: &sheet) }
        putChecks(into: &sheet, firstRow: place(ofRow: table.rows.count) + 1)
        return sheet
    }

    private func putFacts(into sheet: inout Sheet) {
        let t = facts.strings
        sheet.put(words.title, row: 0, column: 0, CellStyle(weight: .heading))
        let kind = t("table-class." + table.class.rawValue)
        let unit = table.class.isMoney ? " · " + t("fact.unit") + ": " + facts.name(of: table.unit) : ""
        sheet.put(kind + unit, row: 1, column: 0)
        sheet.put(t("workbook.source") + ": " + facts.source, row: 2, column: 0)
        sheet.put(t("workbook.decision") + ": " + facts.decision, row: 3, column: 0)
        let back = CellContent.link(SheetText.written(t("workbook.back")), sheet: contents)
        sheet.put(back, row: 4, column: 0, CellStyle(isLink: true))
    }

    private func put(row: Int, labelColumn: Int, into sheet: inout Sheet) {
        let role = reconciliation.map { row < $0.rows.count ? $0.rows[row] : .plain } ?? .plain
        let cells = table.rows[row].cells
        for column in 0..<max(table.columns.count, cells.count) {
            var style = CellStyle()
            style.weight = role.addsUp ? .bold : .plain
            style.hasRuleAbove = role.addsUp
            let place = place(ofRow: row)
            if let amount = amount(row: row, column: column) {
                style.isRightAligned = true
                put(amount, row: row, column: column, style, into: &sheet)
            } else if column < cells.count, cells[column].reading != .missing {
                style.wraps = true
                style.isRightAligned = isMoney(column)
                if column == labelColumn, role.isPart { style.indent = 1 }
                let text = isMoney(column) ? cells[column].text : words.rows[row].cells[column].text
                if role.addsUp || !text.isEmpty { sheet.put(text, row: place, column: column, style) }
            } else if role.addsUp {
                sheet.put(.blank, row: place, column: column, style)
            }
        }
    }

    private func put(
        _ printed: PrintedAmount, row: Int, column: Int, _ style: CellStyle, into sheet: inout Sheet
    ) {
        let isPercentage = isPercentage(printed, column: column)
        let value = isPercentage ? printed.value.shifted(by: -2) : printed.value
        var style = style
        style.numberFormat = SheetNumber.format(of: printed, isPercentage: isPercentage)
        let place = place(ofRow: row)
        if let formula = liveFormula(row: row, column: column), SheetNumber.keeps(value) {
            sheet.put(.formula(formula, result: value), row: place, column: column, style)
        } else {
            sheet.put(value, orText: printed.text, row: place, column: column, style)
        }
    }

    /// The formula of a sum that its terms give exactly, in the same unit; any other printed number stays as it is, since a
    /// spreadsheet would put another in its place.
    private func liveFormula(row: Int, column: Int) -> String? {
        guard let check = reconciliation?.check(row: row, column: column), check.verdict == .exact,
            let terms = terms(of: check.terms, column: column, unit: check.unit), terms.allSatisfy({ $0.exponent == 0 })
        else { return nil }
        return formula(terms, column: column, result: check.printed.value)
    }

    func isMoney(_ column: Int) -> Bool {
        guard column < table.columns.count, case .money = table.columns[column].role else { return false }
        return true
    }

    /// What is printed in a money cell.
    func amount(row: Int, column: Int) -> PrintedAmount? {
        let cells = table.rows[row].cells
        return column < cells.count ? cells[column].reading?.amount : nil
    }

    private func isPercentage(_ amount: PrintedAmount, column: Int) -> Bool {
        if amount.isPercentage { return true }
        guard case .money(let money) = table.columns[column].role else { return false }
        return money.isPercentage
    }

    /// Where the table leaves their column free, explanations wrap in a wide one, so that a long one doesn't shrink the
    /// printed page; over a column of the table they run on.
    var explanationsWrap: Bool { table.columns.count <= CheckColumn.explanation.rawValue }

    private var widths: [Int: Int] {
        var widths: [Int: Int] = [:]
        let labelColumn = table.labelColumn
        for column in words.columns.indices {
            let heading = words.columns[column].heading.count
            let longest = words.rows.lazy.map { column < $0.cells.count ? $0.cells[column].text.count : 0 }.max() ?? 0
            if isMoney(column) {
                widths[column] = max(min(longest + 3, 26), min(heading + 2, 14), 10)
            } else {
                widths[column] = max(min(max(longest, heading) + 2, column == labelColumn ? 60 : 48), 10)
            }
        }
        guard let reconciliation, !reconciliation.isEmpty else { return widths }
        for column in 0..<CheckColumn.allCases.count { widths[column] = max(widths[column] ?? 0, 14) }
        widths[0] = max(widths[0] ?? 0, 28)
        if explanationsWrap { widths[CheckColumn.explanation.rawValue] = 48 }
        return widths
    }
}

extension RowRole {
    fileprivate var isPart: Bool {
        switch self {
        case .part: true
        case .plain, .heading, .sum, .total: false
        }
    }
}

extension Reconciliation {
    /// Whether there was nothing to check.
    var isEmpty: Bool { verdicts.isEmpty }
}
