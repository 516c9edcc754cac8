import PlanModel

/// The JSON Schema of `Site/site.yaml`.
enum SiteSchema {
    static var node: JSONNode {
        let properties = SiteKey.allCases.flatMap { key in
            key.names.map { name in
                (
                    key: name,
                    value: JSONNode.object([("description", FrontMatterSchema.describe(key.meaning))] + value(of: key))
                )
            }
        }
        return .object([
            ("$schema", .text(ValueSchema.draft)), ("title", .text("Klarplan: site.yaml")),
            ("type", .texts(["object", "null"])), ("additionalProperties", .flag(false)),
            ("properties", .object(properties)),
            ("allOf", .array(SiteKey.allCases.flatMap { ValueSchema.once($0.names) })),
        ])
    }

    private static let text: JSONNode = .object([("type", ValueSchema.scalar)])
    private static let address: [(key: String, value: JSONNode)] = [
        ("type", .texts(["string", "null"])), ("pattern", .text("^([Hh][Tt][Tt][Pp][Ss]?://[^/\\s\"][^\\s\"]*)?$")),
    ]

    private static func value(of key: SiteKey) -> [(key: String, value: JSONNode)] {
        switch key {
        case .title, .tagline: return texts
        case .languages:
            let words = Language.allCases.map(\.rawValue)
            return [
                ("type", .texts(["array", "string", "null"])), ("items", .object([("enum", .texts(words))])),
                ("pattern", .text("^[\\s,]*((\(words.joined(separator: "|")))[\\s,]*)*$")),
            ]
        case .baseURL, .publisherHomepage: return address
        case .license:
            return [
                ("type", .texts(["string", "null"])),
                ("pattern", .text("^([Hh][Tt][Tt][Pp][Ss]://[^/\\s\"][^\\s\"]*)?$")),
            ]
        case .repository:
            return [
                ("type", .texts(["string", "null"])),
                ("pattern", .text("^([Hh][Tt][Tt][Pp][Ss]?://[^/\\s\"][^\\s\"]*\\{file\\}[^\\s\"]*)?$")),
            ]
        case .publisher: return keys(key.inner, ["homepage": .object(address)], orText: true)
        case .contact: return keys(key.inner, [:], orText: true)
        case .theme:
            let tokens: [(key: String, value: JSONNode)] = [
                ("type", .texts(["object", "null"])),
                ("patternProperties", .object([("^(--)?[A-Za-z0-9_-]+$", text)])),
                ("additionalProperties", .flag(false)),
            ]
            let logo = keys(SiteKey.logoKeys, ["text": .object(texts)], orText: true)
            let named = SiteKey.themeKeys.sorted { $0.key < $1.key }.flatMap { english, swedish in
                [english, swedish].map { (key: $0, value: JSONNode.object(english == "logo" ? logo : tokens)) }
            }
            // A token's name has no letter outside of ASCII, and these two are no tokens.
            return [
                ("type", .texts(["object", "null"])), ("properties", .object(named)),
                ("patternProperties", .object([("^(?!(dark|logo|logotyp)$)(--)?[A-Za-z0-9_-]+$", text)])),
                ("additionalProperties", .flag(false)),
            ]
        case .accessibility: return accessibility
        case .navigation:
            let item = keys(key.inner, ["title": .object(texts)], orText: false)
            let required = key.inner.sorted { $0.key < $1.key }.map { name -> JSONNode in
                .object([("anyOf", .array([name.key, name.value].map(ValueSchema.requiring)))])
            }
            return [
                ("type", .texts(["array", "null"])), ("items", .object(item + [("allOf", .array(required))])),
            ]
        case .search:
            let group: JSONNode = .object([
                ("type", .texts(["array", "string"])), ("items", text), ("minItems", .number(2)),
                ("pattern", .text(",")),
            ])
            let path: JSONNode = .object([
                ("type", .text("string")), ("pattern", .text("^(/(?!/)|\\.\\./)[^\\s?#\\\\\":]*$")),
            ])
            return keys(
                key.inner,
                [
                    "synonyms": .object([("type", .text("array")), ("items", group)]),
                    "sites": .object([("type", .text("array")), ("items", path)]),
                ], orText: false)
        case .checks: return checks
        }
    }

    /// A text, or one a language.
    private static let texts: [(key: String, value: JSONNode)] = [
        ("type", .texts(["object", "string", "number", "boolean", "null"])), ("additionalProperties", .flag(false)),
        ("properties", .object(Language.allCases.map { ($0.rawValue, text) })),
    ]

