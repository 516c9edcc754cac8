/// A typed value of a field, as read; references are not yet resolved.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case texts([Located<String>])
    /// References as written; the library resolves them.
    case references([Located<String>])
    /// The whole text as written, and its parts that may name units.
    case responsible(String, parts: [Located<String>])
    // What few say and takes much room lies apart: most values are texts and words.
    indirect case period(Period)
    case date(CalendarDate)
    case status(Status)
    case bodyKind(BodyKind)
    case goalKind(GoalKind)
    case assignmentKind(AssignmentKind)
    case direction(Direction)
    case moneyUnit(MoneyUnit)
    case count(Int)
    indirect case decision(Decision)
    case agenda([AgendaItem])
    case values([PeriodValue])
}

/// Who decided a plan, when and where it is recorded. What a source does not state is `nil`.
package struct Decision: Hashable, Sendable {
    package var body: Located<String>?
    package var date: Located<CalendarDate>?
    package var paragraph: Located<String>?
    package var diaryNumber: Located<String>?

    package init(
        body: Located<String>? = nil, date: Located<CalendarDate>? = nil, paragraph: Located<String>? = nil,
        diaryNumber: Located<String>? = nil
    ) {
        self.body = body
        self.date = date
        self.paragraph = paragraph
        self.diaryNumber = diaryNumber
    }
}

/// An item of a meeting's agenda (ärende).
package struct AgendaItem: Hashable, Sendable {
    package var title: Located<String>
    /// References to the documents that the item is about.
    package var documents: [Located<String>]
    package var proposal: String?
    package var decision: String?

    package init(title: Located<String>, documents: [Located<String>], proposal: String?, decision: String?) {
        self.title = title
        self.documents = documents
        self.proposal = proposal
        self.decision = decision
    }
}

/// A value of an indicator, with its period where one is stated.
package struct PeriodValue: Hashable, Sendable {
    package let period: Period?
    /// The value in its printed form.
    package let text: String
    package let position: SourcePosition

    package init(period: Period?, text: String, position: SourcePosition) {
        self.period = period
        self.text = text
        self.position = position
    }

    /// Reads `30 %`, `2019: 30 %` or `2017: 29 %; 2018: 30 %`. A period is what stands before a colon and reads as one.
    package static func read(_ text: String, at position: SourcePosition) -> [PeriodValue] {
        text.split(separator: ";").compactMap { part in
            let part = String(part).trimmed()
            guard !part.isEmpty else { return nil }
            if let colon = part.firstIndex(of: ":") {
                let before = String(part[..<colon]).trimmed()
                let after = String(part[part.index(after: colon)...]).trimmed()
                if let period = Period(before) { return PeriodValue(period: period, text: after, position: position) }
                // 'Prognos 2018: +27 mkr' says what kind of value it is: the words stay in the printed form.
                if let last = before.split(separator: " ").last, let period = Period(String(last)) {
                    return PeriodValue(period: period, text: part, position: position)
                }
            }
            return PeriodValue(period: nil, text: part, position: position)
        }
    }
}
