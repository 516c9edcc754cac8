import PlanModel

/// Addresses as machines take them.
enum WebAddress {
    /// A text of the content as an address (RFC 3986), or `nil` where it is none that begins with `https://` or `http://`.
    static func from(_ text: String?) -> String? {
        guard let text, text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://"),
            !text.unicodeScalars.contains(where: { $0.isSpace })
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
