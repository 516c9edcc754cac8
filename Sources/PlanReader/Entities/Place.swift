import PlanModel

/// What the folders above a file make of it.
struct Place: Hashable {
    /// The entity of the nearest `index.md` of type organisation, unit or plan.
    var container: EntityID?
    var organisation: EntityID?
    var plan: EntityID?

    /// The place within an entity of a kind that holds others; unchanged for other kinds.
    func within(_ id: EntityID, _ kind: EntityKind) -> Place {
        switch kind {
        case .organisation: Place(container: id, organisation: id, plan: nil)
        case .unit: Place(container: id, organisation: organisation, plan: plan)
        case .plan: Place(container: id, organisation: organisation, plan: id)
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .meeting, .page, .table, .control, .risk, .term:
            self
        }
    }

    /// The full id of an entity that is written here.
    func id(_ local: String, _ kind: EntityKind) -> EntityID {
        if kind == .organisation { return EntityID(local) }
        return EntityID(within: kind.isScopedToOrganisation ? organisation : scope, local)
    }

    /// What ids of rows, tables and goals are unique within.
    var scope: EntityID? { plan ?? organisation }
}
