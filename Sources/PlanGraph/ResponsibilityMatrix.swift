package import PlanModel

/// Who works for which of a plan's aims: aims down, those responsible across, assignments and activities where they meet.
package struct ResponsibilityMatrix: Sendable {
    /// Someone who answers for work: a unit, or words that name none; neither where the content names nobody.
    package struct Body: Sendable, Hashable, Comparable {
        package let unit: EntityID?
        package let name: String?

        package init(unit: EntityID?, name: String?) {
            self.unit = unit
            self.name = name
        }

        /// Units by id, then words.
        package static func < (left: Body, right: Body) -> Bool {
            (left.unit == nil ? 1 : 0, left.unit?.text ?? "", left.name ?? "")
                < (right.unit == nil ? 1 : 0, right.unit?.text ?? "", right.name ?? "")
        }
    }

    /// An aim and the work for it, one list for each body in the order of the columns.
    package struct Row: Sendable {
        package let aim: Entity
        package let work: [[Entity]]
    }

    /// Units first, in the order of reading, then words; who is not stated last.
    package let bodies: [Body]
    /// Aims that someone works for, in the order of kinds and reading.
    package let rows: [Row]
    /// Aims without work, aside from those with aims of their own below them or carried out in the ordinary operations.
    package let unserved: [Entity]
}

extension Library {
    /// Who works for which aim of a plan, in this plan and in others that serve it.
    package func responsibilityMatrix(of plan: EntityID) -> ResponsibilityMatrix {
        let aims = entities(inPlan: plan).filter { $0.kind == .goal || $0.kind == .programme || $0.kind == .priority }
            .sorted(by: isReadBefore)
        let work = aims.map { (aim: $0, work: self.work(for: $0, in: plan)) }
        var bodies: [ResponsibilityMatrix.Body] = []
        var known: Set<ResponsibilityMatrix.Body> = []
        for body in work.flatMap(\.work).flatMap({ self.bodies(of: $0) }) where known.insert(body).inserted {
            bodies.append(body)
        }
        bodies =
            bodies.filter { $0.unit != nil } + bodies.filter { $0.unit == nil && $0.name != nil }
            + bodies.filter { $0.unit == nil && $0.name == nil }
        let places = Dictionary(uniqueKeysWithValues: bodies.enumerated().map { ($1, $0) })
        let rows = work.filter { !$0.work.isEmpty }.map { aim, entities in
            var cells = [[Entity]](repeating: [], count: bodies.count)
            for entity in entities {
                for body in self.bodies(of: entity) {
                    if let place = places[body] { cells[place].append(entity) }
                }
            }
            return ResponsibilityMatrix.Row(aim: aim, work: cells)
        }
        return ResponsibilityMatrix(
            bodies: bodies, rows: rows,
            unserved: work.filter { $0.work.isEmpty && isLeft($0.aim) }.map(\.aim))
    }

    /// Whether nothing says why an aim has no work.
    private func isLeft(_ aim: Entity) -> Bool {
        aim.flag(.ordinary) != true
            && !sources(of: aim.id, .partOf).contains { $0.plan == aim.plan && $0.kind.isAim }
    }

    /// Assignments and activities for an aim, and for aims of other plans that serve it; each once.
    private func work(for aim: Entity, in plan: EntityID) -> [Entity] {
        var found: [Entity] = []
        var met: Set<EntityID> = [aim.id]
        var next = [aim.id]
        while let id = next.popLast() {
            for entity in sources(of: id, .contributesTo, .partOf) where !met.contains(entity.id) {
                switch entity.kind {
                case .assignment, .activity: found.append(entity)
                // An aim of the same plan has a row of its own.
                case .goal, .programme, .priority: if entity.plan == plan { continue }
                case .organisation, .unit, .plan, .perspective, .focusArea, .indicator, .report, .meeting, .page,
                    .table, .control, .risk, .term:
                    continue
                }
                met.insert(entity.id)
                next.append(entity.id)
            }
        }
        return found.sorted(by: isReadBefore)
    }

    /// Everyone who answers for a piece of work, once each; one body without unit and name where nobody is stated.
    package func bodies(of entity: Entity) -> [ResponsibilityMatrix.Body] {
        let units = targets(of: entity.id, .responsible).map { ResponsibilityMatrix.Body(unit: $0.id, name: nil) }
        guard let (text, _) = entity.responsible(), let organisation = entity.organisation else {
            return units.isEmpty ? [ResponsibilityMatrix.Body(unit: nil, name: nil)] : units
        }
        // Words that name no unit stay together as they are written.
        guard !units.isEmpty else { return [ResponsibilityMatrix.Body(unit: nil, name: text.trimmed())] }
        let words = unitNames.pieces(of: text, organisation: organisation).filter { $0.unit == nil }
            .map { $0.text.trimmed() }.filter { !$0.isEmpty && !UnitNames.separators.contains($0) }
        return units + words.map { ResponsibilityMatrix.Body(unit: nil, name: $0) }
    }
}
