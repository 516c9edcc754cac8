import PlanModel

/// Goals that no assignment, activity, indicator, money or control reaches, directly or by a goal below them.
///
/// Silent in plans where nothing is tied to any goal: such a plan states its goals and leaves the work to others. Goals
/// marked `ordinary` are carried out without activities.
enum GoalsWithoutWork: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for plan in library.livePlans {
            let goals = library.entities(inPlan: plan.id).filter { $0.kind == .goal }
            let reached = Set(goals.map(\.id).filter { hasWork($0, library) })
            guard !reached.isEmpty else { continue }
            var served = reached
            for goal in reached.sorted() { climb(from: goal, library, &served) }
            let lost = goals.filter { goal in
                // A goal that others are parts of speaks through them.
                !served.contains(goal.id) && goal.flag(.ordinary) != true
                    && !library.sources(of: goal.id, .partOf).contains { $0.kind == .goal }
            }
            let whole = WholeTables(lost, in: library)
            found += whole.tables.map { .goalsWithoutWork($0.rows.count, in: $0.table) }
            found += whole.single.map { .goalWithoutWork($0) }
        }
        return found
    }

    private static func hasWork(_ goal: EntityID, _ library: Library) -> Bool {
        library.incoming(goal).contains { relation in
            switch relation.kind {
            case .contributesTo, .measures, .funds, .mitigates: true
            case .partOf: library[relation.from].map { $0.kind == .assignment || $0.kind == .activity } ?? false
            case .responsible, .basedOn, .supersedes, .decides, .reportsOn: false
            }
        }
    }

    private static func climb(from goal: EntityID, _ library: Library, _ served: inout Set<EntityID>) {
        for parent in library.targets(of: goal, .partOf) where served.insert(parent.id).inserted {
            climb(from: parent.id, library, &served)
        }
    }
}

extension Diagnostic {
    fileprivate static func goalsWithoutWork(_ count: Int, in table: PlanTable) -> Diagnostic {
        Diagnostic(
            .goalWithoutWork, at: table.position,
            LocalizedText(
                sv:
                    "ingen arbetar för något av tabellens \(count) mål: inget uppdrag, ingen aktivitet och ingen indikator "
                    + "nämner dem",
                en:
                    "nobody works for any of the table's \(count) goals: no assignment, activity or indicator names them"
            ),
            help: wayOut)
    }

    private static let wayOut = LocalizedText(
        sv: "knyt något till målet, eller skriv 'ordinarie: ja' om det sköts i det vanliga arbetet",
        en: "tie something to the goal, or write 'ordinary: yes' if everyday work takes care of it")

    fileprivate static func goalWithoutWork(_ goal: Entity) -> Diagnostic {
        let name = goal.code ?? goal.title
        return Diagnostic(
            .goalWithoutWork, at: goal.position,
            LocalizedText(
                sv: "ingen arbetar för målet '\(name)': inget uppdrag, ingen aktivitet och ingen indikator nämner det",
                en: "nobody works for the goal '\(name)': no assignment, activity or indicator names it"),
            help: wayOut)
    }
}
