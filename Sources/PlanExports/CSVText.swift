import PlanModel

/// Rows as RFC 4180 writes them: commas, CRLF, quotes doubled; UTF-8 without a mark.
enum CSVText {
    static func bytes(_ rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            for (index, text) in row.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += field(text).utf8
            }
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }

    /// One field, in quotes where a reader could misunderstand it otherwise.
    ///
    /// A semicolon is quoted too: readers that guess the separator count what stands outside quotes.
    private static func field(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isPlain = scalars.allSatisfy { !special.contains($0) }
        let touchesSpace =
            (scalars.first?.isSpace ?? false) || (scalars.last?.isSpace ?? false)
        return isPlain && !touchesSpace ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Separators, quotes and all that any program takes for a line end.
    private static let special: Set<Unicode.Scalar> = [
        ",", ";", "\"", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
}
