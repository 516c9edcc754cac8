import PlanGraph
import PlanModel

/// A line of the block; amounts in one unit.
private struct CheckLine {
    let row: String
    let column: String
    let printed: Amount
    let printedText: String
    /// The cell of the table that prints it.
    let printedCell: String?
    let computed: Amount?
    let formula: String?
    let difference: Amount?
    /// Whether it is the magnitudes that are compared: parts with their whole.
    var comparesMagnitudes = false
    let tolerance: Amount?
    let unit: MoneyUnit?
    let verdict: String
    let explanation: String
}

extension TableSheet {
    /// Puts the block under the table: each sum, group of parts and frame beside what it should be.
    func putChecks(into sheet: inout Sheet, firstRow: Int) {
        guard let reconciliation, !reconciliation.isEmpty else { return }
        let t = facts.strings
        var row = firstRow
        sheet.put(t("workbook.check.title"), row: row, column: 0, CellStyle(weight: .heading))
        row += 1
        for column in CheckColumn.allCases {
            sheet.put(
                t(column.key), row: row, column: column.rawValue,
                CellStyle(weight: .bold, isRightAligned: column.isNumeric, wraps: true, hasRuleBelow: true))
        }
        let lines =
            reconciliation.checks.map(line(of:)) + reconciliation.parts.map(line(of:))
            + reconciliation.bridges.map(line(of:))
        for line in lines {
            row += 1
            put(line, row: row, into: &sheet)
        }
        for check in reconciliation.uncomputed {
            row += 1
            put(check, row: row, into: &sheet)
        }
    }

    /// A whole and its parts, or a frame, that could not be compared: what it is, and why.
    private func put(_ check: UncomputedCheck, row: Int, into sheet: inout Sheet) {
        let t = facts.strings
        let what = check.whole.map { t("workbook.check.parts", ["whole": label(ofRow: $0)]) } ?? t("sums.frames")
        let texts: [(CheckColumn, String)] = [
            (.row, what), (.column, words.columns[check.column].heading),
            (.verdict, t("workbook.verdict.not-computable")), (.explanation, check.reason.explanation[facts.language]),
        ]
        for (column, text) in texts { sheet.put(text, row: row, column: column.rawValue, CellStyle(wraps: true)) }
    }

    private func put(_ line: CheckLine, row: Int, into sheet: inout Sheet) {
        sheet.put(line.row, row: row, column: CheckColumn.row.rawValue, CellStyle(wraps: true))
        sheet.put(line.column, row: row, column: CheckColumn.column.rawValue, CellStyle(wraps: true))
        sheet.put(line.verdict, row: row, column: CheckColumn.verdict.rawValue, CellStyle(wraps: true))
        sheet.put(
            line.explanation, row: row, column: CheckColumn.explanation.rawValue, CellStyle(wraps: explanationsWrap))
        let decimals = line.printed.scale
        put(
            line.printed, formula: line.printedCell, text: line.printedText, decimals: decimals, line.unit, row: row,
            .printed, into: &sheet)
        if let computed = line.computed {
            put(
                computed, formula: line.formula, text: nil, decimals: max(decimals, computed.normalised.scale),
                line.unit, row: row, .computed, into: &sheet)
        }
        if let difference = line.difference {
            let shown = max(decimals, difference.normalised.scale)
            let (left, right) = (
                SumFormula.cell(row: row, column: CheckColumn.printed.rawValue),
                SumFormula.cell(row: row, column: CheckColumn.computed.rawValue)
            )
            // Binary fractions leave crumbs behind that are no difference: rounding to the exact one's digits drops them.
            let taken = line.comparesMagnitudes ? "ABS(\(left))-ABS(\(right))" : "\(left)-\(right)"
            let areNumbers = SheetNumber.keeps(line.printed) && (line.computed.map(SheetNumber.keeps) ?? false)
            put(
                difference, formula: areNumbers ? "ROUND(\(taken),\(shown))" : nil, text: nil, decimals: shown,
                line.unit, row: row, .difference, into: &sheet)
        }
        if let tolerance = line.tolerance {
            put(
                tolerance, formula: nil, text: nil, decimals: tolerance.normalised.scale, line.unit, row: row,
                .tolerance, into: &sheet)
        }
    }

