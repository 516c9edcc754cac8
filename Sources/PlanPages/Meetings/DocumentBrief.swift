import PlanGraph
import PlanMarkdown
import PlanModel

/// What is known of a document on an agenda, as facts: what it builds on, what changed, goals, money, sums, risks.
///
/// Only what the content states: each question that a reader asks and the content does not answer is said to be open.
struct DocumentBrief {
    let edition: Edition
    let page: PagePlace
    let document: Entity

    private var library: Library { edition.library }
    private static let mostLinks = 5
    private static let mostFigures = 3

    func render() -> String {
        var facts = Facts(edition: edition, page: page)
        facts.addResponsible(document, isExpected: document.kind == .plan)
        if document.kind == .plan {
            addPlan(to: &facts)
        } else {
            facts.add("fact.stands-in", entities: document.plan.flatMap { library[$0] }.map { [$0] } ?? [])
            facts.add("meeting.serves", entities: library.targets(of: document.id, .contributesTo))
            facts.add("meeting.reports-on", entities: library.targets(of: document.id, .reportsOn))
            addMoney(library.money(of: document.id).count, to: &facts)
        }
        if document.kind == .table, let table = library.table(document.id) { addSums(of: [table], to: &facts) }
        return facts.text
    }

    private func addPlan(to facts: inout Facts) {
        facts.add("fact.based-on", entities: library.targets(of: document.id, .basedOn))
        let older = library.targets(of: document.id, .supersedes)
        facts.add("fact.supersedes", entities: older)
        for plan in older { addChanges(since: plan, to: &facts) }
        addGoals(to: &facts)
        addFigures(to: &facts)
        addSums(of: edition.tablesByPlan[document.id] ?? [], to: &facts)
        addRisks(to: &facts)
    }

    // MARK: What changed

