package import PlanModel

/// Something that a plan says is to have happened by a date (åtagande), with what the content says became of it.
package struct Commitment: Sendable {
    /// What is promised.
    package enum Promise: Sendable, Hashable {
        /// A row of a timeline.
        case milestone(Milestone)
        /// An activity or assignment, whose schedule or period names the date.
        case work(EntityID)
        /// What an indicator is to show in a period.
        case target(EntityID, value: String)
    }

    package let promise: Promise
    /// As exactly as the content states it; of a stretch of time its end.
    package let due: CalendarDate
    /// The words that name the date, where they are more than the date itself.
    package let schedule: String?
    package let plan: EntityID?
    package let organisation: EntityID?
    /// What became of it, in the order that the content tells it. Empty where that is not stated.
    package let events: [CommitmentEvent]

    /// The entity that the promise is, or the table of its row.
    package var subject: EntityID {
        switch promise {
        case .milestone(let milestone): milestone.table
        case .work(let id), .target(let id, _): id
        }
    }
}

/// What the content says became of a promise.
package enum CommitmentEvent: Sendable, Hashable {
    /// The status that the work states itself, where no report states one.
    case status(Status)
    /// What a report says of it.
    case report(Outcome)
    /// A value that the indicator itself states for the period.
    case value(String)
    /// An item of an agenda, on the day or later, about the same document; its decision may not be stated.
    case meeting(AgendaMention, date: CalendarDate)
    /// The plan's own decision is of that date.
    case decision(of: EntityID)
    /// A newer plan that replaces the one that promised it.
    case supersededBy(EntityID)
}
