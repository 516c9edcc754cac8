package import PlanModel

/// The red thread (röda tråden) of a whole plan, each entity once: aims, then work, then what measures, funds and guards them.
///
/// It reaches one step into other plans: up to the aims that the plan serves there, and down to the work that other plans
/// do for its own.
package struct ThreadMap: Sendable {
    /// An entity and what hangs on it for the first time.
    package struct Branch: Sendable {
        package let entity: Entity
        /// Which column it stands in, counted from 0.
        package let column: Int
        package let next: [Branch]
        /// What it is tied to above beside the branch that it hangs on.
        package let alsoServes: [Entity]
        /// What is tied to it below but hangs on another branch.
        package let alsoCarriedBy: [Entity]
    }

    /// Aims under one perspective or focus area; `nil` for those that name none.
    package struct Group: Sendable {
        package let heading: Entity?
        package let branches: [Branch]
    }

    /// A tie between two entities of the map.
    package struct Strand: Sendable, Hashable {
        package let upper: EntityID
        package let lower: EntityID
    }

    package let groups: [Group]
    /// The kinds that stand in each column, in the order of kinds.
    package let columns: [[EntityKind]]
    /// Every tie of the map, those that branches show among them, in reading order.
    package let strands: [Strand]
    /// Work, indicators, controls and risks that hang on nothing, in the order of kinds and reading.
    package let loose: [Entity]

    /// How many entities the branches show.
    package var count: Int {
        func count(_ branch: Branch) -> Int { 1 + branch.next.reduce(0) { $0 + count($1) } }
        return groups.reduce(0) { $0 + $1.branches.reduce(0) { $0 + count($1) } }
    }

    package var isEmpty: Bool { groups.isEmpty && loose.isEmpty }
}

extension Library {
    /// The thread of a plan as a map.
    package func threadMap(of plan: EntityID) -> ThreadMap { ThreadMapBuilder(plan: plan, library: self).map() }
}

/// Finds the ties of a plan and puts each entity in its column and on its first branch.
private struct ThreadMapBuilder {
    private let plan: EntityID
    private let library: Library
    /// In the order of kinds and reading.
    private var members: [Entity] = []
    private var upper: [EntityID: [Entity]] = [:]
    private var lower: [EntityID: [Entity]] = [:]

    init(plan: EntityID, library: Library) {
        self.plan = plan
        self.library = library
        let own = library.entities(inPlan: plan).filter { Self.stage(of: $0.kind) != nil }
        var known: Set<EntityID> = []
        for entity in own {
            for one in [entity] + ties(above: entity) + ties(below: entity) where known.insert(one.id).inserted {
                members.append(one)
            }
        }
        members.sort(by: library.isReadBefore)
        for entity in members {
            // A tie between two entities of another plan is that plan's own affair.
            let above = ties(above: entity).filter {
                known.contains($0.id) && (entity.plan == plan || $0.plan == plan)
            }
            upper[entity.id] = above
            for other in above { lower[other.id, default: []].append(entity) }
        }
    }

    private func ties(above entity: Entity) -> [Entity] {
        library.targets(of: entity.id, .partOf, .contributesTo, .measures, .funds, .mitigates).filter(isTied)
    }

    private func ties(below entity: Entity) -> [Entity] {
        library.sources(of: entity.id, .partOf, .contributesTo, .measures, .funds, .mitigates).filter(isTied)
    }

    private func isTied(_ entity: Entity) -> Bool { Self.stage(of: entity.kind) != nil }

    /// Where a kind stands from left to right; `nil` for what is no step of the map.
    private static func stage(of kind: EntityKind) -> Int? {
        switch kind {
        case .goal, .programme, .priority: 0
        case .assignment: 1
        case .activity: 2
        case .indicator: 3
        case .table: 4
        case .control, .risk: 5
        case .organisation, .unit, .plan, .perspective, .focusArea, .report, .meeting, .page, .term: nil
        }
    }

    /// A column before it is counted: the stage, and how deep below others of its stage.
    private struct Place: Hashable, Comparable {
        let stage: Int
        let depth: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.stage, left.depth) < (right.stage, right.depth)
        }
    }

    func map() -> ThreadMap {
        let tied = members.filter { entity in
            Self.stage(of: entity.kind) == 0 || upper[entity.id]?.isEmpty == false || lower[entity.id] != nil
        }
        var places: [EntityID: Place] = [:]
        for entity in tied { places[entity.id] = place(of: entity, met: []) }
        let sorted = Set(places.values).sorted()
        let columns = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
        var kinds = [Set<EntityKind>](repeating: [], count: sorted.count)
        for entity in tied {
            if let place = places[entity.id], let column = columns[place] { kinds[column].insert(entity.kind) }
        }

        var shown: Set<EntityID> = []
        func branch(_ entity: Entity, from parent: EntityID?, depth: Int) -> ThreadMap.Branch {
            var next: [ThreadMap.Branch] = []
            var elsewhere: [Entity] = []
            for other in lower[entity.id] ?? [] where depth < Self.deepest {
                if shown.insert(other.id).inserted {
                    next.append(branch(other, from: entity.id, depth: depth + 1))
                } else {
                    elsewhere.append(other)
                }
            }
            return ThreadMap.Branch(
                entity: entity, column: places[entity.id].flatMap { columns[$0] } ?? 0, next: next,
                alsoServes: (upper[entity.id] ?? []).filter { $0.id != parent }, alsoCarriedBy: elsewhere)
        }
        var groups: [ThreadMap.Group] = []
        for (heading, roots) in grouped(tied.filter { upper[$0.id]?.isEmpty != false }) {
            groups.append(
                ThreadMap.Group(
                    heading: heading,
                    branches: roots.compactMap { shown.insert($0.id).inserted ? branch($0, from: nil, depth: 0) : nil })
            )
        }
        let strands = tied.flatMap { entity in
            (lower[entity.id] ?? []).map { ThreadMap.Strand(upper: entity.id, lower: $0.id) }
        }
        return ThreadMap(
            groups: groups, columns: kinds.map { $0.sorted() }, strands: strands,
            loose: members.filter { !shown.contains($0.id) && $0.kind != .table })
    }

    /// How many steps a branch is followed; what hangs deeper is loose.
    private static let deepest = 32

    /// Roots by perspective, else by focus area, in the order in which the roots first name them.
    private func grouped(_ roots: [Entity]) -> [(heading: Entity?, roots: [Entity])] {
        var groups: [(heading: Entity?, roots: [Entity])] = []
        for root in roots {
            let headings = library.targets(of: root.id, .partOf)
            let heading =
                headings.first { $0.kind == .perspective } ?? headings.first { $0.kind == .focusArea }
            if let known = groups.firstIndex(where: { $0.heading?.id == heading?.id }) {
                groups[known].roots.append(root)
            } else {
                groups.append((heading, [root]))
            }
        }
        // What names none comes last.
        return groups.filter { $0.heading != nil } + groups.filter { $0.heading == nil }
    }

    /// Circles are errors of the content; where one is, the walk ends.
    private func place(of entity: Entity, met: Set<EntityID>) -> Place {
        let stage = Self.stage(of: entity.kind) ?? 0
        let deeper = (upper[entity.id] ?? []).filter { other in
            Self.stage(of: other.kind) == stage && !met.contains(other.id) && met.count < Self.mostColumns
        }
        let depths = deeper.map { place(of: $0, met: met.union([entity.id])).depth + 1 }
        return Place(stage: stage, depth: min(depths.max() ?? 0, Self.mostColumns))
    }

    /// How many columns the aims or the activities of a plan have beside the first.
    private static let mostColumns = 4
}
