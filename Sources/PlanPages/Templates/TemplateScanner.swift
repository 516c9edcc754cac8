import PlanModel

/// Finds the tags of a Mustache template, so that names can be checked before any page is made.
struct TemplateTag: Sendable {
    enum Form: Sendable {
        case variable, section, inverted, end, partial, comment, unsupported
    }

    let form: Form
    let name: String
    let position: SourcePosition

    /// The tags in order. An unclosed tag ends the list; swift-mustache reports it when it parses the template.
    static func scan(_ source: SourceText) -> [TemplateTag] {
        let bytes = source.bytes
        var tags: [TemplateTag] = []
        var index = 0
        while let open = bytes.firstOffset(of: [0x7B, 0x7B], from: index) {
            let isTriple = open + 2 < bytes.count && bytes[open + 2] == 0x7B
            let closing: [UInt8] = isTriple ? [0x7D, 0x7D, 0x7D] : [0x7D, 0x7D]
            let start = open + (isTriple ? 3 : 2)
            guard let close = bytes.firstOffset(of: closing, from: start) else { break }
            index = close + closing.count
            let inner = String(decoding: bytes[start..<close], as: UTF8.self)
            let (form, name) = read(inner, isTriple: isTriple)
            tags.append(TemplateTag(form: form, name: name, position: source.position(ofOffset: open)))
        }
        return tags
    }

    private static func read(_ inner: String, isTriple: Bool) -> (Form, String) {
        let text = inner.trimmed()
        guard !isTriple, let mark = text.unicodeScalars.first else { return (.variable, text) }
        let rest = String(text.dropFirst()).trimmed()
        return switch mark {
        case "#": (.section, rest)
        case "^": (.inverted, rest)
        case "/": (.end, rest)
        case ">": (.partial, rest)
        case "!": (.comment, rest)
        case "&": (.variable, rest)
        case "=", "$", "<", "%", "*": (.unsupported, text)
        default: (.variable, text)
        }
    }
}
