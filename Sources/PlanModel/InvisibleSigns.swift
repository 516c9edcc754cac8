extension String {
    /// As it is compared with other words: without the signs that word processors leave behind and nobody sees (soft hyphen,
    /// zero-width space and joiner, byte-order mark), and with plain spaces for no-break ones.
    package func withoutInvisibleSigns() -> String {
        guard utf8.contains(where: { $0 > 0x7F }), unicodeScalars.contains(where: Self.isOddSign) else { return self }
        var plain = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\u{A0}", "\u{202F}", "\u{2007}": plain.append(" ")
            case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": continue
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    private static func isOddSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{A0}", "\u{202F}", "\u{2007}", "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": true
        default: false
        }
    }
}
