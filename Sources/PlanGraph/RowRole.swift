package import PlanModel

/// What a row of a money table is to its sums.
package enum RowRole: Sendable, Hashable {
    /// A term.
    case plain
    /// A row without any value.
    case heading
    /// Adds up the plain rows since the last sum, total or result (summa, delsumma).
    case sum
    /// Adds up all open terms (totalt, netto, resultat).
    case total
    /// Part of the row above; not added (varav, därav).
    case part

    /// The roles of all rows of a table.
    static func roles(in table: PlanTable) -> [RowRole] {
        let label = table.labelColumn
        let named: Set<String>? =
            switch table.attributes.totals {
            case .byWords: nil
            case .named(let labels): Set(labels.map { folded($0.value) })
            case .none: []
            }
        return table.rows.map { row in
            let hasValue = table.moneyColumns.contains { $0 < row.cells.count && row.cells[$0].reading?.amount != nil }
            let text = label < row.cells.count ? row.cells[label].text : ""
            return hasValue ? role(of: text, named: named) : .heading
        }
    }

    /// - Parameter named: the labels of totals, or `nil` where words decide.
    private static func role(of label: String, named: Set<String>?) -> RowRole {
        let words = words(of: label)
        guard let first = words.first else { return .plain }
        if first == "varav" || first == "därav" || (first == "of" && words.dropFirst().first == "which") {
            return .part
        }
        if let named { return named.contains(folded(label)) ? .total : .plain }
        if ["summa", "delsumma", "sum", "subtotal"].contains(first) { return .sum }
        if ["totalt", "total", "net"].contains(first) || first.hasPrefix("netto") { return .total }
        return words.contains("resultat") || words.contains("result") ? .total : .plain
    }

    /// Words in lower case, without what stands around them: `Resultat:` is the word `resultat`.
    private static func words(of label: String) -> [String] {
        label.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }

    static func folded(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension PlanTable {
    /// The column with the rows' labels.
    package var labelColumn: Int { columns.firstIndex { $0.role == .label } ?? 0 }
}
