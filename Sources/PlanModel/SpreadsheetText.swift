/// Texts that a spreadsheet would take for formulas (OWASP, CSV injection), and the way back.
///
/// A text that begins with one of ``starters`` gets a `'` before it, and so does one that has only `'`s before such a
/// sign: what was guarded can always be told from what was written, and taking away exactly one `'` restores it.
package enum SpreadsheetText {
    /// What formulas and commands begin with, also in their full-width forms.
    package static let starters: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// A text that no spreadsheet calculates.
    package static func guarded(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

    /// What ``guarded(_:)`` was given.
    package static func restored(_ text: String) -> String {
        guard text.unicodeScalars.first == "'", isDangerous(text) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Whether the first sign that is no `'` begins a formula.
    private static func isDangerous(_ text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(starters.contains) ?? false
    }
}
