import PlanModel

/// Reads the text of a value or a cell as what the schema says it is.
struct FieldReader {
    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceText) {
        self.source = source
    }

    /// Reads a text as a value of a type; `nil` where it can't be, which is then reported.
    ///
    /// - Parameter name: the key or heading, for messages.
    mutating func value(_ text: Located<String>, as type: FieldType, name: String) -> FieldValue? {
        let word = text.value.trimmed()
        switch type {
        case .text: return .text(word)
        case .texts: return .texts(Parts.list(text, separator: ",", in: source))
        case .flag:
            guard let flag = Self.flag(word) else { return refuse(.notAFlag(text, key: name)) }
            return .flag(flag)
        case .reference:
            let codes = Parts.codes(text, in: source)
            if codes.count > 1 { return refuse(.severalReferences(text, key: name)) }
            return .references(codes)
        case .references: return .references(Parts.codes(text, in: source))
        case .responsible: return .responsible(word, parts: Parts.names(text, in: source))
        case .period:
            guard let period = Period(word) else { return refuse(.invalidPeriod(text)) }
            return .period(period)
        case .date(let exact):
            // What `klarplan new` leaves to be filled in.
            if ["ÅÅÅÅ-MM-DD", "YYYY-MM-DD"].contains(word) { return refuse(.placeholder(word, at: text.position)) }
            guard let date = CalendarDate(word), date.isExact || !exact else {
                return refuse(.invalidDate(text, needsDay: exact))
            }
            return .date(date)
        case .moneyUnit:
            guard let unit = MoneyUnit(spelling: word) else { return refuse(.unknownUnit(text)) }
            return .moneyUnit(unit)
        case .count:
            guard let count = Self.count(word) else { return refuse(.notACount(text, key: name)) }
            return .count(count)
        case .periodValues: return .values(PeriodValue.read(text.value, at: text.position))
        case .status, .bodyKind, .goalKind, .assignmentKind, .direction: return self.word(text, as: type, name: name)
        case .decision, .agenda:
            return refuse(.wrongShape(name, found: YAMLNode.scalar("").shape, type, at: text.position))
        }
    }

    /// Reads a word of a closed list.
    private mutating func word(_ text: Located<String>, as type: FieldType, name: String) -> FieldValue? {
        let word = text.value.trimmed()
        switch type {
        case .status(let allowed):
            if let status = Status(spelling: word), allowed.contains(status) { return .status(status) }
            return refuse(.unknownStatus(text, name: name, allowed: allowed))
        case .bodyKind:
            if let kind = BodyKind(spelling: word) { return .bodyKind(kind) }
            return refuse(.unknownWord(.unknownKind, text, name: name, in: BodyKind.self))
        case .goalKind:
            if let kind = GoalKind(spelling: word) { return .goalKind(kind) }
            return refuse(.unknownWord(.unknownKind, text, name: name, in: GoalKind.self))
        case .assignmentKind:
            if let kind = AssignmentKind(spelling: word) { return .assignmentKind(kind) }
            return refuse(.unknownWord(.unknownKind, text, name: name, in: AssignmentKind.self))
        case .direction:
            if let direction = Direction(spelling: word) { return .direction(direction) }
            return refuse(.unknownWord(.invalidValue, text, name: name, in: Direction.self))
        case .text, .flag, .texts, .reference, .references, .responsible, .period, .date, .moneyUnit, .count,
            .decision, .agenda, .periodValues:
            preconditionFailure("only closed lists of words are read here")
        }
    }

    mutating func refuse(_ diagnostic: Diagnostic) -> FieldValue? {
        diagnostics.append(diagnostic)
        return nil
    }

    static func flag(_ word: String) -> Bool? {
        let folded = word.lowercased()
        if FieldType.affirmations.contains(folded) { return true }
        return FieldType.denials.contains(folded) ? false : nil
    }

    /// A whole number, perhaps with spaces between groups: `343 746`.
    static func count(_ text: String) -> Int? {
        let digits = text.unicodeScalars.filter { !$0.isSpace }
        guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return Int(String(String.UnicodeScalarView(digits)))
    }
}
