import PlanModel

/// A node of a YAML text. Scalars stay text: the schema types them, not YAML 1.1 (`no`, `010` and `12:30` are text).
enum YAMLNode: Sendable {
    case scalar(String)
    case sequence([Located<YAMLNode>])
    case mapping([YAMLPair])

    /// What the shape is called in messages.
    var shape: LocalizedText {
        switch self {
        case .scalar: LocalizedText(sv: "ett värde", en: "a value")
        case .sequence: LocalizedText(sv: "en lista", en: "a list")
        case .mapping: LocalizedText(sv: "nycklar med värden", en: "keys with values")
        }
    }

    /// Whether nothing is written.
    var isEmpty: Bool {
        switch self {
        case .scalar(let text): text.trimmed().isEmpty
        case .sequence(let items): items.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        }
    }
}

/// A key of a mapping and what stands after its colon.
struct YAMLPair: Sendable {
    let key: Located<String>
    let value: Located<YAMLNode>
}
