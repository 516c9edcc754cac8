import PlanModel

/// `accessibility: {responsible: …, level: partial, shortcomings: [{text: …, reason: …}], …}`.
extension ConfigurationReader {
    mutating func takeAccessibility(_ pair: YAMLPair) {
        guard case .mapping(let pairs) = pair.value.value else {
            return refuse(pair.key.value, .wantsKeys, at: pair.value.position)
        }
        var statement = AccessibilityStatement(at: pair.key.position)
        for inner in fields(pairs, SiteKey.accessibility.inner, in: pair.key.value) {
            let (key, value) = (inner.pair.key.value, inner.pair.value)
            if value.value.isEmpty { continue }
            switch inner.name {
            case "responsible": statement.responsible = texts(value, key: key)
            case "level":
                guard let word = text(value, key: key) else { continue }
                statement.level = AccessibilityStatement.Level(spelling: word.value)
                if statement.level == nil { refuse(key, .accessibilityLevel, at: word.position) }
            case "shortcomings":
                guard case .sequence(let items) = value.value else {
                    refuse(key, .wantsList, at: value.position)
                    continue
                }
                statement.shortcomings = items.compactMap { shortcoming($0, key: key) }
            case "help": statement.help = texts(value, key: key)
            case "contact": statement.contact = contact(inner.pair) ?? statement.contact
            case "form": statement.form = address(inner.pair)
            case "response-time": statement.responseTime = texts(value, key: key)
            case "method": statement.method = texts(value, key: key)
            case "assessed": statement.assessed = date(value, key: key)
            case "published": statement.published = date(value, key: key)
            default: statement.updated = date(value, key: key)
            }
        }
        configuration.accessibility = statement
    }

    /// A text, or `{text: …, reason: …, motive: …, alternative: …, mended: …}`.
    private mutating func shortcoming(
        _ item: Located<YAMLNode>, key: String
    ) -> AccessibilityStatement.Shortcoming? {
        var shortcoming = AccessibilityStatement.Shortcoming()
        guard case .mapping(let pairs) = item.value else {
            shortcoming.text = texts(item, key: key)
            return shortcoming.text.isEmpty ? nil : shortcoming
        }
        // `{sv: …, en: …}` is the text alone.
        if pairs.allSatisfy({ Language(rawValue: $0.key.value) != nil }) {
            shortcoming.text = texts(item, key: key)
            return shortcoming.text.isEmpty ? nil : shortcoming
        }
        for inner in fields(pairs, SiteKey.shortcomingKeys, in: key) {
            let (key, value) = (inner.pair.key.value, inner.pair.value)
            if value.value.isEmpty { continue }
            switch inner.name {
            case "text": shortcoming.text = texts(value, key: key)
            case "reason":
                guard let word = text(value, key: key) else { continue }
                if let reason = AccessibilityStatement.Reason(spelling: word.value) {
                    shortcoming.reason = reason
                } else {
                    refuse(key, .accessibilityReason, at: word.position)
                }
            case "motive": shortcoming.motive = texts(value, key: key)
            case "alternative": shortcoming.alternative = texts(value, key: key)
            default: shortcoming.mended = date(value, key: key)
            }
        }
        guard !shortcoming.text.isEmpty else {
            refuse(key, .wantsText, at: item.position)
            return nil
        }
        return shortcoming
    }

    private mutating func date(_ node: Located<YAMLNode>, key: String) -> CalendarDate? {
        guard let text = text(node, key: key) else { return nil }
        guard let date = CalendarDate(text.value) else {
            refuse(key, .wantsDate, at: text.position)
            return nil
        }
        return date
    }
}
