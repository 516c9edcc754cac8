extension Unicode.Scalar {
    /// Whether Unicode calls it alphabetic; told at once for the letters of ASCII and Latin-1, which most texts are made of.
    package var isLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: true
        case 0..<0x80: false
        default: properties.isAlphabetic
        }
    }

    /// Whether Unicode calls it white space; told at once for ASCII.
    package var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20: true
        case 0..<0x80: false
        default: properties.isWhitespace
        }
    }
}
