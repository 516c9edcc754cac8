package import PlanModel

/// A JSON value (RFC 8259) that keeps the order of its keys and the digits of its numbers.
package indirect enum JSONText: Sendable {
    /// Keys in the order in which they are written; a value of `nil` is left out with its key.
    case object([(key: String, value: JSONText?)])
    case array([JSONText])
    case string(String)
    case number(Amount)
    case integer(Int)
    case flag(Bool)
    case null

    /// The text with a final line end: 2 spaces a level; what holds no other object or list stands on one line.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, level: 0)
        bytes.append(0x0A)
        return bytes
    }

    private var isNested: Bool {
        switch self {
        case .object, .array: true
        case .string, .number, .integer, .flag, .null: false
        }
    }

    private func append(to bytes: inout [UInt8], level: Int) {
        switch self {
        case .object(let pairs):
            let stated = pairs.compactMap { pair in pair.value.map { (pair.key, $0) } }
            Self.append(stated.map(\.1), keys: stated.map(\.0), brackets: ("{", "}"), to: &bytes, level: level)
        case .array(let values): Self.append(values, keys: nil, brackets: ("[", "]"), to: &bytes, level: level)
        case .string(let text): Self.append(text, to: &bytes)
        case .number(let amount): bytes += amount.machineText.utf8
        case .integer(let number): bytes += String(number).utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        }
    }

    private static func append(
        _ values: [JSONText], keys: [String]?, brackets: (open: String, close: String), to bytes: inout [UInt8],
        level: Int
    ) {
        let spreads = values.contains(where: \.isNested)
        bytes += brackets.open.utf8
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if spreads {
                bytes.append(0x0A)
                bytes += repeatElement(UInt8(ascii: " "), count: 2 * (level + 1))
            } else if index > 0 {
                bytes.append(UInt8(ascii: " "))
            }
            if let keys {
                append(keys[index], to: &bytes)
                bytes += ": ".utf8
            }
            value.append(to: &bytes, level: level + 1)
        }
        if spreads {
            bytes.append(0x0A)
            bytes += repeatElement(UInt8(ascii: " "), count: 2 * level)
        }
        bytes += brackets.close.utf8
    }

    /// A string in quotes. Line ends of scripts (U+2028, U+2029) are escaped too, for pages that quote the file.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                bytes += "\\u".utf8
                bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.count)
                bytes += digits.utf8
            default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONText {
    /// A string, or nothing where there is none or an empty one.
    static func optional(_ text: String?) -> JSONText? { text.flatMap { $0.isEmpty ? nil : .string($0) } }

    static func optional(_ amount: Amount?) -> JSONText? { amount.map { .number($0) } }

    static func ids(_ ids: [EntityID]) -> JSONText? { ids.isEmpty ? nil : .array(ids.map { .string($0.text) }) }
}
