package import PlanModel

/// All entities of all organisations in one resolved, immutable graph, walkable both ways.
///
/// An object, since every page and each part of one holds it: a copy would count its thirty lists in and out each time.
package final class Library: Sendable {
    /// The next day on which something that waits is to be seen; `nil` where nothing waits.
    package let nextPublication: CalendarDate?
    /// Sorted by id.
    package let entities: [Entity]
    /// Tables with a class, in reading order.
    package let tables: [PlanTable]
    package let translatedTables: [Language: [EntityID: PlanTable]]
    /// What was computed of each table with sums.
    package let reconciliations: [EntityID: Reconciliation]
    /// What reports say of each entity, oldest period first.
    package let outcomes: [EntityID: [Outcome]]
    /// Dates from timelines, in order of date.
    package let milestones: [Milestone]
    /// Findings of the resolution.
    private let findings: [Diagnostic]
    package let links: LinkResolver
    package let unitNames: UnitNames
    /// What each Markdown file holds beside its nodes.
    package let texts: [String: ProseText]

    /// What the signs of each budget mean, by the table in the language in which it was written.
    private let flows: [EntityID: MoneyFlows]
    private let lines: MoneyLines
    private let ties: MoneyTies
    private let numbers: EntityNumbers
    private let edges: Edges
    private let shelf: Shelves

    /// Resolves a manuscript.
    ///
    /// - Parameters:
    ///   - manuscript: what the reader made of Content/.
    ///   - includingDrafts: whether entities with `publish: false`, or `publish-at` a later day, are shown.
    ///   - day: what `publish-at` is held against; the newest day that the content states where none is given.
    package init(resolving manuscript: Manuscript, includingDrafts: Bool, on day: CalendarDate? = nil) {
        let waiting = manuscript.entities.filter { $0.publishAt != nil && $0.isPublished }
        let day =
            day ?? manuscript.entities.filter { $0.publishAt == nil && $0.isPublished }.compactMap(\.updated).max()
        nextPublication = waiting.compactMap(\.publishAt).filter { first in day.map { $0 < first } ?? true }.min()
        let shown = Resolver.Shown(of: manuscript, includingDrafts: includingDrafts, day: day)
        let shelves = Ahead { [entities = shown.entities, tables = shown.tables] in Shelves(entities, tables) }
        var resolver = Resolver(shown, of: manuscript)
        resolver.resolve()
        entities = resolver.entities
        numbers = resolver.numbers
        edges = resolver.edges
        tables = resolver.tables
        translatedTables = manuscript.translatedTables
        reconciliations = resolver.reconciliations
        outcomes = resolver.outcomes
        milestones = resolver.milestones
        links = resolver.links
        unitNames = resolver.units
        texts = manuscript.texts
        findings = resolver.diagnostics
        let plans = resolver.entities.filter { $0.kind == .plan }
        let sums = reconciliations
        flows = Dictionary(
            tables.compactMap { table in sums[table.id].map { (table.id, MoneyFlows(of: table, sums: $0)) } },
            uniquingKeysWith: { first, _ in first })
        lines = MoneyLines(
            tables, sums: reconciliations,
            plans: Dictionary(plans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        ties = MoneyTies(tables, sums: reconciliations, links: links, units: unitNames)
        shelf = shelves.value
    }

    /// Findings of the resolution and of all checks.
    package var diagnostics: [Diagnostic] { (findings.sorted() + ambiguousTerms()).sorted() }

    /// The files that define less than they were meant to, sorted: all that a library goes by of the findings of texts.
    package static func unreadFiles(among diagnostics: [Diagnostic]) -> [String] { Resolver.unreadFiles(diagnostics) }

    package subscript(id: EntityID) -> Entity? { numbers[id].map { entities[$0] } }

    package func table(_ id: EntityID) -> PlanTable? { shelf.tableIndex[id].map { tables[$0] } }

    /// A table in the words of a language: its translation, where that has the same rows and columns; else the table itself.
    package func table(_ table: PlanTable, in language: Language) -> PlanTable {
        guard table.language != language, let words = translatedTables[language]?[table.id],
            words.rows.count == table.rows.count, words.columns.map(\.role) == table.columns.map(\.role),
            zip(words.rows, table.rows).allSatisfy({ $0.cells.count == $1.cells.count })
        else { return table }
        return words
    }

    /// What happens at a milestone, in the words of a language's table where it has one.
    package func event(of milestone: Milestone, in language: Language) -> String {
        guard let table = translatedTables[language]?[milestone.table], milestone.row < table.rows.count,
            let column = table.columns.firstIndex(where: { $0.role == .event }),
            column < table.rows[milestone.row].cells.count
        else { return milestone.event }
        return table.rows[milestone.row].cells[column].text
    }

    /// The newest day that the content states of itself.
    package var newestDate: CalendarDate? { entities.compactMap(\.updated).max() }

    /// What the site is called: as configured, else the only organisation's name; `nil` where neither is.
    package func siteName(_ configuration: SiteConfiguration, in language: Language) -> String? {
        let organisations = self.entities(of: .organisation)
        let only = organisations.count == 1 ? organisations.first : nil
        return configuration.title[language] ?? configuration.title[configuration.defaultLanguage]
            ?? only?.title(in: language)
    }

    /// Where an entity lies on the site.
    package func address(of id: EntityID) -> Address { links.address(of: id) ?? Address(path: "") }

    /// Where a table stands in the text; its address may be a page of its own.
    package func anchor(of table: EntityID) -> Address { links.anchor(of: table) ?? address(of: table) }

    /// What an entity is connected to above it.
    package func targets(of id: EntityID, _ kinds: RelationKind...) -> [Entity] {
        guard let number = numbers[id] else { return [] }
        return inReadingOrder(edges.outgoing(number).filter { kinds.contains($0.kind) }.map { Int($0.to) })
    }

    /// What is connected to an entity from below.
    package func sources(of id: EntityID, _ kinds: RelationKind...) -> [Entity] {
        guard let number = numbers[id] else { return [] }
        return inReadingOrder(edges.incoming(number).filter { kinds.contains($0.kind) }.map { Int($0.from) })
    }

    private func inReadingOrder(_ numbers: [Int]) -> [Entity] {
        if numbers.count < 2 { return numbers.map { entities[$0] } }
        let keys = numbers.map { (kind: entities[$0].kind.order, rank: shelf.ranks[$0], number: $0) }
        return keys.sorted { ($0.kind, $0.rank) < ($1.kind, $1.rank) }.map { entities[$0.number] }
    }

    /// Sorted; every end is an entity of the library.
    package var relations: [Relation] { edges.all.map(relation) }
    package func outgoing(_ id: EntityID) -> [Relation] { numbers[id].map(edges.outgoing)?.map(relation) ?? [] }
    package func incoming(_ id: EntityID) -> [Relation] { numbers[id].map(edges.incoming)?.map(relation) ?? [] }

    private func relation(_ edge: Edge) -> Relation {
        Relation(from: entities[Int(edge.from)].id, to: entities[Int(edge.to)].id, kind: edge.kind)
    }

    package func entities(of kind: EntityKind) -> [Entity] { shelf.byKind[kind] ?? [] }

    /// The entities of an organisation, sorted by id; the organisation itself is not among them.
    package func entities(of kind: EntityKind, in organisation: EntityID) -> [Entity] {
        shelf.byOrganisation[organisation]?[kind] ?? []
    }

    /// All entities of an organisation, kind by kind.
    package func entities(in organisation: EntityID) -> [Entity] {
        (shelf.byOrganisation[organisation] ?? [:]).sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// The tables with a class of an organisation, in reading order.
    package func tables(of organisation: EntityID) -> [PlanTable] { shelf.tablesByOrganisation[organisation] ?? [] }

    /// The entities of a plan, in reading order: by the place where they are written.
    package func entities(inPlan plan: EntityID) -> [Entity] {
        shelf.byPlan[plan] ?? []
    }

    /// The latest status: what the newest report says, else what the entity itself says.
    package func status(of entity: Entity) -> Status? {
        guard Schema.type(of: .status, for: entity.kind) != nil else { return nil }
        return (outcomes[entity.id] ?? []).last { $0.status != nil }?.status ?? entity.status
    }

    /// Which rows of a table are incomes and costs, as its own words in its own language tell; `nil` for a table without sums.
    package func flows(of table: PlanTable) -> MoneyFlows? {
        if let own = self.table(table.id), own.language == table.language { return flows[table.id] }
        return reconciliations[table.id].map { MoneyFlows(of: table, sums: $0) }
    }

    /// The lines of money that several plans of an organisation share, in reading order.
    package func moneyLines(of organisation: EntityID) -> [MoneyLine] { lines.byOrganisation[organisation] ?? [] }

    /// The line that a row shares with other plans.
    package func moneyLine(at place: RowPlace) -> MoneyLine? { lines.byRow[place] }

    /// The money tied to an entity, in reading order.
    package func money(of id: EntityID) -> [MoneyTie] { ties.byEntity[id] ?? [] }

    /// The unit that a row of money is named after.
    package func unit(at place: RowPlace) -> EntityID? { ties.unitsByRow[place] }

    /// Kinds in the order of the thread, and within a kind as the content has them.
    func isReadBefore(_ left: Entity, _ right: Entity) -> Bool {
        left.kind == right.kind ? rank(of: left) < rank(of: right) : left.kind < right.kind
    }

    private func rank(of entity: Entity) -> Int32 { numbers[entity.id].map { shelf.ranks[$0] } ?? 0 }
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
    /// Which row of the table it is, counted from 0.
    package let row: Int
}
