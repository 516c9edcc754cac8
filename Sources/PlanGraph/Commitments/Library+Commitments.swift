import PlanModel

extension Library {
    /// Everything that the plans promise by a date, by date, then organisation, plan and reading order.
    ///
    /// Rows of timelines; activities and assignments whose schedule names a date, else whose period ends in a year; and
    /// targets of indicators that state their period. Computed anew at each call.
    package var commitments: [Commitment] {
        let decided = Dictionary(grouping: entities(of: .plan).filter { $0.decision?.date != nil }, by: \.organisation)
        let promised =
            milestones.map { commitment($0, decided: decided[$0.organisation] ?? []) }
            + entities.flatMap(commitments(of:))
        // Of the same day in the order in which they were found.
        return promised.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            let (aDay, bDay) = (a.due.lastDay, b.due.lastDay)
            guard aDay == bDay else { return aDay < bDay }
            let (aPlace, bPlace) = (a.plan?.text ?? "", b.plan?.text ?? "")
            return (a.due.text, aPlace, left.offset) < (b.due.text, bPlace, right.offset)
        }.map(\.element)
    }

    /// - Parameter decided: the plans of the same organisation whose decision is dated.
    private func commitment(_ milestone: Milestone, decided: [Entity]) -> Commitment {
        // A decision of that very day is the one that is spoken of, whichever plan it is of.
        var events: [CommitmentEvent] = decided.filter { plan in
            plan.id != milestone.plan && milestone.date.isExact && plan.decision?.date?.value == milestone.date
        }.map { .decision(of: $0.id) }
        if let plan = milestone.plan.flatMap({ self[$0] }) {
            if let decided = plan.decision?.date?.value, decided.isWithin(milestone.date) {
                events.append(.decision(of: plan.id))
            }
            events += meetings(about: plan, onOrAfter: milestone.date)
            events += successors(of: plan)
        }
        return Commitment(
            promise: .milestone(milestone), due: milestone.date, schedule: nil, plan: milestone.plan,
            organisation: milestone.organisation, events: events)
    }

    private func commitments(of entity: Entity) -> [Commitment] {
        switch entity.kind {
        case .activity, .assignment: work(entity).map { [$0] } ?? []
        case .indicator: targets(of: entity)
        case .organisation, .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .report, .meeting,
            .page, .table, .control, .risk, .term:
            []
        }
    }

    private func work(_ entity: Entity) -> Commitment? {
        let schedule = entity.text(.schedule)
        guard let due = schedule.flatMap(NamedDate.last) ?? entity.period?.lastDate else { return nil }
        var events: [CommitmentEvent] = (outcomes[entity.id] ?? []).map(CommitmentEvent.report)
        if !events.contains(where: \.statesStatus), let status = entity.status { events.append(.status(status)) }
        events += meetings(about: entity, onOrAfter: due)
        events += entity.plan.flatMap { self[$0] }.map(successors) ?? []
        return Commitment(
            promise: .work(entity.id), due: due, schedule: schedule.flatMap { CalendarDate($0) == nil ? $0 : nil },
            plan: entity.plan, organisation: entity.organisation, events: events)
    }

    private func targets(of indicator: Entity) -> [Commitment] {
        indicator.values(.target).compactMap { target in
            guard let period = target.period else { return nil }
            // What is reported of an earlier time says nothing of the target's.
            let reported = (outcomes[indicator.id] ?? []).filter { outcome in
                outcome.period.map { $0.lastDate.lastDay >= period.lastDate.lastDay } ?? false
            }
            let stated = indicator.values(.values).filter { $0.period == period }.map { CommitmentEvent.value($0.text) }
            return Commitment(
                promise: .target(indicator.id, value: target.text), due: period.lastDate, schedule: nil,
                plan: indicator.plan, organisation: indicator.organisation,
                events: stated + reported.map(CommitmentEvent.report)
                    + (indicator.plan.flatMap { self[$0] }.map(successors) ?? []))
        }
    }

    /// The meetings of the date itself, and the first later one that states what it decided.
    private func meetings(about document: Entity, onOrAfter date: CalendarDate) -> [CommitmentEvent] {
        var events: [CommitmentEvent] = []
        for meeting in sortedByDate(sources(of: document.id, .decides)) {
            guard let day = meeting.date, !day.isPast(on: date) else { continue }
            let isThen = day.isWithin(date)
            for (index, item) in meeting.agenda.enumerated()
            where documents(of: item, at: meeting).contains(where: { $0.id == document.id }) {
                guard isThen || item.decision != nil else { continue }
                // Of several items without a decision one says it.
                if item.decision == nil, events.contains(where: { $0.meeting == meeting.id }) { continue }
                let mention = AgendaMention(meeting: meeting.id, item: index, document: document.id)
                events.append(.meeting(mention, date: day))
                if !isThen { return events }
            }
        }
        return events
    }

    private func successors(of plan: Entity) -> [CommitmentEvent] {
        sources(of: plan.id, .supersedes).map { .supersededBy($0.id) }
    }
}

extension CommitmentEvent {
    fileprivate var statesStatus: Bool {
        switch self {
        case .report(let outcome): outcome.status != nil
        case .status: true
        case .value, .meeting, .decision, .supersededBy: false
        }
    }

    fileprivate var meeting: EntityID? { if case .meeting(let mention, _) = self { mention.meeting } else { nil } }
}

extension CalendarDate {
    /// Whether a date lies in the day, month or year that another states.
    func isWithin(_ other: CalendarDate) -> Bool { other.firstDay <= firstDay && lastDay <= other.lastDay }
}
