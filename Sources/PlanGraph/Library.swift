package import PlanModel

/// All entities of all organisations in one resolved, immutable graph, walkable both ways.
package struct Library: Sendable {
    /// Sorted by id.
    package let entities: [Entity]
    /// Sorted; every end is an entity of the library.
    package let relations: [Relation]
    /// Tables with a class, in reading order.
    package let tables: [PlanTable]
    package let translatedTables: [Language: [EntityID: PlanTable]]
    /// What was computed of each table with sums.
    package let reconciliations: [EntityID: Reconciliation]
    /// What reports say of each entity, oldest period first.
    package let outcomes: [EntityID: [Outcome]]
    /// Dates from timelines, in order of date.
    package let milestones: [Milestone]
    /// Findings of the resolution and of all checks.
    package let diagnostics: [Diagnostic]
    package let links: LinkResolver
    package let unitNames: UnitNames
    /// What each Markdown file holds beside its nodes.
    package let texts: [String: ProseText]
    package let startTexts: [Language: String]

    private let index: [EntityID: Int]
    private let tableIndex: [EntityID: Int]
    private let outgoingIndex: [EntityID: [Relation]]
    private let incomingIndex: [EntityID: [Relation]]

    /// Resolves a manuscript.
    ///
    /// - Parameters:
    ///   - manuscript: what the reader made of Content/.
    ///   - includingDrafts: whether entities with `publish: false` are shown.
    package init(resolving manuscript: Manuscript, includingDrafts: Bool) {
        var resolver = Resolver(manuscript: manuscript, includingDrafts: includingDrafts)
        resolver.resolve()
        entities = resolver.entities
        relations = resolver.relations.sorted()
        tables = resolver.tables
        translatedTables = manuscript.translatedTables
        reconciliations = resolver.reconciliations
        outcomes = resolver.outcomes
        milestones = resolver.milestones
        links = resolver.links
        unitNames = resolver.units
        texts = manuscript.texts
        startTexts = manuscript.startTexts
        diagnostics = resolver.diagnostics.sorted()
        index = Dictionary(uniqueKeysWithValues: entities.enumerated().map { ($1.id, $0) })
        tableIndex = Dictionary(tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        outgoingIndex = Dictionary(grouping: relations, by: \.from)
        incomingIndex = Dictionary(grouping: relations, by: \.to)
    }

    package subscript(id: EntityID) -> Entity? { index[id].map { entities[$0] } }

    package func table(_ id: EntityID) -> PlanTable? { tableIndex[id].map { tables[$0] } }

    /// A table as it is printed in a language, falling back to the original.
    package func table(_ id: EntityID, in language: Language) -> PlanTable? {
        translatedTables[language]?[id] ?? table(id)
    }

    /// Where an entity lies on the site.
    package func address(of id: EntityID) -> Address { links.addresses[id] ?? Address(path: "") }

    /// What an entity is connected to above it.
    package func targets(of id: EntityID, _ kinds: RelationKind...) -> [Entity] {
        (outgoingIndex[id] ?? []).filter { kinds.contains($0.kind) }.compactMap { self[$0.to] }
    }

    /// What is connected to an entity from below.
    package func sources(of id: EntityID, _ kinds: RelationKind...) -> [Entity] {
        (incomingIndex[id] ?? []).filter { kinds.contains($0.kind) }.compactMap { self[$0.from] }
    }

    package func outgoing(_ id: EntityID) -> [Relation] { outgoingIndex[id] ?? [] }
    package func incoming(_ id: EntityID) -> [Relation] { incomingIndex[id] ?? [] }

    package func entities(of kind: EntityKind) -> [Entity] { entities.filter { $0.kind == kind } }

    /// The entities of a plan, in reading order: by the place where they are written.
    package func entities(inPlan plan: EntityID) -> [Entity] {
        entities.filter { $0.plan == plan }.sorted { readingOrder($0) < readingOrder($1) }
    }

    /// The latest status: what the newest report says, else what the entity itself says.
    package func status(of entity: Entity) -> Status? {
        (outcomes[entity.id] ?? []).last { $0.status != nil }?.status ?? entity.status
    }

    /// The place of an entity in the reading order of its plan: `index.md` first, then files by path.
    private func readingOrder(_ entity: Entity) -> SourcePosition {
        guard let row = entity.row, let table = table(row.table) else { return entity.position }
        // The row's place in the caption's file, so that rows of CSV files keep the place of their caption.
        return SourcePosition(file: table.origin.place.file, line: table.position.line, column: row.row)
    }
}

/// What a report says of an entity (utfall).
package struct Outcome: Sendable, Hashable {
    package let report: EntityID
    package let period: Period?
    /// Values and comment in their printed form.
    package let outcome: String?
    package let forecast: String?
    package let status: Status?
    package let comment: String?
}

/// A dated event of a plan (händelse).
package struct Milestone: Sendable, Hashable {
    package let date: CalendarDate
    package let event: String
    /// The body as written.
    package let body: String?
    package let plan: EntityID?
    package let organisation: EntityID?
    package let table: EntityID
}
