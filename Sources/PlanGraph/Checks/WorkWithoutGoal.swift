import PlanModel

/// Assignments and activities that serve no goal, in plans where others do.
enum WorkWithoutGoal: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for plan in library.livePlans {
            let work = library.entities(inPlan: plan.id).filter { $0.kind == .assignment || $0.kind == .activity }
            let lost = work.filter { !serves($0.id, library, seen: []) }
            guard lost.count < work.count else { continue }
            // What is a part of lost work is told with it.
            let topmost = lost.filter { entity in
                !library.targets(of: entity.id, .partOf).contains { $0.kind == .assignment || $0.kind == .activity }
            }
            let whole = WholeTables(topmost, in: library)
            found += whole.tables.map { .workWithoutGoal($0.rows.count, in: $0.table) }
            found += whole.single.map { .workWithoutGoal($0) }
        }
        return found
    }

    /// Whether it, what it is a part of, or a part of it names a goal.
    private static func serves(_ id: EntityID, _ library: Library, seen: Set<EntityID>) -> Bool {
        if names(id, library) { return true }
        for above in library.outgoing(id) where above.kind == .partOf && !seen.contains(above.to) {
            guard let kind = library[above.to]?.kind else { continue }
            if kind.isAim { return true }
            if kind == .assignment || kind == .activity, serves(above.to, library, seen: seen.union([id])) {
                return true
            }
        }
        return library.incoming(id).contains { $0.kind == .partOf && names($0.from, library) }
    }

    private static func names(_ id: EntityID, _ library: Library) -> Bool {
        library.outgoing(id).contains { $0.kind == .contributesTo }
    }
}

extension Diagnostic {
    fileprivate static func workWithoutGoal(_ count: Int, in table: PlanTable) -> Diagnostic {
        Diagnostic(
            .workWithoutGoal, at: table.position,
            LocalizedText(
                sv: "ingen av tabellens \(count) rader bidrar till något mål",
                en: "none of the table's \(count) rows serves a goal"),
            help: LocalizedText(
                sv: "lägg till kolumnen Mål med målens id", en: "add the column Goals with the goals' ids"))
    }

    fileprivate static func workWithoutGoal(_ entity: Entity) -> Diagnostic {
        let isAssignment = entity.kind == .assignment
        return Diagnostic(
            .workWithoutGoal, at: entity.position,
            LocalizedText(
                sv: "\(isAssignment ? "uppdraget" : "aktiviteten") '\(entity.title)' bidrar inte till något mål",
                en: "the \(isAssignment ? "assignment" : "activity") '\(entity.title)' serves no goal"),
            help: LocalizedText(
                sv: "skriv målets id i kolumnen eller nyckeln Mål", en: "write the goal's id in the column or key Goals"
            ))
    }
}
