import PlanModel

/// Resolves a manuscript into entities and relations; used once, by ``Library``.
struct Resolver {
    let manuscript: Manuscript
    private(set) var entities: [Entity]
    private(set) var tables: [PlanTable]
    private(set) var edges = Edges([], entities: 0)
    /// Relations as they are found, in any order and perhaps more than once.
    private var found: [Edge] = []
    private(set) var reconciliations: [EntityID: Reconciliation] = [:]
    private(set) var outcomes: [EntityID: [Outcome]] = [:]
    private(set) var milestones: [Milestone] = []
    var diagnostics: [Diagnostic]
    private(set) var links: LinkResolver
    let numbers: EntityNumbers
    private let tablesByID: [EntityID: PlanTable]
    let units: UnitNames
    /// Files that define less than they were meant to.
    let unreadFiles: [String]
    private let groups: [GroupName: EntityID]
    /// The codes of each plan, once they have been asked for.
    var codesByPlan: [EntityID: [String]]?

    init(_ shown: Shown, of manuscript: Manuscript) {
        self.manuscript = manuscript
        entities = shown.entities
        tables = shown.tables
        let hidden = shown.hidden
        let texts =
            hidden.isEmpty
            ? manuscript.texts : manuscript.texts.filter { !($1.owner.map(hidden.contains) ?? false) }
        numbers = EntityNumbers(entities)
        let places = Addresses(
            entities: entities, numbers: numbers, tables: tables, attachments: manuscript.attachments,
            texts: manuscript.texts, hidden: hidden)
        links = LinkResolver(
            entities: entities, numbers: numbers, hidden: Set(hidden.map(\.key)), addresses: places.entities,
            anchors: places.anchors, attachments: places.attachments, texts: texts,
            hiddenFiles: hidden.isEmpty ? [] : Set(manuscript.texts.keys).subtracting(texts.keys))
        tablesByID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        units = UnitNames(entities)
        groups = Self.groups(of: entities)
        unreadFiles = Self.unreadFiles(manuscript.diagnostics)
        // Ids that collide are reported by the reader; their addresses collide for the same reason.
        let duplicates = Set(
            manuscript.diagnostics.filter { $0.code == .duplicateID || $0.code == .reservedID }.map(\.position))
        diagnostics = places.diagnostics.filter { !duplicates.contains($0.position) }
    }

    mutating func resolve() {
        for entity in entities { relate(entity) }
        for table in tables { relate(table) }
        edges = Edges(found, entities: entities.count)
        findCircles()
        for table in tables where table.class == .outcomes { readOutcomes(table) }
        outcomes = outcomes.mapValues { outcomes in
            outcomes.sorted { left, right in
                (left.period ?? Period(first: 0), left.report) < (right.period ?? Period(first: 0), right.report)
            }
        }
        for table in tables where table.class == .milestones { readMilestones(table) }
        milestones.sort { ($0.date, $0.event, $0.table) < ($1.date, $1.event, $1.table) }
        for table in tables where table.class.isMoney { reconcile(table) }
        checkLinks()
    }

    func entity(_ id: EntityID) -> Entity? { numbers[id].map { entities[$0] } }

    // MARK: Relations of entities

    private mutating func relate(_ entity: Entity) {
        var hasParent = false
        for field in [Field.parent, .basedOn, .supersedes, .goals, .plan] {
            let kind: RelationKind =
                switch field {
                case .basedOn: .basedOn
                case .supersedes: .supersedes
                case .goals: Self.goalRelation(of: entity.kind)
                case .plan: .reportsOn
                default: .partOf
                }
            for reference in withoutSpacedCodes(entity.references(field), of: entity) {
                guard let target = resolve(reference, field: field, of: entity) else { continue }
                guard target != entity.id else {
                    diagnostics.append(.parentCircle([target], at: reference.position))
                    continue
                }
                if field == .parent { hasParent = true }
                add(entity.id, target, kind)
            }
        }
        for field in [Field.perspective, .focusArea] {
            guard let name = entity.text(field),
                let group = group(named: name, kind: field, within: entity.plan ?? entity.organisation)
            else {
                continue
            }
            hasParent = true
            add(entity.id, group, .partOf)
        }
        relateToPlace(entity, hasParent: hasParent)
        for field in [Field.owner, .body] { relateToUnits(entity, field) }
        for item in entity.agenda {
            for document in item.documents {
                if let target = resolve(document, kinds: Self.documents, of: entity) {
                    add(entity.id, target, .decides)
                }
            }
        }
    }

