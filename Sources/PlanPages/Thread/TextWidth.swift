import PlanModel

/// How wide words are in the site's typeface, so that lines can be broken where no browser does it: in drawings.
///
/// The advances of Inter, rounded up; a system's own sans-serif is narrower or as wide.
enum TextWidth {
    /// The width of a text in hundredths of its type size.
    static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    /// Breaks a text into lines no wider than a width, at spaces and after hyphens; a longer word is cut.
    ///
    /// - Parameter width: hundredths of the type size, at least 100.
    static func lines(_ text: String, within width: Int) -> [String] {
        lines(text) { of($0) <= width }
    }

    /// Breaks a text into lines that fit, by a measure of one's own. A character that fits nowhere has its own line.
    static func lines(_ text: String, fits: (String) -> Bool) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words(of: text) {
            let candidate = line.isEmpty ? word : line + word
            if fits(candidate.trimmed()) {
                line = candidate
                continue
            }
            if !line.trimmed().isEmpty { lines.append(line.trimmed()) }
            line = ""
            for character in word {
                if !line.isEmpty, !fits((line + String(character)).trimmed()) {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        if !line.trimmed().isEmpty { lines.append(line.trimmed()) }
        return lines
    }

    /// A text cut to a width, with an ellipsis where something is missing.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        let lines = lines(text, within: max(100, width - 100))
        return (lines.first ?? "") + "…"
    }

    /// Words with the space or the hyphen that ends them.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            word.append(character)
            if character == " " || character == "-" || character == "/" {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "i", "j", "l", "I", "'", "’", ".", ",", ":", ";", "!", " ", "\u{A0}": 28
        case "f", "t", "r", "(", ")", "/", "”", "\"", "\u{202F}": 40
        case "1", "-", "–", "?", "s", "k", "x", "z", "J", "§": 55
        case "m", "w", "M", "W", "%": 95
        case "A"..."Z", "Å", "Ä", "Ö", "+", "&": 77
        case "\u{20}"..."\u{24F}": 63
        // Wide scripts and pictures.
        default: 100
        }
    }
}
