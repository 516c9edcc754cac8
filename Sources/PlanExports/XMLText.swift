import PlanModel

/// Text as XML 1.0 holds it.
enum XMLText {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// Content or the value of an attribute in double quotes. What XML has no place for is left out, and
    /// what would turn the direction of the text after it.
    static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
            default: 0x20..<0x80 ~= $0
            }
        }
        if isPlain { return text }
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
            case _ where scalar.turnsDirection: continue
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
