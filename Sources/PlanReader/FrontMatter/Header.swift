import PlanModel

/// What the front matter of a file says, typed by the schema.
struct Header {
    /// What it is; a best guess where the file doesn't say so readably.
    let kind: EntityKind
    /// Whether the file says what it is.
    let hasKind: Bool
    private(set) var id: Located<String>?
    private(set) var title: Located<String>?
    private(set) var isPublished = true
    private let isWhole: Bool
    /// All but type, id, title and publish.
    private(set) var fields: [Field: Located<FieldValue>] = [:]
    /// The key of each field, as written.
    private(set) var keys: [Field: Located<String>] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads a front matter.
    ///
    /// - Parameters:
    ///   - inherited: the type of the original, for a translation, which needn't repeat it.
    ///   - guess: what a file in this place most likely is.
    init(_ frontMatter: FrontMatter, source: SourceText, inherited: EntityKind? = nil, guess: EntityKind) {
        var reader = FieldReader(source)
        isWhole = frontMatter.isWhole
        let typePair = frontMatter.pairs.first {
            $0.key.value == Field.type.rawValue || $0.key.value == Field.type.swedish
        }
        var word: Located<String>?
        if let typePair { word = reader.text(typePair.value, key: typePair.key.value) }
        if let known = word.flatMap({ FieldNames.kind($0.value) }) {
            kind = known
            hasKind = true
        } else if let inherited, word == nil {
            kind = inherited
            hasKind = true
        } else {
            let near = word.flatMap { Spelling.nearest(to: $0.value, among: FieldNames.kindNames) }
            kind = near.flatMap(FieldNames.kind) ?? inherited ?? guess
            hasKind = near != nil
            if let word {
                diagnostics.append(.unknownType(word, nearest: near))
            } else if frontMatter.isWhole, reader.diagnostics.isEmpty, !Self.isMisspelt(.type, in: frontMatter, guess) {
                diagnostics.append(.missingType(at: typePair?.key.position ?? frontMatter.position))
            }
        }
        for pair in frontMatter.pairs { read(pair, by: &reader) }
        diagnostics += reader.diagnostics
        guard frontMatter.isWhole, hasKind, inherited == nil else { return }
        for field in Schema.required(kind) where keys[field] == nil || isBlank(field, frontMatter) {
            // The unknown key is the same mistake, and its finding says which key was meant.
            if keys[field] == nil, Self.isMisspelt(field, in: frontMatter, kind) { continue }
            diagnostics.append(.missingKey(field, kind, at: keys[field]?.position ?? frontMatter.position))
        }
    }

    /// Whether a key that nothing knows is nearest to those of a field.
    private static func isMisspelt(_ field: Field, in frontMatter: FrontMatter, _ kind: EntityKind) -> Bool {
        let known = FieldNames.keys(of: FieldNames.fields(of: kind))
        return frontMatter.pairs.contains { pair in
            guard FieldNames.kinds(with: pair.key.value).isEmpty,
                FieldNames.field(pair.key.value, among: Schema.common.map(\.0)) == nil,
                let near = Spelling.nearest(to: pair.key.value, among: known)
            else { return false }
            return near == field.rawValue || near == field.swedish
        }
    }

    private func isBlank(_ field: Field, _ frontMatter: FrontMatter) -> Bool {
        frontMatter.pairs.first { $0.key.value == keys[field]?.value }?.value.value.isEmpty ?? true
    }

    private mutating func read(_ pair: YAMLPair, by reader: inout FieldReader) {
        let key = pair.key
        guard let (field, type) = lookUp(key) else { return }
        if let first = keys[field] {
            diagnostics.append(.duplicateKey(key, first: first))
            return
        }
        keys[field] = key
        let pair = withoutQuotes(pair, type)
        switch field {
        case .type: return
        case .id:
            id = reader.text(pair.value, key: key.value).map {
                Located($0.value.withoutInvisibleSigns().trimmed(), at: $0.position)
            }
        case .title: title = reader.text(pair.value, key: key.value)
        case .publish:
            if case .flag(let flag) = reader.value(pair.value, as: .flag, key: key.value) { isPublished = flag }
        case .homepage:
            guard let address = reader.text(pair.value, key: key.value) else { return }
            if let fault = Self.fault(ofAddress: address) {
                diagnostics.append(fault)
            } else {
                fields[field] = Located(.text(address.value), at: address.position)
            }
        default:
            if let value = reader.value(pair.value, as: type, key: key.value) {
                fields[field] = Located(value, at: pair.value.position)
                doubt(field, value, at: pair.value.position, in: reader.source)
            }
        }
    }

    private mutating func doubt(_ field: Field, _ value: FieldValue, at position: SourcePosition, in source: SourceText)
    {
        guard case .text(let text) = value else { return }
        let written = Located(text, at: position)
        if field == .time, let finding = DoubtfulValues.time(written) { diagnostics.append(finding) }
        if field == .schedule, let finding = DoubtfulValues.schedule(written, in: source) {
            diagnostics.append(finding)
        }
    }

    /// Reports typographic quotation marks around a value. Free text keeps them: it may be a quotation.
    private mutating func withoutQuotes(_ pair: YAMLPair, _ type: FieldType) -> YAMLPair {
        guard isWhole, case .scalar(let text) = pair.value.value, let inner = DoubtfulValues.unwrapped(text) else {
            return pair
        }
        diagnostics.append(DoubtfulValues.quotes(inner, key: pair.key.value, at: pair.value.position))
        return type == .text ? pair : YAMLPair(key: pair.key, value: Located(.scalar(inner), at: pair.value.position))
    }

    /// The field that a key names for this kind; keys that name none are reported.
    private mutating func lookUp(_ key: Located<String>) -> (Field, FieldType)? {
        if let field = FieldNames.field(key.value, of: kind), let type = Schema.type(of: field, for: kind) {
            return (field, type)
        }
        let own = FieldNames.fields(of: kind)
        let kinds = FieldNames.kinds(with: key.value)
        if kinds.isEmpty {
            let known = hasKind ? own : EntityKind.allCases.filter(\.hasFiles).flatMap(FieldNames.fields)
            diagnostics.append(.unknownKey(key, known: FieldNames.keys(of: known), within: nil))
        } else if hasKind {
            diagnostics.append(.keyNotAllowed(key, kind: kind, allowed: kinds))
        }
        return nil
    }

    /// What is wrong with an address that a page would link to.
    private static func fault(ofAddress address: Located<String>) -> Diagnostic? {
        let folded = address.value.lowercased()
        if folded.hasPrefix("https://") || folded.hasPrefix("http://") { return nil }
        let isUnsafe = ["javascript:", "vbscript:", "file:", "data:"].contains { folded.hasPrefix($0) }
        return .homepageAddress(address, isUnsafe: isUnsafe)
    }
}
