import PlanModel

/// Keys of front matter, in either language.
enum FieldNames {
    /// The fields that files of a kind may have.
    static func fields(of kind: EntityKind) -> [Field] { fieldsByKind[kind] ?? [] }

    private static let fieldsByKind = Dictionary(
        uniqueKeysWithValues: EntityKind.allCases.map { ($0, (Schema.common + Schema.own($0)).map(\.0)) })

    /// The field that a key names among some.
    static func field(_ key: String, among fields: [Field]) -> Field? {
        let key = key.withoutInvisibleSigns().trimmed()
        return fields.first { $0.rawValue == key || $0.swedish == key }
    }

    /// The field that a key names among those of a kind.
    static func field(_ key: String, of kind: EntityKind) -> Field? {
        fieldsByKey[kind]?[key.withoutInvisibleSigns().trimmed()]
    }

    private static let fieldsByKey = fieldsByKind.mapValues { fields in
        Dictionary(
            fields.flatMap { field in [(field.rawValue, field), (field.swedish, field)] },
            uniquingKeysWith: { first, _ in first })
    }

    /// The keys of fields, Swedish and English.
    static func keys(of fields: [Field]) -> [String] {
        var keys: [String] = []
        for field in fields {
            for key in [field.swedish, field.rawValue] where !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// The kinds whose files may have a field that a key names.
    static func kinds(with key: String) -> [EntityKind] {
        EntityKind.allCases.filter { kind in
            kind.hasFiles && field(key, among: Schema.own(kind).map(\.0)) != nil
        }
    }

    /// Types as they may be written in a file.
    static func kind(_ word: String) -> EntityKind? {
        let folded = word.withoutInvisibleSigns().trimmed().lowercased()
        return EntityKind.allCases.first { $0.hasFiles && $0.names.contains(folded) }
    }

    static let kindNames: [String] = EntityKind.allCases.filter(\.hasFiles).flatMap(\.names)
}
