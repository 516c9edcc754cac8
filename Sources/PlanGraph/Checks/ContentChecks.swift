package import PlanModel

/// A check that needs to know the whole content. A new one is one file and one line in ``ContentChecks/all``.
protocol ContentCheck: Sendable {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic]
}

/// The checks of what a content leaves open or says in two ways; none of them is an error.
package enum ContentChecks {
    private static let all: [any ContentCheck.Type] = [
        GoalsWithoutWork.self, WorkWithoutGoal.self, IndicatorsWithoutValue.self, OverdueWork.self,
        DecisionData.self, BudgetContents.self, NameVariants.self, AbbreviationUse.self,
        UnitMixture.self, ProseAgainstTables.self, FragmentTargets.self, ReportsWithoutPeriod.self,
    ]

    /// - Parameter asOf: the day that is taken for today; without it nothing is overdue.
    package static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        Parallel.map(Array(all.indices)) { all[$0].findings(in: library, asOf: asOf) }.flatMap(\.self)
    }
}

extension Library {
    /// Plans that somebody still works with: neither replaced nor closed.
    var livePlans: [Entity] {
        entities(of: .plan).filter { $0.status != .superseded && $0.status != .closed }
    }

    /// The same text as names are compared by: whatever the case and the white space.
    static func folded(_ text: String) -> String {
        text.withoutInvisibleSigns().lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Entity {
    /// The plan that it is, or that it belongs to.
    var ownPlan: EntityID? { kind == .plan ? id : plan }
}
