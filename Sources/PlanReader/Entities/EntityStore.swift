import PlanModel

/// The entities found so far, by id.
struct EntityStore {
    private(set) var entities: [Entity]
    private var index: [String: Int]

    init(_ entities: [Entity]) {
        self.entities = entities
        index = Dictionary(
            entities.enumerated().map { ($1.id.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(id: EntityID) -> Entity? { index[id.key].map { entities[$0] } }

    mutating func add(_ entity: Entity) {
        index[entity.id.key] = entities.count
        entities.append(entity)
    }

    mutating func change(_ id: EntityID, _ change: (inout Entity) -> Void) {
        guard let place = index[id.key] else { return }
        change(&entities[place])
    }

    /// The unit of an organisation that a name stands for.
    func unit(named name: String, in organisation: EntityID?) -> EntityID? {
        guard let organisation else { return nil }
        let folded = FieldValue.folded(name)
        return entities.first { entity in
            entity.kind == .unit && entity.organisation == organisation
                && (entity.id.local.lowercased() == folded || entity.shortName.map(FieldValue.folded) == folded
                    || FieldValue.folded(entity.title) == folded)
        }?.id
    }

    /// The unit of money that applies within an entity: its own, its plan's, else its organisation's.
    func moneyUnit(_ place: Place) -> MoneyUnit? {
        for id in [place.plan, place.container, place.organisation] {
            if let unit = id.flatMap({ self[$0] })?.moneyUnit { return unit }
        }
        return nil
    }
}

extension EntityStore {
    /// The perspective or focus area that a name means within a plan or an organisation.
    func group(named name: String, _ kind: EntityKind, scope: EntityID?) -> EntityID? {
        let folded = FieldValue.folded(name)
        return entities.first { entity in
            entity.kind == kind && (entity.plan ?? entity.organisation) == scope
                && (FieldValue.folded(entity.title) == folded || entity.id.local.lowercased() == folded)
        }?.id
    }
}
