import PlanGraph
import PlanMarkdown
import PlanModel

/// What was promised by when, and what became of it: only what the content says of it.
struct CommitmentList {
    let edition: Edition
    let page: PagePlace
    /// Whether the plan is named with each promise.
    var namesPlan = false
    /// Whether the organisation is, too.
    var namesOrganisation = false

    private var library: Library { edition.library }

    /// All of them under two headings, what is past and what is to come; one list where the day is not known.
    ///
    /// - Parameter level: of the headings, 2–6.
    func sections(_ commitments: [Commitment], level: Int) -> String {
        guard !commitments.isEmpty else { return "" }
        guard let (past, coming) = split(commitments) else { return render(commitments) }
        return [("commitments.past", past), ("commitments.coming", coming)].filter { !$0.1.isEmpty }
            .map { key, group in "<h\(level)>" + escaped(edition.t(key)) + "</h\(level)>" + render(group) }.joined()
    }

    /// What is past and what is not on the day that the site speaks from; `nil` where that is not known.
    func split(_ commitments: [Commitment]) -> (past: [Commitment], coming: [Commitment])? {
        guard let asOf = edition.asOf else { return nil }
        return (commitments.filter { $0.due.isPast(on: asOf) }, commitments.filter { !$0.due.isPast(on: asOf) })
    }

    /// The next ones, then the latest that are past.
    func short(_ commitments: [Commitment], most: Int) -> String {
        guard let (past, coming) = split(commitments) else { return render(Array(commitments.prefix(most))) }
        return [("commitments.coming", Array(coming.prefix(most))), ("commitments.past", past.suffix(most).reversed())]
            .filter { !$0.1.isEmpty }
            .map { key, group in "<h3>" + escaped(edition.t(key)) + "</h3>" + render(group) }.joined()
    }

    func render(_ commitments: [Commitment]) -> String {
        guard !commitments.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"date-list commitments\">")
        for commitment in commitments {
            html.append("<li>")
            edition.appendTime(commitment.due, into: &html)
            appendPromise(commitment, into: &html)
            appendEvents(of: commitment, into: &html)
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    private func escaped(_ text: String) -> String {
        var html = HTML()
        html.append(text: text)
        return html.string
    }

    // MARK: What was promised

    private func appendPromise(_ commitment: Commitment, into html: inout HTML) {
        var meta: [(inout HTML) -> Void] = []
        let (edition, page) = (edition, page)
        switch commitment.promise {
        case .milestone(let milestone):
            html.append("<a href=\"")
            html.append(attribute: edition.href(milestone.table, from: page))
            html.append("\"")
            if let table = library.table(milestone.table) {
                html.append(raw: edition.languageAttribute(of: edition.shown(table)))
            }
            html.append(">")
            html.append(text: library.event(of: milestone, in: edition.language))
            html.append("</a>")
            if let body = milestone.body {
                meta.append { html in
                    edition.appendResponsible(body, organisation: milestone.organisation, from: page, into: &html)
                }
            }
        case .work(let id):
            guard let entity = library[id] else { return }
            edition.link(entity, from: page, into: &html)
            if let owner = edition.ownerText(of: entity) {
                meta.append { edition.append(owner, in: edition.languageOfOwner(entity), into: &$0) }
            }
            if let schedule = commitment.schedule, entity.text(.schedule) == schedule {
                let words = entity.text(.schedule, in: edition.language) ?? schedule
                meta.append { $0.append(text: edition.t("fact.schedule") + ": " + words) }
            }
        case .target(let id, let value):
            guard let entity = library[id] else { return }
            edition.link(entity, from: page, into: &html)
            meta.append { $0.append(text: edition.t("fact.target") + ": " + Typography.binding(value)) }
        }
        if namesPlan, let plan = commitment.plan.flatMap({ library[$0] }) {
            meta.append { edition.link(plan, from: page, into: &$0) }
        }
        if namesOrganisation, let organisation = commitment.organisation.flatMap({ library[$0] }) {
            meta.append { edition.appendTitle(of: organisation, into: &$0) }
        }
        guard !meta.isEmpty else { return }
        html.append(" <span class=\"meta\">")
        for (index, draw) in meta.enumerated() {
            if index > 0 { html.append(" · ") }
            draw(&html)
        }
        html.append("</span>")
    }

    // MARK: What became of it

    private func appendEvents(of commitment: Commitment, into html: inout HTML) {
        let isPast = edition.asOf.map { commitment.due.isPast(on: $0) } ?? false
        // Of what is still to come nobody asks what became of it.
        guard isPast || !commitment.events.isEmpty else { return }
        html.append(" <span class=\"became\">")
        if commitment.events.isEmpty {
            html.append("<span class=\"not-stated\">")
            html.append(text: edition.t("commitments.not-stated"))
            html.append("</span>")
        } else {
            html.append("<span class=\"label\">")
            html.append(text: edition.t(isPast ? "commitments.became" : "commitments.so-far"))
            html.append("</span> ")
            for (index, event) in commitment.events.enumerated() {
                if index > 0 { html.append("; ") }
                append(event, of: commitment, into: &html)
            }
        }
        html.append("</span>")
    }

    private func append(_ event: CommitmentEvent, of commitment: Commitment, into html: inout HTML) {
        switch event {
        case .status(let status): edition.appendStatus(status, into: &html)
        case .value(let value): html.append(text: edition.t("fact.values") + " " + Typography.binding(value))
        case .report(let outcome): append(outcome, into: &html)
        case .meeting(let mention, _): append(mention, into: &html)
        case .decision(let plan):
            guard let plan = library[plan] else { return }
            if plan.id != commitment.plan {
                edition.link(plan, from: page, into: &html)
                html.append(": ")
            }
            html.append(text: edition.decisionText(of: plan))
        case .supersededBy(let plan):
            guard let plan = library[plan] else { return }
            html.append(text: edition.t("commitments.superseded") + " ")
            edition.link(plan, from: page, into: &html)
        }
    }

    private func append(_ outcome: Outcome, into html: inout HTML) {
        if let status = outcome.status {
            edition.appendStatus(status, into: &html)
            html.append(" ")
        }
        let words = [outcome.outcome, outcome.comment].compactMap(\.self).map(Typography.binding)
        html.append(text: words.joined(separator: ", "))
        guard let report = library[outcome.report] else { return }
        if !words.isEmpty { html.append(", ") }
        edition.link(report, from: page, into: &html)
    }

    private func append(_ mention: AgendaMention, into html: inout HTML) {
        guard let meeting = library[mention.meeting], mention.item < meeting.agenda.count else { return }
        // Of a meeting that has not been held nothing can have been decided.
        let isHeld = edition.asOf.flatMap { day in meeting.date?.isPast(on: day) } ?? false
        let decided = meeting.agenda[mention.item].decision != nil
        if !isHeld, !decided { html.append(text: edition.t("commitments.on-agenda") + " ") }
        edition.link(meeting, from: page, into: &html)
        guard isHeld || decided else { return }
        html.append(": ")
        if let decision = meeting.agenda(in: edition.language)[mention.item].decision {
            html.append(text: Typography.binding(decision))
        } else {
            html.append(text: edition.t("commitments.decision-not-stated"))
        }
    }
}