    /// The fixed keys within a key, in either language.
    private static func keys(
        _ names: [String: String], _ known: [String: JSONNode], orText: Bool
    ) -> [(key: String, value: JSONNode)] {
        let properties = names.sorted { $0.key < $1.key }.flatMap { english, swedish in
            [english, swedish].map { (key: $0, value: known[english] ?? text) }
        }
        return [
            ("type", .texts(orText ? ["object", "string", "null"] : ["object", "null"])),
            ("additionalProperties", .flag(false)), ("properties", .object(properties)),
        ]
    }

    private static var accessibility: [(key: String, value: JSONNode)] {
        let date: JSONNode = .object(ValueSchema.node(.date(exact: false)))
        let words: JSONNode = .object(texts)
        let shortcoming = keys(
            SiteKey.shortcomingKeys,
            [
                "text": words, "motive": words, "alternative": words, "mended": date,
                "reason": .object(ValueSchema.words(AccessibilityStatement.Reason.allSpellings)),
            ], orText: true
        ).map { key, value -> (key: String, value: JSONNode) in
            // `{sv: …, en: …}` is the text alone.
            guard key == "properties", case .object(let pairs) = value else { return (key, value) }
            return (key, .object(pairs + Language.allCases.map { ($0.rawValue, text) }))
        }
        return keys(
            SiteKey.accessibility.inner,
            [
                "responsible": words, "help": words, "response-time": words, "method": words, "form": .object(address),
                "assessed": date, "published": date, "updated": date,
                "contact": .object(keys(SiteKey.contact.inner, [:], orText: true)),
                "level": .object(ValueSchema.words(AccessibilityStatement.Level.allSpellings)),
                "shortcomings": .object([("type", .texts(["array", "null"])), ("items", .object(shortcoming))]),
            ], orText: false)
    }

    /// Only what warns or informs can be weighed anew.
    private static var checks: [(key: String, value: JSONNode)] {
        let codes = DiagnosticCode.allCases.filter { $0.severity != .error }
        let level: JSONNode = .object(ValueSchema.words(CheckLevel.allSpellings, others: [.flag(false)]))
        return [
            ("type", .texts(["object", "null"])), ("additionalProperties", .flag(false)),
            ("properties", .object(codes.map { ($0.rawValue, level) })),
        ]
    }
}

extension SiteKey {
    /// What the key says, in a few words.
    var meaning: LocalizedText {
        switch self {
        case .title:
            LocalizedText(
                sv: "webbplatsens namn; ett, eller ett per språk", en: "the site's name; one, or one a language")
        case .tagline: LocalizedText(sv: "en rad under namnet", en: "one line under the name")
        case .languages:
            LocalizedText(
                sv: "språken, det första är standard: `[sv, en]`",
                en: "the languages, the first is the default: `[sv, en]`")
        case .baseURL:
            LocalizedText(sv: "adressen där webbplatsen ska ligga", en: "the address where the site will lie")
        case .publisher:
            LocalizedText(
                sv: "vem som ger ut webbplatsen: namn, eller namn och webbplats",
                en: "who publishes the site: a name, or name and homepage")
        case .publisherHomepage: LocalizedText(sv: "utgivarens egen webbplats", en: "the publisher's own site")
        case .license:
            LocalizedText(
                sv: "adressen till villkoren för de öppna data", en: "the address of the terms of the open data")
        case .contact: LocalizedText(sv: "vem som svarar på frågor", en: "who answers questions")
        case .theme:
            LocalizedText(
                sv: "färger och mått i stilmallen, vid namn utan `--`",
                en: "colours and measures of the style sheet, by name without `--`")
        case .navigation:
            LocalizedText(sv: "länkar i sidhuvudet, i ordning", en: "links at the top of every page, in order")
        case .search:
            LocalizedText(
                sv: "egna synonymer och andra webbplatser som söks med",
                en: "synonyms of your own, and other sites that are searched too")
        case .accessibility:
            LocalizedText(
                sv: "tillgänglighetsredogörelsen: bara det som är prövat",
                en: "the accessibility statement: only what was tried")
        case .repository:
            LocalizedText(
                sv: "adressen där en fil redigeras, med `{file}` och `{line}`",
                en: "the address where a file is edited, with `{file}` and `{line}`")
        case .checks:
            LocalizedText(
                sv: "hur tungt en anmärkning väger: `av`, `upplysning`, `varning`, `fel`",
                en: "how much a finding weighs: `off`, `info`, `warning`, `error`")
        }
    }
}
