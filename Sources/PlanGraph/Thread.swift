package import PlanModel

/// A step of the red thread (röda tråden).
package struct ThreadStep: Sendable {
    package let entity: Entity
    package let relation: RelationKind
    /// The steps further on in the same direction; an entity that was met on the way here is not walked again.
    package let next: [ThreadStep]
}

extension Library {
    /// What an entity serves, step by step.
    ///
    /// That its plan builds on another says nothing of the entity itself: only relations of its own are walked.
    package func threadAbove(_ id: EntityID) -> [ThreadStep] { walkUp(from: id, met: [id]) }

    /// What carries an entity out, measures it, funds it or guards it.
    ///
    /// - Parameter depth: how many steps to walk.
    package func threadBelow(_ id: EntityID, depth: Int = 4) -> [ThreadStep] {
        walkDown(from: id, met: [id], depth: depth)
    }

    private func walkUp(from id: EntityID, met: Set<EntityID>) -> [ThreadStep] {
        outgoing(id).compactMap { relation in
            guard Self.threadKinds.contains(relation.kind), !met.contains(relation.to), met.count < 32,
                let entity = self[relation.to], isOnThread(entity)
            else { return nil }
            return ThreadStep(
                entity: entity, relation: relation.kind, next: walkUp(from: entity.id, met: met.union([entity.id])))
        }.sorted { isReadBefore($0.entity, $1.entity) }
    }

    private func walkDown(from id: EntityID, met: Set<EntityID>, depth: Int) -> [ThreadStep] {
        guard depth > 0 else { return [] }
        return incoming(id).compactMap { relation in
            guard Self.threadKinds.contains(relation.kind), !met.contains(relation.from),
                let entity = self[relation.from], isOnThread(entity)
            else { return nil }
            return ThreadStep(
                entity: entity, relation: relation.kind,
                next: walkDown(from: entity.id, met: met.union([entity.id]), depth: depth - 1))
        }.sorted { isReadBefore($0.entity, $1.entity) }
    }

    /// Organisation and unit are where things are done, not what they serve.
    private func isOnThread(_ entity: Entity) -> Bool {
        switch entity.kind {
        case .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .table,
            .control, .risk:
            true
        case .organisation, .unit, .report, .meeting, .page, .term: false
        }
    }

    private static let threadKinds: Set<RelationKind> = [
        .partOf, .contributesTo, .measures, .funds, .mitigates,
    ]
}
