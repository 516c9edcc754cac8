import PlanGraph
import PlanModel

/// The first sheet: what the plan is, and the way to each table.
struct ContentsSheet {
    struct Entry {
        let table: PlanTable
        let title: String
        let reconciliation: Reconciliation?
        /// The name of the table's sheet; `nil` where Excel cannot hold the table.
        let sheet: String?
    }

    let facts: PlanFacts
    let entries: [Entry]
    let name: String

    func sheet() -> Sheet {
        var sheet = Sheet(name: name)
        sheet.widths = [0: 60, 1: 28, 2: 24, 3: 11, 4: 12, 5: 11, 6: 12, 7: 14]
        sheet.footer = facts.footer
        let t = facts.strings
        var row = 0
        for piece in SheetText.pieces(of: facts.title) {
            sheet.put(piece, row: row, column: 0, CellStyle(weight: .heading))
            row += 1
        }
        row += 1
        let lines: [(String, String)] = [
            (t("fact.period"), facts.period), (t("fact.status"), facts.status), (t("fact.decided-by"), facts.body),
            (t("fact.date"), facts.date), (t("fact.paragraph"), facts.paragraph),
            (t("fact.diary-number"), facts.diaryNumber), (t("workbook.source"), facts.source),
        ]
        for (label, text) in lines {
            sheet.put(label, row: row, column: 0, CellStyle(weight: .bold))
            for piece in SheetText.pieces(of: text) {
                sheet.put(piece, row: row, column: 1)
                row += 1
            }
        }
        row += 1
        let headings = [
            t("table.label"), t("fact.kind"), t("fact.unit"), t("workbook.exact"), t("workbook.within-rounding"),
            t("workbook.differ"), t("workbook.not-computable"),
        ]
        for (column, heading) in headings.enumerated() {
            sheet.put(
                heading, row: row, column: column,
                CellStyle(weight: .bold, isRightAligned: column > 2, wraps: true, hasRuleBelow: true))
        }
        for entry in entries {
            row += 1
            put(entry, row: row, into: &sheet)
        }
        return sheet
    }

    private func put(_ entry: Entry, row: Int, into sheet: inout Sheet) {
        let t = facts.strings
        let text = SheetText.line(entry.title)
        if let name = entry.sheet, !text.isEmpty {
            let link = CellContent.link(SheetText.written(text), sheet: name)
            sheet.put(link, row: row, column: 0, CellStyle(wraps: true, isLink: true))
        } else {
            // A title that no cell holds is why its table was left out.
            sheet.put(
                SheetText.beginning(of: text, SheetText.longest / 8), row: row, column: 0, CellStyle(wraps: true))
        }
        sheet.put(t("table-class." + entry.table.class.rawValue), row: row, column: 1, CellStyle(wraps: true))
        guard entry.sheet != nil else {
            sheet.put(t("workbook.too-large", ["path": DataPaths.csv(of: entry.table)]), row: row, column: 2)
            return
        }
        guard entry.table.class.isMoney else { return }
        sheet.put(facts.name(of: entry.table.unit), row: row, column: 2, CellStyle(wraps: true))
        guard let reconciliation = entry.reconciliation else { return }
        for (column, count) in counts(reconciliation).enumerated() {
            sheet.put(
                .number(Amount(mantissa: Int128(count), scale: 0)), row: row, column: column + 3,
                CellStyle(numberFormat: SheetNumber.format(decimals: 0), isRightAligned: true))
        }
    }

    /// What is exact, within rounding, differing and not computable, of sums, parts and frames alike.
    private func counts(_ reconciliation: Reconciliation) -> [Int] {
        var counts = [0, 0, 0, 0]
        for verdict in reconciliation.verdicts {
            switch verdict {
            case .exact: counts[0] += 1
            case .withinRounding: counts[1] += 1
            case .differs: counts[2] += 1
            case .notComputable: counts[3] += 1
            }
        }
        return counts
    }
}
