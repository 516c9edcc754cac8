import PlanModel

/// Values of front matter, which may be lists and keys as well as text.
extension FieldReader {
    /// Reads a node of YAML as a value of a type; `nil` where nothing is written or it can't be read.
    mutating func value(_ node: Located<YAMLNode>, as type: FieldType, key: String) -> FieldValue? {
        if node.value.isEmpty { return nil }
        switch (type, node.value) {
        case (.decision, .mapping(let pairs)): return decision(pairs, key: key)
        case (.agenda, .sequence(let items)): return .agenda(items.compactMap { agendaItem($0, key: key) })
        case (.periodValues, .mapping(let pairs)): return values(pairs)
        case (.texts, .sequence(let items)): return .texts(texts(items, key: key))
        case (.reference, .sequence(let items)) where items.count == 1,
            (.references, .sequence(let items)):
            return .references(texts(items, key: key))
        case (.responsible, .sequence(let items)):
            let names = texts(items, key: key)
            let whole = names.map(\.value).joined(separator: ", ")
            let parts = names.flatMap { Parts.names($0, in: source) }
            return .responsible(whole, parts: [Located(whole, at: node.position)] + parts)
        case (.periodValues, .sequence(let items)):
            return .values(texts(items, key: key).flatMap { PeriodValue.read($0.value, at: $0.position) })
        case (_, .scalar(let text)): return value(Located(text, at: node.position), as: type, name: key)
        case (_, .sequence), (_, .mapping):
            return refuse(.wrongShape(key, found: node.value.shape, type, at: node.position))
        }
    }

    /// The text of a node that must be one.
    mutating func text(_ node: Located<YAMLNode>, key: String) -> Located<String>? {
        guard case .scalar(let text) = node.value else {
            _ = refuse(.wrongShape(key, found: node.value.shape, .text, at: node.position))
            return nil
        }
        let trimmed = text.trimmed()
        return trimmed.isEmpty ? nil : Located(trimmed, at: node.position)
    }

    private mutating func texts(_ items: [Located<YAMLNode>], key: String) -> [Located<String>] {
        items.compactMap { text($0, key: key) }
    }

    private mutating func decision(_ pairs: [YAMLPair], key: String) -> FieldValue? {
        var decision = Decision()
        for (field, pair) in nested(pairs, in: key, FieldType.decisionFields) {
            guard let text = text(pair.value, key: pair.key.value) else { continue }
            switch field {
            case .body: decision.body = text
            case .date:
                if case .date(let date) = value(text, as: .date(exact: true), name: pair.key.value) {
                    decision.date = Located(date, at: text.position)
                }
            case .paragraph: decision.paragraph = text
            default: decision.diaryNumber = text
            }
        }
        return .decision(decision)
    }

    private mutating func agendaItem(_ item: Located<YAMLNode>, key: String) -> AgendaItem? {
        guard case .mapping(let pairs) = item.value else {
            _ = refuse(.agendaItemShape(found: item.value.shape, at: item.position))
            return nil
        }
        var found = AgendaItem(title: Located("", at: item.position), documents: [], proposal: nil, decision: nil)
        for (field, pair) in nested(pairs, in: key, FieldType.agendaFields) {
            switch field {
            case .documents:
                if case .references(let documents) = value(pair.value, as: .references([]), key: pair.key.value) {
                    found.documents = documents
                }
            case .title: if let text = text(pair.value, key: pair.key.value) { found.title = text }
            case .proposal: found.proposal = text(pair.value, key: pair.key.value)?.value
            default: found.decision = text(pair.value, key: pair.key.value)?.value
            }
        }
        guard found.title.value.isEmpty else { return found }
        _ = refuse(.agendaItemWithoutTitle(at: item.position))
        return nil
    }

    /// Values by period: `2019: 30 %`.
    private mutating func values(_ pairs: [YAMLPair]) -> FieldValue? {
        var values: [PeriodValue] = []
        for pair in pairs {
            guard let period = Period(pair.key.value) else {
                _ = refuse(.invalidPeriod(pair.key))
                continue
            }
            guard let text = text(pair.value, key: pair.key.value) else { continue }
            values.append(PeriodValue(period: period, text: text.value, position: text.position))
        }
        return .values(values)
    }

    /// The pairs of a mapping within a key, by field; unknown and repeated keys are reported.
    private mutating func nested(
        _ pairs: [YAMLPair], in parent: String, _ fields: [Field]
    ) -> [(field: Field, pair: YAMLPair)] {
        var found: [(field: Field, pair: YAMLPair)] = []
        for pair in pairs {
            guard let field = FieldNames.field(pair.key.value, among: fields) else {
                let known = FieldNames.keys(of: fields)
                _ = refuse(.unknownKey(pair.key, known: known, within: parent))
                continue
            }
            if let first = found.first(where: { $0.field == field })?.pair.key {
                _ = refuse(.duplicateKey(pair.key, first: first))
            } else {
                found.append((field, pair))
            }
        }
        return found
    }
}