    /// What a meeting can have on its agenda: plans, reports and pages, and what stands in them.
    private static let documents: [EntityKind] = [
        .plan, .report, .page, .goal, .programme, .priority, .assignment, .activity, .indicator, .table,
    ]

    /// The parent that follows from where an entity is written.
    private mutating func relateToPlace(_ entity: Entity, hasParent: Bool) {
        switch entity.kind {
        case .organisation: return
        case .unit:
            // A unit in a unit's folder is a part of it.
            let above = entity.container.flatMap { self.entity($0)?.kind == .unit ? $0 : nil }
            if let parent = above ?? entity.organisation { add(entity.id, parent, .partOf) }
        case .plan:
            if let organisation = entity.organisation { add(entity.id, organisation, .partOf) }
            if entity.responsible() == nil, let unit = entity.container, self.entity(unit)?.kind == .unit {
                add(entity.id, unit, .responsible)
            }
        case .report:
            if entity.references(.plan).isEmpty {
                if let plan = entity.plan {
                    add(entity.id, plan, .reportsOn)
                } else {
                    diagnostics.append(.reportWithoutPlan(at: entity.position))
                }
            }
        case .page, .meeting:
            if let place = entity.container ?? entity.organisation, numbers[place] != nil {
                add(entity.id, place, .partOf)
            }
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .table,
            .control, .risk, .term:
            guard !hasParent, let place = entity.plan ?? entity.container ?? entity.organisation else { return }
            add(entity.id, place, .partOf)
        }
    }

    private mutating func relateToUnits(_ entity: Entity, _ field: Field) {
        guard let (text, _) = entity.responsible(field), let organisation = entity.organisation else { return }
        for unit in units.units(in: text, organisation: organisation) {
            add(entity.id, unit, .responsible)
        }
        guard let position = entity.fields[field]?.position else { return }
        for (name, meanings) in units.ambiguous(in: text, organisation: organisation) {
            diagnostics.append(.ambiguousUnit(name, meanings, at: position))
        }
    }

    private static func goalRelation(of kind: EntityKind) -> RelationKind {
        switch kind {
        case .indicator: .measures
        case .control, .risk: .mitigates
        case .table: .funds
        case .organisation, .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment,
            .activity, .report, .meeting, .page, .term:
            .contributesTo
        }
    }

    private mutating func add(_ from: EntityID, _ to: EntityID, _ kind: RelationKind) {
        guard let first = numbers[from], let second = numbers[to], first != second else { return }
        found.append(Edge(from: Int32(first), to: Int32(second), kind: kind))
    }

    private func group(named name: String, kind field: Field, within scope: EntityID?) -> EntityID? {
        let kind: EntityKind = field == .perspective ? .perspective : .focusArea
        return groups[GroupName(scope: scope, kind: kind, name: Self.folded(name))]
    }

    /// What perspectives and focus areas are found by: title or id, whatever the case, within their plan.
    private struct GroupName: Hashable {
        /// The plan, or the organisation for what stands in none.
        let scope: EntityID?
        let kind: EntityKind
        let name: String
    }

