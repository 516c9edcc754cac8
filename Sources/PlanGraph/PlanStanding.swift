package import PlanModel

/// How far a plan has come, as far as the content says it: "decided" is claimed with body and day alone.
package enum PlanStanding: Sendable, Hashable {
    case draft
    case proposed
    /// By a stated body on a stated day that is not to come.
    case decided
    /// Called decided (or superseded, closed), but by whom or when is not stated.
    case calledDecided
    case unknown
}

extension Library {
    /// - Parameter day: the day that the site speaks from; a decision after it has not been taken.
    package func standing(of plan: Entity, on day: CalendarDate?) -> PlanStanding {
        let decision = plan.decision
        let isDated = decision?.date.map { date in day.map { !$0.isPast(on: date.value) } ?? true } ?? false
        switch plan.status {
        case .draft: return .draft
        case .proposed: return .proposed
        case .decided, .superseded, .closed: return decision?.body != nil && isDated ? .decided : .calledDecided
        case nil: return decision?.body != nil && isDated ? .decided : .unknown
        case .notStarted, .onTrack, .atRisk, .delayed, .done, .cancelled: return .unknown
        }
    }
}
