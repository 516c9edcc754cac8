package import PlanModel

/// What a row of a money table is in its sums.
package enum RowRole: Sendable, Hashable {
    /// A row that sums count.
    case plain
    /// A row without any value.
    case heading
    /// Adds up the plain rows since the last sum or total; where there are none, all open terms.
    case sum
    /// Adds up all open terms.
    case total
    /// `Varav …`: a part of the row with that index, which counts it already; `nil` where no plain row stands above.
    case part(of: Int?)

    /// What machines and style sheets call it.
    package var word: String {
        switch self {
        case .plain: "plain"
        case .heading: "heading"
        case .sum: "sum"
        case .total: "total"
        case .part: "part"
        }
    }

    /// Whether the row prints what others add up to.
    package var addsUp: Bool {
        switch self {
        case .sum, .total: true
        case .plain, .heading, .part: false
        }
    }
}

extension PlanTable {
    /// The role of each row.
    ///
    /// Words decide, unless the caption names the totals: `Varav` then still marks parts, since it is no word for sums.
    /// Parts that stand under a sum or a total are parts of what it comes to. A heading with a label ends the reach of the row
    /// above it: no part belongs to it across one.
    package var rowRoles: [RowRole] {
        guard self.class.isMoney else { return rows.map { _ in .plain } }
        let labelColumn = labelColumn
        let moneyColumns = moneyColumns
        let named = namedTotals
        var whole: Int?
        return rows.indices.map { index in
            let text = label(ofRow: index, column: labelColumn)
            let label = RowLabel(text)
            guard hasValue(row: index, columns: moneyColumns) else {
                if !label.words.isEmpty, !label.marksPart { whole = nil }
                return .heading
            }
            let role = role(of: label, text: text, named: named)
            switch role {
            case .plain, .sum, .total: whole = index
            case .part: return .part(of: whole)
            case .heading: break
            }
            return role
        }
    }

    /// The column whose texts name the rows.
    package var labelColumn: Int {
        columns.firstIndex { $0.role == .label } ?? columns.firstIndex { $0.role == .title }
            ?? columns.firstIndex { $0.role == .text } ?? 0
    }

    package func rowLabel(_ row: Int) -> String { label(ofRow: row, column: labelColumn) }

    package func label(ofRow row: Int, column: Int) -> String {
        let cells = rows[row].cells
        return column < cells.count ? cells[column].text : ""
    }

    /// Labels in `totals="…"` that no row has.
    var unknownTotalLabels: [Located<String>] {
        guard self.class.isMoney, case .named(let labels) = attributes.totals else { return [] }
        let column = labelColumn
        let known = Set(rows.indices.map { RowLabel.folded(label(ofRow: $0, column: column)) })
        return labels.filter { !known.contains(RowLabel.folded($0.value)) }
    }

    /// Plain rows whose labels sound like a sum, where words decide what is one.
    func possibleTotals(_ roles: [RowRole]) -> [Int] {
        guard self.class.isMoney, attributes.totals == .byWords else { return [] }
        let column = labelColumn
        return roles.indices.filter {
            roles[$0] == .plain && RowLabel(label(ofRow: $0, column: column)).soundsLikeTotal
        }
    }

    private var namedTotals: Set<String> {
        guard case .named(let labels) = attributes.totals else { return [] }
        return Set(labels.map { RowLabel.folded($0.value) })
    }

    private func role(of label: RowLabel, text: String, named: Set<String>) -> RowRole {
        switch attributes.totals {
        case .byWords: label.role
        case .named: named.contains(RowLabel.folded(text)) ? .total : label.marksPart ? .part(of: nil) : .plain
        case .none: label.marksPart ? .part(of: nil) : .plain
        }
    }

    /// Whether a row prints anything in these columns: text that is no number is no missing value.
    private func hasValue(row: Int, columns: [Int]) -> Bool {
        columns.contains { column in
            guard column < rows[row].cells.count, let reading = rows[row].cells[column].reading else { return false }
            return reading != .missing
        }
    }
}
