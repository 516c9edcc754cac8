import PlanGraph
import PlanMarkdown
import PlanModel

/// How a page is referred to: whose it is, what it is called, where it stands, which version it is, how it was decided and
/// where it is found. What the content does not state is said to be not stated.
struct Citation {
    let edition: Edition
    let page: PagePlace

    /// The line as plain text.
    func text(of entity: Entity) -> String {
        var parts = [name(of: entity)]
        let plan = entity.kind == .plan ? entity : entity.plan.flatMap { edition.library[$0] }
        if let plan, plan.id != entity.id {
            parts.append(titleWithPeriod(plan))
            if let table = table(of: entity) { parts.append(edition.t("cite.table", ["table": table])) }
        }
        var sentences = [parts.joined(separator: ". ")]
        let updated = entity.updated ?? plan?.updated
        sentences.append(
            edition.t("cite.version", ["date": updated.map { edition.text(of: $0) } ?? edition.t("not-stated")]))
        if let plan { sentences.append(edition.decisions.words(of: plan.id) { decision(of: plan) }) }
        if let base = edition.configuration.baseURL { sentences.append(base + page.path) }
        return sentences.joined(separator: ". ")
    }

    private func name(of entity: Entity) -> String {
        let title = entity.kind == .plan ? titleWithPeriod(entity) : entity.title(in: edition.language)
        let named = [entity.code, title].compactMap(\.self).joined(separator: " ")
        guard let organisation = entity.organisation.flatMap({ edition.library[$0] }), organisation.id != entity.id
        else { return named }
        return organisation.title(in: edition.language) + ": " + named
    }

    /// A plan's title, with its period where the title does not say it.
    private func titleWithPeriod(_ plan: Entity) -> String {
        let title = plan.title(in: edition.language)
        guard let period = plan.period.map({ edition.text(of: $0) }), !title.holds(period) else { return title }
        return title + " (" + period + ")"
    }

    /// The table whose row the entity is.
    private func table(of entity: Entity) -> String? {
        guard let place = entity.row, let table = edition.library.table(place.table) else { return nil }
        return edition.title(of: table)
    }

    /// Body, date, paragraph and diary number as far as they are stated; "decided" only where somebody did on a day.
    private func decision(of plan: Entity) -> String {
        let (t, decision) = (edition.t, plan.decision)
        let body = decision?.body.map { edition.bodyName($0.value, of: plan) }
        let date = decision?.date.map { edition.text(of: $0.value) }
        let missing = t("not-stated")
        var parts: [String] = []
        switch edition.library.standing(of: plan, on: edition.asOf) {
        case .draft: return t("cite.status", ["status": t("status.draft").lowercasedFirst])
        case .proposed: return t("cite.status", ["status": t("status.proposed").lowercasedFirst])
        case .decided: parts.append(t("cite.decided", ["body": body ?? missing, "date": date ?? missing]))
        case .calledDecided, .unknown:
            parts.append(t("cite.undecided", ["body": body ?? missing, "date": date ?? missing]))
        }
        if let paragraph = edition.paragraphText(decision?.paragraph?.value) { parts.append(paragraph) }
        if let number = decision?.diaryNumber?.value {
            parts.append(t("cite.diary-number", ["number": number]))
        }
        return parts.joined(separator: ", ")
    }
}
