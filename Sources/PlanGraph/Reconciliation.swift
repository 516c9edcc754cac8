package import PlanModel

/// How a printed sum stands against its terms.
package enum Verdict: Sendable, Hashable {
    case exact
    /// Off by no more than rounding can explain.
    case withinRounding
    case differs
    /// Printed over terms that are all missing.
    case notComputable
}

/// One printed sum, recomputed.
package struct SumCheck: Sendable {
    package let row: Int
    package let column: Int
    /// In the sum's own unit.
    package let printed: Amount
    package let computed: Amount
    /// Printed − computed.
    package let difference: Amount
    /// The largest difference between the printed sum and its terms that rounding can explain: half a unit in the last
    /// printed place of the sum, plus half a unit in that of each term. A term printed as a bare `0` is exact.
    package let tolerance: Amount
    package let verdict: Verdict
    /// The rows that were added up.
    package let terms: [Int]
}

/// A group of `Varav` rows against the row that they are parts of.
package struct PartsCheck: Sendable {
    package let whole: Int
    package let parts: [Int]
    package let column: Int
    /// In the unit of the whole.
    package let sum: Amount
    package let verdict: Verdict
}

/// From the frame of one year over its changes to that of the next.
package struct FrameBridge: Sendable {
    package let year: Int
    package let column: Int
    /// All in the unit of the frames.
    package let before: Amount
    package let changes: Amount
    package let after: Amount
    /// After − (before + changes).
    package let difference: Amount
    package let tolerance: Amount
    package let verdict: Verdict
}

