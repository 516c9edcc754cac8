import PlanModel

/// What Kommunallagen (2017:725) 11 kap. wants in the budget of a council and can't be found there.
///
/// 5 § income exceeds cost; 6 § a plan for operations and economy with tax rate and appropriations, how operations are
/// financed, the financial position at the end of the year, goals for operations and for the economy that matter to good
/// economic management, and a plan for three years with the budget year as the first. Words and tables are looked for,
/// not what they mean: it is information, for plans with a table of class budget that a council owns or decides.
enum BudgetContents: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        let tables = Dictionary(grouping: library.tables.filter { $0.plan != nil }) { $0.plan ?? $0.id }
        var topics: [EntityID: Set<BudgetTopic>] = [:]
        for text in library.texts.values where !text.words.topics.isEmpty {
            guard let plan = text.owner.flatMap({ library[$0]?.ownPlan }) else { continue }
            topics[plan, default: []].formUnion(text.words.topics)
        }
        return library.livePlans.compactMap { plan in
            let own = tables[plan.id] ?? []
            guard let budget = own.first(where: { $0.class == .budget }), isOfCouncil(plan, library) else { return nil }
            let lack = missing(plan, own, topics[plan.id] ?? [], library)
            return lack.isEmpty ? nil : .budgetContents(lack, at: budget.position)
        }
    }

    private static func isOfCouncil(_ plan: Entity, _ library: Library) -> Bool {
        if library.targets(of: plan.id, .responsible).contains(where: { $0.bodyKind == .council }) { return true }
        let body = plan.decision?.body?.value ?? ""
        for text in [plan.responsible()?.text ?? "", body] where !text.isEmpty {
            let folded = text.lowercased()
            if folded.contains("fullmäktige") || folded.contains("council") { return true }
            guard let organisation = plan.organisation else { continue }
            if library.unitNames.units(in: text, organisation: organisation)
                .contains(where: { library[$0]?.bodyKind == .council })
            {
                return true
            }
        }
        guard let owner = plan.responsible()?.text, let organisation = plan.organisation.flatMap({ library[$0] }) else {
            return false
        }
        return [organisation.title, organisation.shortName ?? "", organisation.id.local]
            .contains { Library.folded($0) == Library.folded(owner) }
    }

    private static func missing(
        _ plan: Entity, _ tables: [PlanTable], _ topics: Set<BudgetTopic>, _ library: Library
    ) -> [LocalizedText] {
        var lack: [LocalizedText] = []
        if !topics.contains(.taxRate) { lack.append(LocalizedText(sv: "skattesatsen (6 §)", en: "the tax rate (6 §)")) }
        if !topics.contains(.appropriations), !tables.contains(where: { $0.class == .frames }) {
            lack.append(LocalizedText(sv: "anslagen (6 §)", en: "the appropriations (6 §)"))
        }
        if !topics.contains(.financing) {
            lack.append(
                LocalizedText(
                    sv: "hur verksamheten finansieras (6 §)", en: "how the operations are financed (6 §)"))
        }
        if !topics.contains(.financialPosition) {
            lack.append(
                LocalizedText(
                    sv: "den ekonomiska ställningen vid årets slut (6 §)",
                    en: "the financial position at the end of the year (6 §)"))
        }
        let goals = library.entities(inPlan: plan.id).filter { $0.kind == .goal }
        if !goals.contains(where: { $0.goalKind == .financial }) {
            lack.append(LocalizedText(sv: "finansiella mål (6 §)", en: "financial goals (6 §)"))
        }
        if !goals.contains(where: { $0.goalKind != .financial }) {
            lack.append(LocalizedText(sv: "mål för verksamheten (6 §)", en: "goals for the operations (6 §)"))
        }
        if !hasThreeYears(plan, tables) {
            lack.append(
                LocalizedText(
                    sv: "en plan för tre år med budgetåret först (6 §)",
                    en: "a plan for three years with the budget year first (6 §)"))
        }
        let hasResult = tables.contains { table in
            table.class == .budget
                && table.rows.contains { row in
                    let words = RowLabel(row.cells.first?.text ?? "").words
                    return words.contains { $0.hasPrefix("resultat") || $0 == "result" || $0.hasPrefix("balanskrav") }
                }
        }
        if !hasResult {
            lack.append(
                LocalizedText(
                    sv: "ett resultat som visar att intäkterna överstiger kostnaderna (5 §)",
                    en: "a result that shows that income exceeds cost (5 §)"))
        }
        return lack
    }

    private static func hasThreeYears(_ plan: Entity, _ tables: [PlanTable]) -> Bool {
        var years: Set<Int> = []
        for table in tables where table.class == .budget || table.class == .frames {
            years.formUnion(table.columns.indices.compactMap { table.year(ofColumn: $0) })
        }
        guard let first = plan.period?.first ?? years.min() else { return false }
        return years.isSuperset(of: first...(first + 2))
    }
}

extension Diagnostic {
    fileprivate static func budgetContents(_ lack: [LocalizedText], at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .budgetContents, at: position,
            LocalizedText(
                sv: "i fullmäktiges budget syns inte det här, som Kommunallagen (2017:725) 11 kap. vill ha: "
                    + lack.map(\.swedish).joined(separator: "; "),
                en: "the council's budget doesn't show this, which the Swedish Local Government Act (2017:725) ch. 11 "
                    + "wants: " + lack.map(\.english).joined(separator: "; ")),
            help: LocalizedText(
                sv: "lägg till det i planen, eller säg var det står",
                en: "add it to the plan, or say where it is stated"))
    }
}
