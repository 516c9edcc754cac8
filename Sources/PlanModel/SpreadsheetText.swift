/// Texts that a spreadsheet would take for formulas (OWASP, CSV injection), and the way back.
///
/// A text that begins with one of ``starters`` gets a `'` before it, and so does one that has only `'`s before such a
/// sign: what was guarded can always be told from what was written, and taking away exactly one `'` restores it. The same
/// mark keeps a number that is a text (`1.2` as a chapter's) from being read as a number.
package enum SpreadsheetText {
    /// What formulas and commands begin with, also in their full-width forms.
    package static let starters: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// A text that no spreadsheet calculates.
    ///
    /// - Parameter isInMoney: whether it stands among numbers, so that one that reads as a number has to be told from them.
    package static func guarded(_ text: String, isInMoney: Bool = false) -> String {
        let isMarked = text.unicodeScalars.first == "'"
        return isDangerous(text) || ((isInMoney || isMarked) && isNumber(text)) ? "'" + text : text
    }

    /// What ``guarded(_:isInMoney:)`` was given.
    package static func restored(_ text: String) -> String {
        guard text.unicodeScalars.first == "'", isDangerous(text) || isNumber(text) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Whether the first sign that is no `'` begins a formula.
    private static func isDangerous(_ text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(starters.contains) ?? false
    }

    /// Whether what follows any `'`s reads as a number.
    private static func isNumber(_ text: String) -> Bool {
        let rest = String(text.unicodeScalars.drop { $0 == "'" })
        return AmountReading.read(rest, style: .csv).amount != nil
    }
}
