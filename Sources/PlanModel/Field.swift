/// What can be said of an entity, by a key of its front matter or a column of a table.
package enum Field: String, Sendable, CaseIterable, Comparable {
    case type, id, title, summary, tags, updated, source, publish
    case publishAt = "publish-at"
    case kind, short, homepage, population
    case organisationNumber = "organisation-number"
    case period, status, owner
    case basedOn = "based-on"
    case supersedes, decision, unit, parent, perspective
    case focusArea = "focus-area"
    case ordinary, goals, schedule, direction, baseline, target, values
    case plan, body, date, time, place, agenda
    // Within `decision` and `agenda`.
    case paragraph
    case diaryNumber = "diary-number"
    case documents, proposal
    // In tables alone.
    case reported, objective, procedure, assessment, likelihood, consequence, mitigation, explanation

    /// The Swedish key.
    package var swedish: String {
        switch self {
        case .type: "typ"
        case .id: "id"
        case .title: "titel"
        case .summary: "sammanfattning"
        case .tags: "taggar"
        case .updated: "uppdaterad"
        case .source: "källa"
        case .publish: "publicera"
        case .publishAt: "publiceras"
        case .kind: "slag"
        case .short: "kortnamn"
        case .homepage: "webbplats"
        case .population: "invånare"
        case .organisationNumber: "organisationsnummer"
        case .period: "period"
        case .status: "status"
        case .owner: "ansvarig"
        case .basedOn: "bygger-på"
        case .supersedes: "ersätter"
        case .decision: "beslut"
        case .unit: "enhet"
        case .parent: "överordnat"
        case .perspective: "perspektiv"
        case .focusArea: "fokusområde"
        case .ordinary: "ordinarie"
        case .goals: "mål"
        case .schedule: "tidplan"
        case .direction: "riktning"
        case .baseline: "nuläge"
        case .target: "målvärde"
        case .values: "värden"
        case .plan: "plan"
        case .body: "organ"
        case .date: "datum"
        case .time: "tid"
        case .place: "plats"
        case .agenda: "dagordning"
        case .paragraph: "paragraf"
        case .diaryNumber: "diarienummer"
        case .documents: "handlingar"
        case .proposal: "förslag"
        case .reported: "redovisas"
        case .objective: "kontrollmål"
        case .procedure: "kontrollmoment"
        case .assessment: "väsentlighet och riskbedömning"
        case .likelihood: "sannolikhet"
        case .consequence: "konsekvens"
        case .mitigation: "åtgärd"
        case .explanation: "förklaring"
        }
    }

    package static func < (left: Field, right: Field) -> Bool { left.order < right.order }

    private var order: Int { Self.orders[self] ?? 0 }

    private static let orders = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// How the value of a field is read.
package enum FieldType: Hashable, Sendable {
    case text
    case flag
    case texts
    /// One reference to an entity of one of these kinds.
    case reference([EntityKind])
    /// Any number of references.
    case references([EntityKind])
    /// Names of units, which may also be other text.
    case responsible
    case period
    /// A day; `exact` where month or year alone will not do.
    case date(exact: Bool)
    case status([Status])
    case bodyKind, goalKind, assignmentKind, direction
    case moneyUnit
    case count
    case decision, agenda
    /// A value, or values by period: `2019: 30 %; 2020: 32 %`.
    case periodValues

    /// The words of a flag, in lower case.
    package static let affirmations = ["true", "ja", "yes", "sant"]
    package static let denials = ["false", "nej", "no", "falskt"]
    /// The keys within a decision and within an item of an agenda.
    package static let decisionFields: [Field] = [.body, .date, .paragraph, .diaryNumber]
    package static let agendaFields: [Field] = [.title, .documents, .proposal, .decision]
}

/// Which fields each kind of entity has: the one table that the reader, the handbook and the schemas go by.
package enum Schema {
    /// The keys that every file may have.
    package static let common: [(Field, FieldType)] = [
        (.type, .text), (.id, .text), (.title, .text), (.summary, .text), (.tags, .texts),
        (.updated, .date(exact: true)), (.source, .text), (.publish, .flag),
        (.publishAt, .date(exact: true)),
    ]

    /// The keys of a kind's own, in the order in which the handbook shows them.
    package static func own(_ kind: EntityKind) -> [(Field, FieldType)] {
        let aims: [EntityKind] = [.goal, .programme, .priority]
        switch kind {
        case .organisation, .unit:
            return [
                (.kind, .bodyKind), (.short, .text), (.homepage, .text), (.population, .count),
                (.organisationNumber, .text), (.unit, .moneyUnit),
            ]
        case .plan:
            return [
                (.period, .period), (.status, .status(Status.ofDocuments)), (.owner, .responsible),
                (.basedOn, .references([.plan])), (.supersedes, .references([.plan])), (.decision, .decision),
                (.unit, .moneyUnit),
            ]
        case .goal:
            return [
                (.kind, .goalKind), (.parent, .reference(aims)), (.perspective, .text), (.focusArea, .text),
                (.owner, .responsible), (.status, .status(Status.ofWork)), (.ordinary, .flag),
            ]
        case .programme, .priority:
            return [(.parent, .reference(aims)), (.owner, .responsible), (.perspective, .text)]
        case .perspective, .focusArea, .page: return []
        case .assignment:
            return [
                (.goals, .references(aims)), (.owner, .responsible), (.status, .status(Status.ofWork)),
                (.period, .period), (.schedule, .text), (.kind, .assignmentKind),
            ]
        case .activity:
            return [
                (.parent, .reference([.assignment, .activity])), (.goals, .references(aims)),
                (.owner, .responsible), (.schedule, .text), (.status, .status(Status.ofWork)),
            ]
        case .indicator:
            return [
                (.goals, .references(aims)), (.unit, .text), (.direction, .direction), (.baseline, .periodValues),
                (.target, .periodValues), (.values, .periodValues), (.reported, .text),
            ]
        case .report:
            return [(.plan, .reference([.plan])), (.period, .period), (.status, .status(Status.ofDocuments))]
        case .meeting:
            return [
                (.body, .responsible), (.date, .date(exact: true)), (.time, .text), (.place, .text),
                (.agenda, .agenda),
            ]
        case .control:
            return [(.objective, .text), (.procedure, .text), (.assessment, .text), (.goals, .references(aims))]
        case .risk:
            return [
                (.likelihood, .text), (.consequence, .text), (.mitigation, .text), (.owner, .responsible),
                (.goals, .references(aims)),
            ]
        case .term: return [(.explanation, .text)]
        case .table: return []
        }
    }

    /// How a field of a kind is read, or `nil` where the kind has no such field.
    package static func type(of field: Field, for kind: EntityKind) -> FieldType? {
        types[kind]?[field]
    }

    /// The fields of a kind's own.
    package static func ownFields(_ kind: EntityKind) -> Set<Field> { fields[kind] ?? [] }

    private static let fields = Dictionary(
        uniqueKeysWithValues: EntityKind.allCases.map { ($0, Set(own($0).map(\.0))) })

    private static let types = Dictionary(
        uniqueKeysWithValues: EntityKind.allCases.map { kind in
            (kind, Dictionary(common + own(kind), uniquingKeysWith: { first, _ in first }))
        })

    /// The fields that a file of this kind must have.
    package static func required(_ kind: EntityKind) -> [Field] {
        switch kind {
        case .meeting: [.date]
        case .organisation, .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment,
            .activity, .indicator, .report, .page, .table, .control, .risk, .term:
            []
        }
    }
}