    private static func folded(_ name: String) -> String {
        name.withoutInvisibleSigns().lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func groups(of entities: [Entity]) -> [GroupName: EntityID] {
        var groups: [GroupName: EntityID] = [:]
        for entity in entities where entity.kind == .perspective || entity.kind == .focusArea {
            for name in [entity.title, entity.id.local] {
                let key = GroupName(scope: entity.plan ?? entity.organisation, kind: entity.kind, name: folded(name))
                if groups[key] == nil { groups[key] = entity.id }
            }
        }
        return groups
    }

    // MARK: References

    private mutating func resolve(_ reference: Located<String>, field: Field, of entity: Entity) -> EntityID? {
        var kinds: [EntityKind]?
        switch Schema.type(of: field, for: entity.kind) {
        case .reference(let allowed), .references(let allowed): kinds = allowed
        default: kinds = nil
        }
        return resolve(reference, kinds: kinds, of: entity)
    }

    private mutating func resolve(_ reference: Located<String>, kinds: [EntityKind]?, of entity: Entity) -> EntityID? {
        let plan = entity.kind == .plan ? entity.id : entity.plan
        let organisation = entity.organisation ?? (entity.kind == .organisation ? entity.id : nil)
        guard let id = links.entity(reference.value, plan: plan, organisation: organisation) else {
            report(missing: reference, plan: plan, organisation: organisation)
            return nil
        }
        if let kinds, let kind = links.kind(of: id), !kinds.contains(kind) {
            diagnostics.append(.wrongReferenceType(reference, is: kind, wanted: kinds))
            return nil
        }
        return id
    }

    mutating func report(missing reference: Located<String>, plan: EntityID?, organisation: EntityID?) {
        if links.isHidden(reference.value, plan: plan, organisation: organisation) {
            diagnostics.append(.hiddenReference(reference))
        } else if !mayBeUnread(reference.value, plan: plan, organisation: organisation) {
            let near =
                links.nearest(to: reference.value, plan: plan, organisation: organisation)
                ?? withoutOrganisation(reference.value, plan: plan, organisation: organisation)
            diagnostics.append(.unknownReference(reference, nearest: near))
        }
    }

    /// `vp-2026/M1` for `exempelkommunen/vp-2026/M1`, where that is there: the organisation has got another id since.
    private func withoutOrganisation(_ id: String, plan: EntityID?, organisation: EntityID?) -> String? {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, links.entity(String(parts[0]), plan: nil, organisation: nil) == nil else { return nil }
        let rest = parts.dropFirst().joined(separator: "/")
        return links.entity(rest, plan: plan, organisation: organisation) == nil ? nil : rest
    }

    /// Parents, plans built on plans and plans that replace plans: none may lead back to itself.
    private mutating func findCircles() {
        for (kind, field) in [
            (RelationKind.partOf, Field.parent), (.basedOn, .basedOn), (.supersedes, .supersedes),
        ] {
            let suspects = Circles.suspects(among: edges.all.filter { $0.kind == kind }, count: entities.count)
            let up = Dictionary(grouping: suspects, by: \.from).mapValues { $0.map(\.to) }
            for circle in Circles.find(in: up) {
                guard let entity = circle.first.map({ entities[Int($0)] }) else { continue }
                diagnostics.append(
                    .parentCircle(
                        circle.map { entities[Int($0)].id }, at: entity.fields[field]?.position ?? entity.position))
                // A circle cannot be walked: the library keeps none of its steps.
                let members = Set(circle)
                let kept = edges.all.filter {
                    !($0.kind == kind && members.contains($0.from) && members.contains($0.to))
                }
                edges = Edges(kept, entities: entities.count)
            }
        }
    }

    // MARK: Tables

    private mutating func relate(_ table: PlanTable) {
        guard let entity = entity(table.id) else { return }
        let goals = ([table.attributes.goals] + table.rows.map(\.goals)).flatMap {
            withoutSpacedCodes($0, of: entity)
        }
        for reference in goals {
            guard let target = resolve(reference, kinds: Self.fundable, of: entity) else { continue }
            add(table.id, target, table.class.isMoney ? .funds : .contributesTo)
        }
    }

    /// What money can be tied to.
    private static let fundable: [EntityKind] = [.goal, .programme, .priority, .assignment, .activity]

    private mutating func readOutcomes(_ table: PlanTable) {
        guard let owner = table.owner, let report = entity(owner), report.kind == .report else {
            diagnostics.append(.outcomesOutsideReport(at: table.position))
            return
        }
        guard let idColumn = table.columns.firstIndex(where: { $0.role == .id })
        else { return }
        let reported = numbers[owner].flatMap { edges.outgoing($0).first { $0.kind == .reportsOn } }
        let plan = reported.map { entities[Int($0.to)].id } ?? report.plan
        var seen: [EntityID: SourcePosition] = [:]
        for row in table.rows where idColumn < row.cells.count {
            let cell = row.cells[idColumn]
            guard !cell.text.isEmpty else { continue }
            guard let id = links.entity(cell.text, plan: plan, organisation: table.organisation) else {
                self.report(
                    missing: Located(cell.text, at: cell.position), plan: plan, organisation: table.organisation)
                continue
            }
            let wanted: [EntityKind] = [.indicator, .activity, .assignment, .goal]
            if let kind = links.kind(of: id), !wanted.contains(kind) {
                diagnostics.append(.wrongReferenceType(Located(cell.text, at: cell.position), is: kind, wanted: wanted))
                continue
            }
            if let first = seen[id] {
                diagnostics.append(.repeatedOutcome(Located(cell.text, at: cell.position), first: first))
                continue
            }
            seen[id] = cell.position
            func text(_ role: ColumnRole) -> String? {
                guard let column = table.columns.firstIndex(where: { $0.role == role }), column < row.cells.count,
                    !["", "–", "-", "—"].contains(row.cells[column].text)
                else { return nil }
                return row.cells[column].text
            }
            outcomes[id, default: []].append(
                Outcome(
                    report: report.id, period: report.period, outcome: text(.outcome), forecast: text(.forecast),
                    status: text(.field(.status)).flatMap(Status.init(spelling:)), comment: text(.comment)))
        }
    }

    private mutating func readMilestones(_ table: PlanTable) {
        guard let dateColumn = table.columns.firstIndex(where: { $0.role == .date }) else { return }
        let eventColumn = table.columns.firstIndex { $0.role == .event }
        let bodyColumn = table.columns.firstIndex { $0.role == .body }
        for (number, row) in table.rows.enumerated() where dateColumn < row.cells.count {
            guard let date = CalendarDate(row.cells[dateColumn].text) else { continue }
            func text(_ column: Int?) -> String? {
                guard let column, column < row.cells.count, !row.cells[column].text.isEmpty else { return nil }
                return row.cells[column].text
            }
            milestones.append(
                Milestone(
                    date: date, event: text(eventColumn) ?? table.title, body: text(bodyColumn), plan: table.plan,
                    organisation: table.organisation, table: table.id, row: number))
        }
    }

    private mutating func reconcile(_ table: PlanTable) {
        var frames: PlanTable?
        if let reference = table.attributes.frames,
            links.entity(reference.value, plan: table.plan, organisation: table.organisation) == nil,
            !links.isHidden(reference.value, plan: table.plan, organisation: table.organisation)
        {
            let known = tables.filter { $0.class.isMoney && $0.plan == table.plan && $0.id != table.id }.map(\.id.local)
            diagnostics.append(.unknownFrames(reference, known: known))
        } else if let reference = table.attributes.frames, let entity = entity(table.id),
            let id = resolve(reference, kinds: [.table], of: entity)
        {
            frames = tablesByID[id]
            if frames?.class.isMoney == false { diagnostics.append(.framesWithoutMoney(reference)) }
        }
        let result = Reconciliation(of: table, frames: frames)
        reconciliations[table.id] = result
        diagnostics += result.diagnostics
    }
}
