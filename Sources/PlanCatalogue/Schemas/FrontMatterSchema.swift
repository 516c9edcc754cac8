import PlanModel

/// JSON Schemas of front matter, from the same table as the reader: ``Schema``.
///
/// Draft 7, which the YAML extension of VS Code reads best. Words of closed lists are asked for in lower case, though the
/// reader takes any.
package enum FrontMatterSchema {
    /// Every schema, as the name of its file and its text: one a type, one for all types, one for `site.yaml`.
    package static func files() -> [(name: String, text: String)] {
        let kinds = EntityKind.allCases.filter(\.hasFiles)
        return [("front-matter.schema.json", combined(kinds).file), ("site.schema.json", SiteSchema.node.file)]
            + kinds.map { ("\($0.rawValue).schema.json", single($0).file) }
    }

    /// A key in both languages with what it says.
    ///
    /// - Parameter meaning: what it says where that is another than at the top of a file.
    static func properties(
        _ field: Field, _ type: FieldType, meaning: LocalizedText? = nil
    ) -> [(key: String, value: JSONNode)] {
        let form = type.form
        let meaning = meaning ?? field.meaning
        let description = describe(
            LocalizedText(
                sv: "\(meaning.swedish): \(form.swedish)", en: "\(meaning.english): \(form.english)"))
        return ValueSchema.names(of: field).map {
            ($0, .object([("description", description)] + ValueSchema.node(type)))
        }
    }

    /// A description in both languages.
    static func describe(_ words: LocalizedText) -> JSONNode {
        .text(words.swedish == words.english ? words.swedish : "\(words.swedish)\n\(words.english)")
    }

    private static func single(_ kind: EntityKind) -> JSONNode {
        .object(
            [
                ("$schema", .text(ValueSchema.draft)),
                ("title", .text("Klarplan: \(kind.names.first ?? kind.rawValue) / \(kind.rawValue)")),
            ] + keys(of: kind, requiring: [.type]))
    }

    /// Which schema holds is chosen by the type. A file without one, such as a translation, may have the keys of any.
    private static func combined(_ kinds: [EntityKind]) -> JSONNode {
        let typeKeys = [Field.type.swedish, Field.type.rawValue]
        let choices: [JSONNode] = kinds.map { kind in
            let isKind = typeKeys.map { key -> JSONNode in
                let value: JSONNode = .object([("enum", .texts(names(of: [kind])))])
                return .object([("required", .texts([key])), ("properties", .object([(key, value)]))])
            }
            return .object([
                ("if", .object([("anyOf", .array(isKind))])),
                ("then", .object([("$ref", .text("#/definitions/\(kind.rawValue)"))])),
            ])
        }
        let untyped: JSONNode = .object([
            ("if", .object([("anyOf", .array(typeKeys.map(ValueSchema.requiring)))])),
            ("else", .object([("propertyNames", .object([("enum", .texts(allKeys(of: kinds)))]))])),
        ])
        return .object([
            ("$schema", .text(ValueSchema.draft)), ("title", .text("Klarplan")), ("type", .text("object")),
            ("properties", .object(typeProperties(kinds))),
            ("allOf", .array(ValueSchema.once(typeKeys) + choices + [untyped])),
            ("definitions", .object(kinds.map { ($0.rawValue, .object(keys(of: $0))) })),
        ])
    }

    private static func keys(
        of kind: EntityKind, requiring needed: [Field] = []
    ) -> [(key: String, value: JSONNode)] {
        let fields = Schema.common + Schema.own(kind)
        let properties = fields.flatMap { field, type in
            switch field {
            case .type: typeProperties([kind])
            case .homepage: addressProperties(field, type)
            default: Self.properties(field, type)
            }
        }
        let required = (needed + Schema.required(kind)).map { field -> JSONNode in
            .object([("anyOf", .array(ValueSchema.names(of: field).map(ValueSchema.requiring)))])
        }
        let once = fields.flatMap { ValueSchema.once(ValueSchema.names(of: $0.0)) }
        return [
            ("type", .text("object")), ("additionalProperties", .flag(false)), ("properties", .object(properties)),
            ("allOf", .array(required + once)),
        ]
    }

    private static func typeProperties(_ kinds: [EntityKind]) -> [(key: String, value: JSONNode)] {
        [Field.type.swedish, Field.type.rawValue].map { key in
            (key, .object([("description", describe(Field.type.meaning)), ("enum", .texts(names(of: kinds)))]))
        }
    }

    private static func addressProperties(_ field: Field, _ type: FieldType) -> [(key: String, value: JSONNode)] {
        properties(field, type).map { key, value in
            guard case .object(let pairs) = value else { return (key, value) }
            return (key, .object(pairs + [("pattern", .text("^([Hh][Tt][Tt][Pp][Ss]?://.*)?$"))]))
        }
    }

    private static func names(of kinds: [EntityKind]) -> [String] { kinds.flatMap(\.names) }

    private static func allKeys(of kinds: [EntityKind]) -> [String] {
        let fields = Set(kinds.flatMap { (Schema.common + Schema.own($0)).map(\.0) }).sorted()
        return fields.flatMap(ValueSchema.names)
    }
}