/// The sums of one money table, recomputed.
package struct Reconciliation: Sendable {
    /// What each row is.
    package let rows: [RowRole]
    package private(set) var checks: [SumCheck] = []
    package private(set) var parts: [PartsCheck] = []
    package private(set) var bridges: [FrameBridge] = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - table: a money table.
    ///   - frames: the table that `frames=` names.
    package init(of table: PlanTable, frames: PlanTable?) {
        rows = RowRole.roles(in: table)
        checkUnit(of: table)
        checkTotalLabels(of: table)
        for column in table.moneyColumns { addUp(column, of: table) }
        checkParts(of: table)
        if table.class == .frameChanges, let frames { bridge(table, frames: frames) }
        if let accept = table.attributes.accept, !hasDifference {
            diagnostics.append(.acceptWithoutDifference(at: accept.position))
        }
    }

    package var hasDifference: Bool {
        checks.contains { $0.verdict == .differs } || parts.contains { $0.verdict == .differs }
            || bridges.contains { $0.verdict == .differs }
    }

    // MARK: Sums

    /// Goes down one column with the terms that are not yet added into another.
    private mutating func addUp(_ column: Int, of table: PlanTable) {
        var open: [MoneyTerm] = []
        var plainSinceSum: [Int] = []
        for (row, role) in rows.enumerated() {
            let term = table.term(row: row, column: column)
            switch role {
            case .heading, .part: continue
            case .plain:
                plainSinceSum.append(row)
                if let term { open.append(term) }
            case .sum, .total:
                let added: [MoneyTerm]
                if role == .sum, !plainSinceSum.isEmpty {
                    added = open.filter { plainSinceSum.contains($0.row) }
                } else {
                    added = open
                }
                plainSinceSum = []
                guard let term else { continue }
                check(term, against: added, of: table)
                // What a row has added up is replaced by that row; where nothing is printed, nothing is.
                let rows = Set(added.map(\.row))
                open = open.filter { !rows.contains($0.row) } + [term]
            }
        }
    }

    private mutating func check(_ sum: MoneyTerm, against terms: [MoneyTerm], of table: PlanTable) {
        let cell = table.rows[sum.row].cells[sum.column]
        guard !terms.isEmpty else {
            checks.append(
                SumCheck(
                    row: sum.row, column: sum.column, printed: inUnit(sum.value, of: sum), computed: .zero,
                    difference: .zero, tolerance: .zero, verdict: .notComputable, terms: []))
            diagnostics.append(.sumNotComputable(cell))
            return
        }
        let currencies = Set((terms + [sum]).compactMap { $0.unit?.currency })
        guard currencies.count <= 1 else {
            diagnostics.append(.mixedCurrencies(currencies, at: cell.position))
            return
        }
        let computed = MoneyTerm.sum(terms)
        let difference = sum.value - computed
        let tolerance = (sum.lastDigit + MoneyTerm.slack(terms)).half
        let check = SumCheck(
            row: sum.row, column: sum.column, printed: inUnit(sum.value, of: sum), computed: inUnit(computed, of: sum),
            difference: inUnit(difference, of: sum), tolerance: inUnit(tolerance, of: sum),
            verdict: Self.verdict(difference, tolerance), terms: terms.map(\.row))
        checks.append(check)
        if check.verdict == .differs {
            diagnostics.append(
                .sumDiffers(
                    check, label: table.rows[sum.row].cells[table.labelColumn].text, at: cell.position,
                    accepted: table.attributes.accept?.value))
        }
    }

    private static func verdict(_ difference: Amount, _ tolerance: Amount) -> Verdict {
        if difference == .zero { return .exact }
        return difference.magnitude <= tolerance ? .withinRounding : .differs
    }

    private func inUnit(_ amount: Amount, of term: MoneyTerm) -> Amount {
        let shifted = amount.shifted(by: -(term.unit?.exponent ?? 0))
        return shifted.normalised
    }

    // MARK: Parts

    /// The parts of a row cannot be larger than the row itself.
    private mutating func checkParts(of table: PlanTable) {
        var whole: Int?
        var group: [Int] = []
        for row in rows.indices {
            switch rows[row] {
            case .part: group.append(row)
            case .heading: continue
            case .plain, .sum, .total:
                checkParts(group, of: whole, table)
                whole = row
                group = []
            }
        }
        checkParts(group, of: whole, table)
    }

    private mutating func checkParts(_ group: [Int], of whole: Int?, _ table: PlanTable) {
        guard let whole, !group.isEmpty else { return }
        for column in table.moneyColumns {
            guard let total = table.term(row: whole, column: column) else { continue }
            let terms = group.compactMap { table.term(row: $0, column: column) }
            guard let first = terms.first else { continue }
            let currencies = Set((terms + [total]).compactMap { $0.unit?.currency })
            guard currencies.count <= 1 else {
                diagnostics.append(
                    .mixedCurrencies(currencies, at: table.rows[first.row].cells[column].position))
                continue
            }
            let sum = MoneyTerm.sum(terms)
            let slack = (total.lastDigit + MoneyTerm.slack(terms)).half
            let verdict: Verdict = sum.magnitude <= total.value.magnitude + slack ? .exact : .differs
            let check = PartsCheck(
                whole: whole, parts: terms.map(\.row), column: column, sum: inUnit(sum, of: total), verdict: verdict)
            parts.append(check)
            if verdict == .differs {
                diagnostics.append(
                    .partsExceedWhole(
                        check, whole: inUnit(total.value, of: total),
                        label: table.rows[whole].cells[table.labelColumn].text,
                        at: table.rows[first.row].cells[column].position, accepted: table.attributes.accept?.value))
            }
        }
    }

    // MARK: Frames

    private mutating func bridge(_ table: PlanTable, frames: PlanTable) {
        let frameRoles = RowRole.roles(in: frames)
        for column in table.moneyColumns {
            guard let year = table.year(of: column), let before = frames.frame(of: year - 1, roles: frameRoles),
                let after = frames.frame(of: year, roles: frameRoles)
            else { continue }
            let changes = rows.indices.filter { rows[$0] == .plain }.compactMap { table.term(row: $0, column: column) }
            guard !changes.isEmpty, let unit = after.first?.unit ?? changes.first?.unit else { continue }
            let position = table.columns[column].position
            let currencies = Set((before + after + changes).compactMap { $0.unit?.currency })
            guard currencies.count <= 1 else {
                diagnostics.append(.mixedCurrencies(currencies, at: position))
                continue
            }
            let difference = MoneyTerm.sum(after) - MoneyTerm.sum(before) - MoneyTerm.sum(changes)
            let printedSlack = after.count == 1 ? after[0].lastDigit : MoneyTerm.slack(after)
            let tolerance = (printedSlack + MoneyTerm.slack(before) + MoneyTerm.slack(changes)).half
            func shown(_ amount: Amount) -> Amount { amount.shifted(by: -unit.exponent).normalised }
            let bridge = FrameBridge(
                year: year, column: column, before: shown(MoneyTerm.sum(before)),
                changes: shown(MoneyTerm.sum(changes)),
                after: shown(MoneyTerm.sum(after)), difference: shown(difference), tolerance: shown(tolerance),
                verdict: Self.verdict(difference, tolerance))
            bridges.append(bridge)
            if bridge.verdict == .differs {
                diagnostics.append(
                    .frameBridgeDiffers(bridge, unit: unit, at: position, accepted: table.attributes.accept?.value))
            }
        }
    }

    // MARK: What the table says of itself

    private mutating func checkUnit(of table: PlanTable) {
        let lacksUnit = table.rows.indices.contains { row in
            table.moneyColumns.contains { column in
                table.term(row: row, column: column).map { $0.unit == nil } ?? false
            }
        }
        if lacksUnit { diagnostics.append(.missingUnit(at: table.position)) }
    }

    private mutating func checkTotalLabels(of table: PlanTable) {
        guard case .named(let labels) = table.attributes.totals else { return }
        let known = table.rows.compactMap { row in
            table.labelColumn < row.cells.count ? row.cells[table.labelColumn].text : nil
        }
        for label in labels where !known.contains(where: { RowRole.folded($0) == RowRole.folded(label.value) }) {
            diagnostics.append(.unknownTotalLabel(label, nearest: Spelling.nearest(to: label.value, among: known)))
        }
    }
}

extension PlanTable {
    /// The single year of a money column, `nil` for other periods and percentages.
    func year(of column: Int) -> Int? {
        guard case .money(let money) = columns[column].role, !money.isPercentage, let period = money.period,
            period.part == nil, period.first == period.last
        else { return nil }
        return period.first
    }

    /// The frame of a year: what the last sum or total prints in the first column of that year, else the only plain row,
    /// else all plain rows. `nil` where the year has no value.
    func frame(of year: Int, roles: [RowRole]) -> [MoneyTerm]? {
        guard let column = moneyColumns.first(where: { self.year(of: $0) == year }) else { return nil }
        let sums = rows.indices.filter { roles[$0] == .sum || roles[$0] == .total }
        if let printed = sums.reversed().lazy.compactMap({ self.term(row: $0, column: column) }).first {
            return [printed]
        }
        let terms = rows.indices.filter { roles[$0] == .plain }.compactMap { term(row: $0, column: column) }
        return terms.isEmpty ? nil : terms
    }
}
