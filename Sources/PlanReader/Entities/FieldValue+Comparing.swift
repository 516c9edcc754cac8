import PlanModel

/// Whether two values say the same, wherever they are written.
extension FieldValue {
    /// - Parameter unit: the unit that a name stands for, so that a short name and a title can be the same.
    func says(sameAs other: FieldValue, unit: (String) -> EntityID?) -> Bool {
        switch (self, other) {
        case (.text(let left), .text(let right)):
            return Self.folded(left) == Self.folded(right)
        case (.texts(let left), .texts(let right)):
            return left.map { Self.folded($0.value) } == right.map { Self.folded($0.value) }
        case (.references(let left), .references(let right)):
            // `A1.2` and `fp-2019/A1.2` are the same reference; `fp-2019/A1.2` and `fp-2020/A1.2` are not.
            return left.count == right.count
                && left.allSatisfy { one in right.contains { Self.mayBeSame(one.value, $0.value) } }
                && right.allSatisfy { one in left.contains { Self.mayBeSame(one.value, $0.value) } }
        case (.responsible(let left, let leftParts), .responsible(let right, let rightParts)):
            if Self.folded(left) == Self.folded(right) { return true }
            let units = Self.units(leftParts, unit)
            return !units.isEmpty && units == Self.units(rightParts, unit)
                && Self.others(leftParts, unit) == Self.others(rightParts, unit)
        case (.values(let left), .values(let right)):
            return left.map(\.period) == right.map(\.period)
                && zip(left, right).allSatisfy {
                    Figures.same($0.text, $1.text) && Self.letters($0.text) == Self.letters($1.text)
                }
        default: return self == other
        }
    }

    /// Whether one reference is the other, perhaps written with less of its way.
    private static func mayBeSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (left.lowercased(), right.lowercased())
        return left == right || left.hasSuffix("/" + right) || right.hasSuffix("/" + left)
    }

    private static func units(_ parts: [Located<String>], _ unit: (String) -> EntityID?) -> Set<EntityID> {
        if let whole = parts.first, let found = unit(whole.value) { return [found] }
        return Set(parts.dropFirst().compactMap { unit($0.value) })
    }

    /// What a value says beside its number.
    private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

    /// The names that are no unit's.
    private static func others(_ parts: [Located<String>], _ unit: (String) -> EntityID?) -> Set<String> {
        if let whole = parts.first, unit(whole.value) != nil { return [] }
        return Set(parts.dropFirst().filter { unit($0.value) == nil }.map { folded($0.value) })
    }

    static func folded(_ text: String) -> String {
        text.withoutInvisibleSigns().lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The value as it reads in a Swedish message.
    var swedishWords: String {
        switch self {
        case .flag(let flag): flag ? "ja" : "nej"
        case .status(let status): status.spellings.first ?? words
        case .bodyKind(let kind): kind.spellings.first ?? words
        case .goalKind(let kind): kind.spellings.first ?? words
        case .assignmentKind(let kind): kind.spellings.first ?? words
        case .direction(let direction): direction.spellings.first ?? words
        case .text, .texts, .references, .responsible, .period, .date, .moneyUnit, .count, .decision, .agenda, .values:
            words
        }
    }

    /// The value as it reads in a message.
    var words: String {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .texts(let texts), .references(let texts): texts.map(\.value).joined(separator: ", ")
        case .responsible(let text, _): text
        case .period(let period): period.text
        case .date(let date): date.text
        case .status(let status): status.rawValue
        case .bodyKind(let kind): kind.rawValue
        case .goalKind(let kind): kind.rawValue
        case .assignmentKind(let kind): kind.rawValue
        case .direction(let direction): direction.rawValue
        case .moneyUnit(let unit): unit.rawValue
        case .count(let count): String(count)
        case .decision(let decision):
            [decision.body?.value, decision.date?.value.text, decision.paragraph?.value, decision.diaryNumber?.value]
                .compactMap(\.self).joined(separator: ", ")
        case .agenda(let items): items.map(\.title.value).joined(separator: "; ")
        case .values(let values):
            values.map { value in (value.period.map { $0.text + ": " } ?? "") + value.text }.joined(separator: "; ")
        }
    }
}
