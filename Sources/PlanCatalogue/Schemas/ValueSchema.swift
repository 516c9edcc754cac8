import PlanModel

/// JSON Schemas of single values, as YAML 1.2 reads them: what looks like a number is one.
///
/// The reader takes every scalar as text; a schema has to allow what an editor's YAML makes of it. A key without a value
/// says nothing and is allowed, as it is when a site is built.
enum ValueSchema {
    static let draft = "http://json-schema.org/draft-07/schema#"

    /// Any scalar.
    static let scalar: JSONNode = .texts(["string", "number", "boolean", "null"])
    private static let texts: JSONNode = .object([
        ("type", .array([.text("array"), .text("string"), .text("number"), .text("boolean"), .text("null")])),
        ("items", .object([("type", scalar)])),
    ])
    /// A year or years, or a part of a year.
    private static let periodPattern =
        "^\\s*(19|20|21)\\d\\d(\\s*[-–—−‐‑]\\s*((19|20|21)\\d\\d|[Mm]0*(1[0-2]|[1-9])|[Tt]0*[1-3]|[QqKk]0*[1-4]))?\\s*$"

    static func node(_ type: FieldType) -> [(key: String, value: JSONNode)] {
        switch type {
        case .text: [("type", scalar)]
        case .flag: words(FieldType.affirmations + FieldType.denials, others: [.flag(true), .flag(false)])
        case .texts, .references, .responsible: pairs(of: texts)
        case .reference: pairs(of: texts) + [("maxItems", .number(1))]
        case .period: [("type", .texts(["string", "integer", "null"])), ("pattern", .text(periodPattern))]
        case .date(let exact):
            [
                ("type", .texts(exact ? ["string", "null"] : ["string", "integer", "null"])),
                (
                    "pattern",
                    .text("^(19|20|21)\\d\\d-\\d\\d-\\d\\d$|^$" + (exact ? "" : "|^(19|20|21)\\d\\d(-\\d\\d)?$"))
                ),
            ]
        case .status(let allowed): words(allowed.flatMap(\.spellings) + allowed.map(\.rawValue))
        case .bodyKind: words(BodyKind.allSpellings)
        case .goalKind: words(GoalKind.allSpellings)
        case .assignmentKind: words(AssignmentKind.allSpellings)
        case .direction: words(Direction.allSpellings)
        case .moneyUnit: words(MoneyUnit.allCases.map(\.rawValue) + MoneyUnit.allSpellings)
        case .count:
            [
                ("type", .texts(["integer", "string", "null"])), ("minimum", .number(0)),
                ("pattern", .text("^[\\d\\s]*$")),
            ]
        case .decision: keys(FieldType.decisionFields, of: .plan)
        case .agenda:
            [
                ("type", .texts(["array", "null"])),
                (
                    "items",
                    .object(
                        keys(FieldType.agendaFields, of: .meeting) + [
                            ("anyOf", .array([Field.title.swedish, Field.title.rawValue].map(Self.requiring)))
                        ])
                ),
            ]
        case .periodValues:
            [
                ("type", .texts(["array", "object", "string", "number", "null"])),
                ("items", .object([("type", scalar)])),
                ("patternProperties", .object([(periodPattern, .object([("type", scalar)]))])),
                ("additionalProperties", .flag(false)),
            ]
        }
    }

    /// That a key must be there.
    static func requiring(_ key: String) -> JSONNode { .object([("required", .texts([key]))]) }

    /// That a key stands in one language alone: the same key twice is an error.
    static func once(_ names: [String]) -> [JSONNode] {
        names.indices.flatMap { first in
            names[(first + 1)...].map { second in
                .object([("not", .object([("required", .texts([names[first], second]))]))])
            }
        }
    }

    /// The keys of a field: Swedish and English, or one for both.
    static func names(of field: Field) -> [String] {
        field.swedish == field.rawValue ? [field.rawValue] : [field.swedish, field.rawValue]
    }

    /// A closed list of words.
    static func words(_ words: [String], others: [JSONNode] = []) -> [(key: String, value: JSONNode)] {
        let unique = words.enumerated().filter { words.firstIndex(of: $1) == $0 }.map { JSONNode.text($1) }
        return [("enum", .array(unique + others + [.null]))]
    }

    /// The keys of a mapping within a front matter.
    private static func keys(_ fields: [Field], of kind: EntityKind) -> [(key: String, value: JSONNode)] {
        let properties = fields.flatMap { field -> [(key: String, value: JSONNode)] in
            let type: FieldType =
                switch (field, kind) {
                case (.date, _): .date(exact: true)
                case (.documents, _): .references([])
                default: .text
                }
            let properties = FrontMatterSchema.properties(field, type, meaning: meaning(of: field, in: kind))
            guard field == .title else { return properties }
            // An item of an agenda needs its heading.
            return properties.map { key, value in
                (key, .object(pairs(of: value).filter { $0.key != "type" } + [("type", filled)]))
            }
        }
        return [
            ("type", .texts(["object", "null"])), ("additionalProperties", .flag(false)),
            ("properties", .object(properties)), ("allOf", .array(fields.flatMap { once(names(of: $0)) })),
        ]
    }

    /// Any scalar but none.
    private static let filled: JSONNode = .texts(["string", "number", "boolean"])

    /// What a key within another says where it is not what it says at the top of a file.
    private static func meaning(of field: Field, in kind: EntityKind) -> LocalizedText? {
        guard kind == .meeting else { return nil }
        switch field {
        case .title: return LocalizedText(sv: "ärendets rubrik", en: "the item's heading")
        case .decision: return LocalizedText(sv: "det som beslutades", en: "what was decided")
        default: return nil
        }
    }

    private static func pairs(of node: JSONNode) -> [(key: String, value: JSONNode)] {
        guard case .object(let pairs) = node else { return [] }
        return pairs
    }
}
