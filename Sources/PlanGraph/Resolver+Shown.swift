import PlanModel

extension Resolver {
    /// What of a manuscript is shown.
    struct Shown {
        /// Sorted by id.
        let entities: [Entity]
        let tables: [PlanTable]
        /// What is not, by id.
        let hidden: Set<EntityID>

        /// - Parameter day: what `publish-at` is held against; without one, nothing that waits for a day is shown.
        init(of manuscript: Manuscript, includingDrafts: Bool, day: CalendarDate?) {
            var all = manuscript.entities
            let known = Set(all.map(\.id))
            all += manuscript.tables.filter { !known.contains($0.id) }.map(Resolver.entity)
            let hidden = includingDrafts ? [] : Resolver.hidden(all, on: day)
            entities = (hidden.isEmpty ? all : all.filter { !hidden.contains($0.id) }).sorted { $0.id < $1.id }
            tables = manuscript.tables.filter { table in
                !hidden.contains(table.id) && !(table.owner.map(hidden.contains) ?? false)
            }
            self.hidden = hidden
        }
    }

    /// A table as a thing that relations can lead to.
    private static func entity(of table: PlanTable) -> Entity {
        Entity(
            id: table.id, kind: .table, title: table.title, position: table.position,
            organisation: table.organisation, plan: table.plan, container: table.owner, fields: [:], texts: [:],
            translations: [:], hasWrittenID: true, isPublished: true, row: nil)
    }

    /// What is hidden by `publish: false`, or by `publish-at` until its day: the entity and all that lies within it.
    private static func hidden(_ entities: [Entity], on day: CalendarDate?) -> Set<EntityID> {
        func waits(_ entity: Entity) -> Bool {
            guard let first = entity.publishAt else { return false }
            return day.map { $0 < first } ?? true
        }
        var hidden = Set(entities.filter { !$0.isPublished || waits($0) }.map(\.id))
        guard !hidden.isEmpty else { return [] }
        var grows = true
        while grows {
            let before = hidden.count
            for entity in entities where !hidden.contains(entity.id) {
                let above = [entity.plan, entity.organisation, entity.container, entity.row?.table].compactMap(\.self)
                if above.contains(where: hidden.contains) { hidden.insert(entity.id) }
            }
            grows = hidden.count > before
        }
        return hidden
    }
}
