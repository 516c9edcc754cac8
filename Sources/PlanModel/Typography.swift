/// Small matters of setting text.
package enum Typography {
    private static let units: Set<String> = [
        "mnkr", "mkr", "tkr", "kr", "mdkr", "kronor", "miljoner", "miljarder", "MEUR", "EUR", "euro", "million",
        "billion",
    ]

    /// A text in which no line breaks within a number (`2 547,4`) or between a number and its unit (`15 mnkr`, `2,1 %`):
    /// these spaces become no-break spaces.
    package static func binding(_ text: String) -> String {
        guard text.utf8.contains(0x20), text.utf8.contains(where: { (48...57).contains($0) }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isBound =
                scalar == " " && index > 0 && isDigit(scalars[index - 1])
                && (beginsGroup(scalars, at: index + 1) || beginsUnit(scalars, at: index + 1))
            result.append(isBound ? "\u{A0}" : scalar)
        }
        return String(result)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Three digits and no fourth.
    private static func beginsGroup(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
        guard start + 3 <= scalars.count, scalars[start..<(start + 3)].allSatisfy(isDigit) else { return false }
        return start + 3 == scalars.count || !isDigit(scalars[start + 3])
    }

    private static func beginsUnit(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
        guard start < scalars.count else { return false }
        if scalars[start] == "%" { return true }
        var word = String.UnicodeScalarView()
        for scalar in scalars[start...].prefix(10) {
            guard scalar.properties.isAlphabetic else { break }
            word.append(scalar)
        }
        return units.contains(String(word))
    }
}