    private func put(
        _ amount: Amount, formula: String?, text: String?, decimals: Int, _ unit: MoneyUnit?, row: Int,
        _ column: CheckColumn, into sheet: inout Sheet
    ) {
        let format = SheetNumber.format(decimals: decimals, unit: unit == table.unit ? nil : unit)
        let style = CellStyle(numberFormat: format, isRightAligned: true)
        if let formula, SheetNumber.keeps(amount) {
            sheet.put(.formula(formula, result: amount), row: row, column: column.rawValue, style)
        } else {
            let text = text ?? amount.text(in: facts.language)
            sheet.put(amount, orText: text, row: row, column: column.rawValue, style)
        }
    }

    private func line(of check: SumCheck) -> CheckLine {
        let t = facts.strings
        var explanation = ""
        let verdict: String
        switch check.verdict {
        case .exact: verdict = t("workbook.verdict.exact")
        case .withinRounding: verdict = t("workbook.verdict.within-rounding")
        case .differs:
            verdict = t("workbook.verdict.differs")
            explanation = accepted
        case .notComputable(let reason):
            verdict = t("workbook.verdict.not-computable")
            explanation = reason.explanation[facts.language]
        }
        return CheckLine(
            row: label(ofRow: check.row), column: words.columns[check.column].heading, printed: check.printed.value,
            printedText: check.printed.text, printedCell: cell(row: check.row, column: check.column),
            computed: check.computed,
            formula: formula(of: check.terms, column: check.column, unit: check.unit, result: check.computed),
            difference: check.difference, tolerance: check.tolerance, unit: check.unit, verdict: verdict,
            explanation: explanation)
    }

    private func line(of check: PartsCheck) -> CheckLine {
        let t = facts.strings
        return CheckLine(
            row: t("workbook.check.parts", ["whole": label(ofRow: check.whole)]),
            column: words.columns[check.column].heading, printed: check.printed.value, printedText: check.printed.text,
            printedCell: cell(row: check.whole, column: check.column), computed: check.sum,
            formula: formula(of: check.parts, column: check.column, unit: check.unit, result: check.sum),
            difference: -check.excess, comparesMagnitudes: true, tolerance: check.tolerance, unit: check.unit,
            verdict: t(check.exceeds ? "workbook.verdict.parts-exceed" : "workbook.verdict.parts-fit"),
            explanation: check.exceeds ? accepted : "")
    }

    private func line(of bridge: FrameBridge) -> CheckLine {
        let t = facts.strings
        let verdict: String
        switch bridge.verdict {
        case .exact: verdict = t("workbook.verdict.exact")
        case .withinRounding: verdict = t("workbook.verdict.within-rounding")
        case .differs: verdict = t("workbook.verdict.differs")
        case .notComputable: verdict = t("workbook.verdict.not-computable")
        }
        let rows = table.rows.indices.filter { row in
            guard reconciliation?.rows[row] == .plain, let amount = amount(row: row, column: bridge.column) else {
                return false
            }
            return !amount.isPercentage
        }
        return CheckLine(
            row: t("workbook.check.frame", ["year": "\(bridge.year)", "before": "\(bridge.year - 1)"]),
            column: words.columns[bridge.column].heading, printed: bridge.to,
            printedText: bridge.to.text(in: facts.language), printedCell: nil, computed: bridge.computed,
            formula: formula(
                of: rows, column: bridge.column, unit: bridge.unit, from: bridge.from, result: bridge.computed),
            difference: bridge.difference, tolerance: bridge.tolerance, unit: bridge.unit, verdict: verdict,
            explanation: bridge.verdict.isDifference ? accepted : "")
    }

    private func formula(
        of rows: [Int], column: Int, unit: MoneyUnit?, from start: Amount? = nil, result: Amount?
    ) -> String? {
        guard let result, SheetNumber.keeps(start ?? .zero), let terms = terms(of: rows, column: column, unit: unit)
        else { return nil }
        return formula(terms, column: column, from: start, result: result)
    }

    /// Why differences are known, as the caption says.
    private var accepted: String { words.attributes.accept?.value ?? table.attributes.accept?.value ?? "" }

    private func label(ofRow row: Int) -> String { words.rowLabel(row) }

    private func cell(row: Int, column: Int) -> String { SumFormula.cell(row: place(ofRow: row), column: column) }
}
