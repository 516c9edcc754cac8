extension Unicode.Scalar {
    /// Whether it turns the direction of what follows, until it is ended: U+202A–202E and U+2066–2069.
    ///
    /// One that is left open turns what stands after the text, too. The marks U+200E, U+200F and U+061C turn nothing.
    /// <https://www.unicode.org/reports/tr9/>
    package var turnsDirection: Bool {
        switch self {
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }
}
