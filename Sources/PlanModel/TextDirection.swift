extension Unicode.Scalar {
    /// Whether it is a control character (U+0000–001F, U+007F–009F): what a terminal might obey rather than show.
    package var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

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

extension String {
    /// Whether it holds what is never seen and changes how the rest is seen: control characters and turns of direction.
    package var hasHiddenSigns: Bool { unicodeScalars.contains { $0.isControl || $0.turnsDirection } }

    /// With a visible sign in place of each control character and turn of direction; line ends stay.
    package var withoutHiddenSigns: String {
        guard hasHiddenSigns else { return self }
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            shown.append((scalar.isControl && scalar != "\n") || scalar.turnsDirection ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}
