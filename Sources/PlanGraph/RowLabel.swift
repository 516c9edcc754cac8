import PlanModel

/// The words of a row's label, in lower case.
package struct RowLabel {
    /// Letters and digits; a hyphen between two of them belongs to the word, other punctuation to none.
    package let words: [String]

    package init(_ text: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        let scalars = Array(text.withoutInvisibleSigns().lowercased().unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if Self.isPartOfWord(scalar) {
                word.append(scalar)
            } else if Self.hyphens.contains(scalar), !word.isEmpty, index + 1 < scalars.count,
                Self.isPartOfWord(scalars[index + 1])
            {
                word.append("-")
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        self.words = words
    }

    /// The role that the words give a row with a value; parts do not know their whole here.
    var role: RowRole {
        guard let first = words.first else { return .plain }
        if marksPart { return .part(of: nil) }
        if Self.sumWords.contains(first) { return .sum }
        if Self.totalWords.contains(first) || first.hasPrefix(Self.totalPrefix) { return .total }
        return words.contains(where: Self.resultWords.contains) ? .total : .plain
    }

    /// Whether the label begins with `Varav`, `därav` or `of which`.
    var marksPart: Bool {
        guard let first = words.first else { return false }
        return Self.partWords.contains(first) || (first == "of" && words.dropFirst().first == "which")
    }

    /// Whether it is called much like a sum (`Totalsumma`, `Intäkter totalt`) without being one by the words.
    var soundsLikeTotal: Bool {
        guard let first = words.first, let last = words.last else { return false }
        return ["summ", "totalsumm", "slutsumm", "delsumm"].contains(where: first.hasPrefix) || first.hasSuffix("summa")
            || Self.totalWords.contains(last) || Self.sumWords.contains(last)
    }

    /// A label as labels are compared: whatever the case, the white space and the punctuation at its ends.
    static func folded(_ label: String) -> String {
        let isEdge: (Unicode.Scalar) -> Bool = { $0.isSpace || edges.contains($0) }
        var scalars = label.withoutInvisibleSigns().lowercased().unicodeScalars.drop(while: isEdge)
        while let last = scalars.last, isEdge(last) { scalars.removeLast() }
        return scalars.split { $0.isSpace }.map { String($0) }.joined(separator: " ")
    }

    /// What a part or a sum is of: `Varav Vårdval` and `Summa Vårdval` are of Vårdval; `nil` for other labels.
    package static func withoutFirstWords(_ label: String) -> String? {
        let words = RowLabel(label).words
        guard let first = words.first else { return nil }
        let count =
            partWords.contains(first) || sumWords.contains(first) || totalWords.contains(first)
            ? 1 : first == "of" && words.dropFirst().first == "which" ? 2 : 0
        guard count > 0 else { return nil }
        return label.split(maxSplits: count, whereSeparator: \.isWhitespace).dropFirst(count).first.map {
            String($0).trimmed()
        }
    }

    private static let sumWords: Set<String> = ["summa", "delsumma", "sum", "subtotal"]
    private static let totalWords: Set<String> = ["totalt", "total", "net"]
    private static let totalPrefix = "netto"
    private static let resultWords: Set<String> = ["resultat", "result"]
    private static let partWords: Set<String> = ["varav", "därav"]

    private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}"]
    private static let edges: Set<Unicode.Scalar> = ["*", ":", ".", ",", ";"]

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}