    /// Goals, programmes and priorities that are new, gone or worded anew, by id.
    private func addChanges(since older: Entity, to facts: inout Facts) {
        let kinds: Set<EntityKind> = [.goal, .programme, .priority]
        func aims(_ plan: EntityID) -> [String: Entity] {
            let aims = library.entities(inPlan: plan).filter { kinds.contains($0.kind) }
            return Dictionary(aims.map { ($0.id.local.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (before, now) = (aims(older.id), aims(document.id))
        guard !before.isEmpty, !now.isEmpty else { return }
        let new = library.entities(inPlan: document.id).filter {
            kinds.contains($0.kind) && before[$0.id.local.lowercased()] == nil
        }
        let gone = library.entities(inPlan: older.id).filter {
            kinds.contains($0.kind) && now[$0.id.local.lowercased()] == nil
        }
        let reworded = library.entities(inPlan: document.id).filter { aim in
            kinds.contains(aim.kind) && before[aim.id.local.lowercased()].map { $0.title != aim.title } ?? false
        }
        let (edition, page) = (edition, page)
        facts.add("meeting.changes") { html in
            html.append("<ul class=\"plain\">")
            for (key, group) in [("new", new), ("gone", gone), ("reworded", reworded)] {
                html.append("<li>")
                html.append(text: edition.t.counted("meeting.aims-" + key, group.count))
                if !group.isEmpty {
                    html.append(": ")
                    edition.appendFirst(Self.mostLinks, of: group, from: page, into: &html)
                }
                html.append("</li>")
            }
            html.append("</ul>")
        }
    }

    // MARK: Goals and money

    private func addGoals(to facts: inout Facts) {
        let goals = library.entities(inPlan: document.id).filter { $0.kind == .goal }
        let (edition, page, plan) = (edition, page, document)
        facts.add("meeting.goals") { html in
            guard !goals.isEmpty else {
                html.append(text: edition.t("meeting.no-goals"))
                return
            }
            html.append(text: edition.counted(.goal, goals.count) + ": ")
            edition.appendFirst(
                Self.mostLinks, of: goals, from: page,
                all: (Address(path: edition.library.address(of: plan.id).path, fragment: "section-red-thread"), plan),
                into: &html)
        }
    }

    private func addFigures(to facts: inout Facts) {
        let figures = edition.keyFigures(ofMoneyIn: document)
        guard !figures.isEmpty else {
            return addMoney((edition.tablesByPlan[document.id] ?? []).filter(\.class.isMoney).count, to: &facts)
        }
        let (edition, page) = (edition, page)
        facts.add("meeting.money") { html in
            html.append("<ul class=\"plain\">")
            for figure in figures.prefix(Self.mostFigures) {
                html.append("<li><strong>")
                html.append(text: figure.amount)
                html.append("</strong> ")
                edition.append(figure, into: &html)
                html.append(" <a class=\"source-link\" href=\"")
                html.append(attribute: edition.href(figure.table.id, from: page))
                html.append("\"")
                html.append(raw: edition.languageAttribute(of: figure.table))
                html.append(">")
                html.append(text: edition.title(of: figure.table))
                html.append("</a></li>")
            }
            html.append("</ul>")
        }
    }

    /// How many tables or rows of money there are, where no figure speaks for them.
    private func addMoney(_ count: Int, to facts: inout Facts) {
        let edition = edition
        facts.add("meeting.money") { html in
            html.append(
                text: count == 0 ? edition.t("meeting.no-money") : edition.t.counted("meeting.money-places", count))
        }
    }

    // MARK: Sums

    /// The sums that do not hold, each with the way to its computation.
    private func addSums(of tables: [PlanTable], to facts: inout Facts) {
        let (edition, page) = (edition, page)
        let lines = tables.flatMap { SumLine.lines(of: $0, edition: edition) }
        let differing = lines.filter(\.verdict.isDifference)
        let open = lines.filter { if case .notComputable = $0.verdict { true } else { false } }.count
        let computed = lines.count - open
        facts.add("meeting.sums") { html in
            guard !lines.isEmpty else {
                html.append(text: edition.t("meeting.no-sums"))
                return
            }
            // What cannot be computed is neither right nor wrong.
            if open > 0 { html.append(text: edition.t.counted("meeting.sums-open", open) + " ") }
            guard !differing.isEmpty else {
                if computed > 0 { html.append(text: edition.t.counted("meeting.sums-hold", computed)) }
                let rounded = lines.filter { $0.verdict == .withinRounding }.count
                if rounded > 0 {
                    html.append(
                        text: " "
                            + edition.t(
                                "meeting.sums-verdicts",
                                ["exact": edition.count(computed - rounded), "rounded": edition.count(rounded)]))
                }
                return
            }
            html.append(
                text: edition.t("meeting.sums-differ", ["count": "\(differing.count)", "all": "\(computed)"]))
            html.append("<ul class=\"plain\">")
            for line in differing {
                html.append("<li><a class=\"verdict verdict-differs\" href=\"")
                html.append(
                    attribute: edition.href(
                        Address(path: SumAnchor.path(of: line.table.plan), fragment: line.anchor), from: page))
                html.append("\">")
                html.append(text: line.what + ", " + line.column)
                html.append("</a> <span class=\"meta\">")
                html.append(text: edition.title(of: line.table))
                if let accept = line.table.attributes.accept {
                    html.append(raw: "<span\(edition.languageAttribute(of: line.table))>: ")
                    html.append(text: Typography.binding(accept.value))
                    html.append("</span>")
                }
                html.append("</span></li>")
            }
            html.append("</ul>")
        }
    }

    // MARK: Risks

    /// Risks and control points of the plan, and work that is at risk or late.
    private func addRisks(to facts: inout Facts) {
        let entities = library.entities(inPlan: document.id)
        let (edition, page) = (edition, page)
        let groups: [(String, [Entity])] = [
            ("meeting.risks-stated", entities.filter { $0.kind == .risk }),
            ("meeting.controls", entities.filter { $0.kind == .control }),
            (
                "meeting.at-risk",
                entities.filter {
                    let status = edition.library.status(of: $0)
                    return status == .atRisk || status == .delayed
                }
            ),
        ].filter { !$0.1.isEmpty }
        facts.add("meeting.risks") { html in
            guard !groups.isEmpty else {
                let isFollowed = entities.contains { edition.library.status(of: $0) != nil }
                html.append(text: edition.t(isFollowed ? "meeting.no-risks" : "meeting.no-risks-or-statuses"))
                return
            }
            html.append("<ul class=\"plain\">")
            for (key, group) in groups {
                html.append("<li>")
                html.append(text: edition.t.counted(key, group.count) + ": ")
                edition.appendFirst(Self.mostLinks, of: group, from: page, into: &html)
                html.append("</li>")
            }
            html.append("</ul>")
        }
    }
}

extension Edition {
    /// The first few of many as links, their status with them, and how many more there are.
    ///
    /// - Parameter all: where all of them stand.
    func appendFirst(
        _ most: Int, of entities: [Entity], from page: PagePlace, all: (address: Address, of: Entity)? = nil,
        into html: inout HTML
    ) {
        for (index, entity) in entities.prefix(most).enumerated() {
            if index > 0 { html.append("; ") }
            link(entity, from: page, into: &html)
            if let status = library.status(of: entity), status == .atRisk || status == .delayed {
                html.append(" ")
                appendStatus(status, into: &html)
            }
        }
        guard entities.count > most else { return }
        html.append(" ")
        let more = t("meeting.and-more", ["count": count(entities.count - most)])
        guard let all else { return html.append(text: more) }
        html.append("<a href=\"")
        html.append(attribute: href(all.address, from: page))
        html.append("\">")
        html.append(text: more)
        html.append("<span class=\"visually-hidden\">: ")
        html.append(text: all.of.title(in: language))
        html.append("</span></a>")
    }
}
