/// One thing that a plan speaks of. Entities from files and from rows of tables are the same kind of thing.
///
/// Copies share what they say until one of them is changed: lists of thousands are passed around.
package struct Entity: Sendable {
    private var box: Box

    private final class Box: Sendable {
        let said: Said

        init(_ said: Said) { self.said = said }
    }

    private struct Said: Sendable {
        let id: EntityID
        let kind: EntityKind
        var title: String
        let position: SourcePosition
        let organisation: EntityID?
        let plan: EntityID?
        let container: EntityID?
        var fields: [Field: Located<FieldValue>]
        var texts: [Language: String]
        var translations: [Language: Translation]
        let hasWrittenID: Bool
        var isPublished: Bool
        var row: RowPlace?
    }

    package var id: EntityID { box.said.id }
    package var kind: EntityKind { box.said.kind }
    package var title: String {
        get { box.said.title }
        set { change { $0.title = newValue } }
    }
    /// The file or the row that defines it; where both do, the file.
    package var position: SourcePosition { box.said.position }
    package var organisation: EntityID? { box.said.organisation }
    /// The plan it belongs to; a plan's own is `nil`.
    package var plan: EntityID? { box.said.plan }
    /// The entity of the nearest `index.md` above it, or that its row stands in.
    package var container: EntityID? { box.said.container }
    /// All that is said of it beside id and title.
    package var fields: [Field: Located<FieldValue>] {
        get { box.said.fields }
        set { change { $0.fields = newValue } }
    }
    /// The Markdown files with its text, by language.
    package var texts: [Language: String] {
        get { box.said.texts }
        set { change { $0.texts = newValue } }
    }
    /// What rows and files in other languages call it and say of it.
    package var translations: [Language: Translation] {
        get { box.said.translations }
        set { change { $0.translations = newValue } }
    }
    /// Whether its id was written, not made from its title.
    package var hasWrittenID: Bool { box.said.hasWrittenID }
    /// `false` where front matter says `publish: false`.
    package var isPublished: Bool {
        get { box.said.isPublished }
        set { change { $0.isPublished = newValue } }
    }
    /// The table whose row it is, and which row; `nil` where it has only a file.
    package var row: RowPlace? {
        get { box.said.row }
        set { change { $0.row = newValue } }
    }

    package init(
        id: EntityID, kind: EntityKind, title: String, position: SourcePosition, organisation: EntityID?,
        plan: EntityID?, container: EntityID?, fields: [Field: Located<FieldValue>], texts: [Language: String],
        translations: [Language: Translation], hasWrittenID: Bool, isPublished: Bool, row: RowPlace?
    ) {
        box = Box(
            Said(
                id: id, kind: kind, title: title, position: position, organisation: organisation, plan: plan,
                container: container, fields: fields, texts: texts, translations: translations,
                hasWrittenID: hasWrittenID, isPublished: isPublished, row: row))
    }

    private mutating func change(_ change: (inout Said) -> Void) {
        var said = box.said
        change(&said)
        box = Box(said)
    }

    /// What an entity is called in a language, falling back to the language of the original.
    package func title(in language: Language) -> String { translations[language]?.title ?? title }

    /// A meeting's agenda in a language: a translation with the same number of items, else the original.
    package func agenda(in language: Language) -> [AgendaItem] {
        let translated = translations[language]?.agenda ?? []
        return translated.count == agenda.count ? translated : agenda
    }

    /// A text field in a language, falling back to the original.
    package func text(_ field: Field, in language: Language) -> String? {
        translations[language]?.texts[field] ?? text(field)
    }
}

/// An entity's words in another language.
package struct Translation: Sendable, Hashable {
    package var title: String?
    package var texts: [Field: String]
    /// A meeting's agenda in the language.
    package var agenda: [AgendaItem] = []

    package init(title: String?, texts: [Field: String]) {
        self.title = title
        self.texts = texts
    }
}

/// A row of a table.
package struct RowPlace: Sendable, Hashable {
    package let table: EntityID
    /// Counted from 0, the heading aside.
    package let row: Int

    package init(table: EntityID, row: Int) {
        self.table = table
        self.row = row
    }
}

/// Typed reading of the fields.
extension Entity {
    package func text(_ field: Field) -> String? {
        switch fields[field]?.value {
        case .text(let text): text
        case .responsible(let text, _): text
        default: nil
        }
    }

    package func references(_ field: Field) -> [Located<String>] {
        if case .references(let references) = fields[field]?.value { references } else { [] }
    }

    package func flag(_ field: Field) -> Bool? {
        if case .flag(let flag) = fields[field]?.value { flag } else { nil }
    }

    package func values(_ field: Field) -> [PeriodValue] {
        if case .values(let values) = fields[field]?.value { values } else { [] }
    }

    package var summary: String? { text(.summary) }
    package var shortName: String? { text(.short) }
    package var status: Status? { if case .status(let status) = fields[.status]?.value { status } else { nil } }
    package var period: Period? { if case .period(let period) = fields[.period]?.value { period } else { nil } }
    package var date: CalendarDate? { if case .date(let date) = fields[.date]?.value { date } else { nil } }
    /// The day from which it may be seen.
    package var publishAt: CalendarDate? {
        if case .date(let date) = fields[.publishAt]?.value { date } else { nil }
    }
    package var updated: CalendarDate? { if case .date(let date) = fields[.updated]?.value { date } else { nil } }
    package var moneyUnit: MoneyUnit? { if case .moneyUnit(let unit) = fields[.unit]?.value { unit } else { nil } }
    package var population: Int? { if case .count(let count) = fields[.population]?.value { count } else { nil } }
    package var decision: Decision? {
        if case .decision(let decision) = fields[.decision]?.value { decision } else { nil }
    }
    package var agenda: [AgendaItem] { if case .agenda(let items) = fields[.agenda]?.value { items } else { [] } }
    package var bodyKind: BodyKind? { if case .bodyKind(let kind) = fields[.kind]?.value { kind } else { nil } }
    package var goalKind: GoalKind? { if case .goalKind(let kind) = fields[.kind]?.value { kind } else { nil } }
    package var assignmentKind: AssignmentKind? {
        if case .assignmentKind(let kind) = fields[.kind]?.value { kind } else { nil }
    }
    package var direction: Direction? {
        if case .direction(let direction) = fields[.direction]?.value { direction } else { nil }
    }

    /// Who answers for it, as written, with the parts that may name units.
    package func responsible(_ field: Field = .owner) -> (text: String, parts: [Located<String>])? {
        if case .responsible(let text, let parts) = fields[field]?.value { (text, parts) } else { nil }
    }
}

extension Entity {
    /// The id where people use it as a name: `A1.2`, `M3`; `nil` for ids that are words.
    package var code: String? {
        switch kind {
        case .goal, .programme, .priority, .assignment, .activity, .indicator, .control, .risk:
            EntityID.isCode(id.local) ? id.local : nil
        case .organisation, .unit, .plan, .perspective, .focusArea, .report, .meeting, .page, .table, .term: nil
        }
    }
}
