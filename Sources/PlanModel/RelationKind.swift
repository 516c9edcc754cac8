/// How two entities are connected. A relation runs from the lower to the higher.
package enum RelationKind: String, Sendable, CaseIterable, Comparable {
    /// A child and what it is a part of.
    case partOf = "part-of"
    /// An assignment or activity and the goal that it serves.
    case contributesTo = "contributes-to"
    /// An indicator and the goal that it shows.
    case measures
    /// An entity and the unit that answers for it.
    case responsible
    /// A plan and the plan that it carries out.
    case basedOn = "based-on"
    /// A newer plan and the older one.
    case supersedes
    /// A meeting and a document on its agenda.
    case decides
    /// A report and its plan.
    case reportsOn = "reports-on"
    /// A table of money and a goal.
    case funds
    /// A control or risk and a goal.
    case mitigates

    package static func < (left: RelationKind, right: RelationKind) -> Bool { left.rawValue < right.rawValue }
}

/// A resolved connection.
package struct Relation: Hashable, Sendable, Comparable {
    package let from: EntityID
    package let to: EntityID
    package let kind: RelationKind

    package init(from: EntityID, to: EntityID, kind: RelationKind) {
        self.from = from
        self.to = to
        self.kind = kind
    }

    package static func < (left: Relation, right: Relation) -> Bool {
        (left.from, left.kind, left.to) < (right.from, right.kind, right.to)
    }
}
