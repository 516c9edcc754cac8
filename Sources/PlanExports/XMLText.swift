/// Text as XML 1.0 holds it.
enum XMLText {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// Content or the value of an attribute in double quotes. What XML has no place for is left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Written as they are, attributes would lose them and content would get other line ends.
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `<name attribute="value">text</name>`; without text `<name attribute="value"/>`.
    static func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil)
        -> String
    {
        var xml = "<" + name
        for (key, value) in attributes {
            if let value { xml += " \(key)=\"\(escaped(value))\"" }
        }
        return xml + (text.map { ">\(escaped($0))</\(name)>" } ?? "/>")
    }
}

/// Addresses as machines take them.
enum WebAddress {
    /// A text of the content as an address (RFC 3986), or `nil` where it is none that begins with `https://` or `http://`.
    static func from(_ text: String?) -> String? {
        guard let text, text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://"),
            !text.unicodeScalars.contains(where: { $0.properties.isWhitespace })
        else { return nil }
        return escaped(text)
    }

    /// An address with what no address may hold as percent signs.
    static func escaped(_ address: String) -> String {
        var result = ""
        for scalar in address.unicodeScalars {
            if scalar.value <= 0x20 || scalar.value >= 0x7F || forbidden.contains(scalar) {
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let forbidden: Set<Unicode.Scalar> = ["<", ">", "\"", "{", "}", "|", "\\", "^", "`"]
}
