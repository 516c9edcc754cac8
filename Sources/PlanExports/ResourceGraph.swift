/// A small RDF graph as a tree: enough for a data catalogue, written as JSON-LD 1.1 and as RDF/XML 1.1.
///
/// Both texts are the same graph. Names have a prefix of ``prefixes``; addresses are whole, or relative to the file.
struct ResourceGraph {
    struct Node {
        /// Its address; `nil` for a blank node.
        let address: String?
        let type: String
        var properties: [(name: String, values: [Value])] = []

        init(_ address: String?, _ type: String) {
            self.address = address
            self.type = type
        }

        /// Adds a property; one without values is left out.
        mutating func add(_ name: String, _ values: Value?...) {
            let stated = values.compactMap { $0 }
            if !stated.isEmpty { properties.append((name, stated)) }
        }

        mutating func add(_ name: String, all values: [Value]) {
            if !values.isEmpty { properties.append((name, values)) }
        }
    }

    indirect enum Value {
        case node(Node)
        case address(String)
        case text(String, language: String?)
        /// A literal with a type.
        case typed(String, String)
    }

    static let prefixes: [(name: String, address: String)] = [
        ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("spdx", "http://spdx.org/rdf/terms#"), ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    let root: Node

    // MARK: JSON-LD

    /// The graph with its context within: no machine has to ask another for it.
    var json: [UInt8] {
        let context = JSONText.object(Self.prefixes.map { ($0.name, .string($0.address)) })
        return JSONText.object([("@context", context)] + Self.pairs(of: root)).bytes
    }

    private static func pairs(of node: Node) -> [(key: String, value: JSONText?)] {
        [("@id", node.address.map { .string($0) }), ("@type", .string(node.type))]
            + node.properties.map { name, values in
                (name, values.count == 1 ? json(values[0]) : .array(values.map(json)))
            }
    }

    private static func json(_ value: Value) -> JSONText {
        switch value {
        case .node(let node): .object(pairs(of: node))
        case .address(let address): .object([("@id", .string(address))])
        case .text(let text, let language):
            .object([("@value", .string(text)), ("@language", language.map { .string($0) })])
        case .typed(let text, let type): .object([("@value", .string(text)), ("@type", .string(type))])
        }
    }

    // MARK: RDF/XML

    var xml: [UInt8] {
        var text = XMLText.declaration + "<rdf:RDF"
        for prefix in Self.prefixes { text += "\n    xmlns:\(prefix.name)=\"\(prefix.address)\"" }
        text += ">\n"
        Self.append(root, to: &text, indent: "  ")
        return Array((text + "</rdf:RDF>\n").utf8)
    }

    private static func append(_ node: Node, to text: inout String, indent: String) {
        text += "\(indent)<\(node.type)"
        if let address = node.address { text += " rdf:about=\"\(XMLText.escaped(address))\"" }
        guard !node.properties.isEmpty else {
            text += "/>\n"
            return
        }
        text += ">\n"
        for (name, values) in node.properties {
            for value in values {
                text += "\(indent)  "
                switch value {
                case .node(let inner):
                    text += "<\(name)>\n"
                    append(inner, to: &text, indent: indent + "    ")
                    text += "\(indent)  </\(name)>"
                case .address(let address): text += XMLText.element(name, ["rdf:resource": address])
                case .text(let words, let language):
                    text += XMLText.element(name, ["xml:lang": language], text: words)
                case .typed(let words, let type):
                    text += XMLText.element(name, ["rdf:datatype": expanded(type)], text: words)
                }
                text += "\n"
            }
        }
        text += "\(indent)</\(node.type)>\n"
    }

    /// A name with its prefix written out.
    private static func expanded(_ name: String) -> String {
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let prefix = prefixes.first(where: { $0.name == parts[0] }) else { return name }
        return prefix.address + parts[1]
    }
}
