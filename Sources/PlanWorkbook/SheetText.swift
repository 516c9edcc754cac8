import PlanModel

/// Text as a workbook can hold it.
enum SheetText {
    /// The most UTF-16 units that Excel keeps in a cell.
    static let longest = 32_767

    /// Without what XML 1.0 cannot write (§ 2.2), and with `_x0041_`, which Excel reads as a character of that number,
    /// written so that it is read as it stands (ECMA-376 part 1, 22.9.2.19).
    static func written(_ text: String) -> String {
        // Most texts have nothing to look at: control characters, escapes and U+FFFE all show in one of these bytes.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else { return text }
        var scalars = String.UnicodeScalarView()
        let all = Array(text.unicodeScalars)
        for (index, scalar) in all.enumerated() {
            // Windows ends lines with both; a cell's line ends with a line feed.
            if scalar == "\r" {
                if index + 1 < all.count, all[index + 1] == "\n" { continue }
                scalars.append("\n")
                continue
            }
            guard isWritable(scalar) else { continue }
            scalars.append(scalar)
            if scalar == "_", startsEscape(all, at: index) { scalars.append(contentsOf: "x005F_".unicodeScalars) }
        }
        return String(scalars)
    }

    /// On one line, for names and footers.
    static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { isWritable($0) && !$0.isSpace ? $0 : " " }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }

    /// The longest beginning of so many UTF-16 units that cuts no character.
    static func beginning(of text: String, _ count: Int) -> String {
        var kept = ""
        var length = 0
        for character in text {
            let units = character.utf16.count
            guard length + units <= count else { break }
            kept.append(character)
            length += units
        }
        return kept
    }

    /// The whole text in pieces that a cell can hold each.
    static func pieces(of text: String) -> [String] {
        guard text.utf16.count > longest / 8 else { return [text] }
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        // A piece can grow sevenfold when it is written.
        for scalar in text.unicodeScalars {
            piece.append(scalar)
            if piece.count == longest / 16 {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
            }
        }
        if !piece.isEmpty { pieces.append(String(piece)) }
        return pieces
    }

    private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    private static func startsEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else { return false }
        return scalars[(index + 2)...(index + 5)].allSatisfy(\.properties.isASCIIHexDigit)
    }
}
