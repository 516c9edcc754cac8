import PlanGraph
import PlanMarkdown
import PlanModel

/// What changed, for each organisation: its newest plan beside the one that it replaces, else its money beside that of the
/// year before, else the day on which something was last updated.
struct ChangeLines {
    let edition: Edition
    let page: PagePlace

    private var library: Library { edition.library }

    /// A line for each organisation that has something to tell.
    func lines(_ scope: AnswerScope) -> [String] {
        scope.organisations.compactMap { owner in
            let plans = (edition.plansByOrganisation[owner.id] ?? []).compactMap { library[$0] }
            guard let line = replaced(plans) ?? money(plans) ?? frameChanges(plans) ?? updated(plans) else {
                return nil
            }
            guard scope.organisations.count > 1 else { return line }
            var html = HTML()
            html.append("<span class=\"label\">")
            html.append(text: owner.title(in: edition.language))
            html.append("</span> ")
            html.append(raw: line)
            return html.string
        }
    }

    /// The newest plan that replaces another of the site: how many aims it has, and how many more or fewer than that.
    private func replaced(_ plans: [Entity]) -> String? {
        guard let plan = plans.first(where: { !library.targets(of: $0.id, .supersedes).isEmpty }),
            let old = library.targets(of: plan.id, .supersedes).first
        else { return nil }
        let (now, before) = (aims(in: plan), aims(in: old))
        let key = now == before ? "same" : now > before ? "more" : "fewer"
        return line(
            edition.words(
                "answers.changed.replaced-" + key, now,
                [
                    "difference": edition.count(abs(now - before)), "new": plan.title(in: edition.language),
                    "old": old.title(in: edition.language),
                ]),
            figure: edition.count(now), links: [plan, old])
    }

    private func aims(in plan: Entity) -> Int {
        library.entities(inPlan: plan.id).filter { $0.kind == .goal || $0.kind == .programme || $0.kind == .priority }
            .count
    }

    /// How many rows of the newest table with two years change from the one to the other.
    private func money(_ plans: [Entity]) -> String? {
        for plan in plans {
            for original in edition.tablesByPlan[plan.id] ?? [] where original.class.isMoney {
                let table = edition.shown(original)
                guard let roles = library.reconciliations[original.id]?.rows,
                    let column = edition.speakingColumn(of: table),
                    let pair = table.columnPairs.first(where: { $0.to == column })
                else { continue }
                let rows = table.changes(between: pair).filter { $0.row < roles.count && roles[$0.row] == .plain }
                guard !rows.isEmpty else { continue }
                let changed = rows.filter { $0.difference.mantissa != 0 }.count
                return line(
                    edition.words(
                        "answers.changed.rows", changed,
                        [
                            "all": edition.count(rows.count),
                            "from": edition.when(pair.from, besides: pair.to, in: table),
                            "to": edition.when(pair.to, besides: nil, in: table),
                        ]),
                    figure: edition.count(changed), links: library[original.id].map { [$0] } ?? [])
            }
        }
        return nil
    }

    /// How many rows of the newest table of changes change the frame, and what they make together.
    private func frameChanges(_ plans: [Entity]) -> String? {
        for plan in plans {
            for figure in edition.keyFigures(ofMoneyIn: plan) where figure.table.class == .frameChanges {
                let table = figure.table
                let roles = library.reconciliations[table.id]?.rows ?? []
                let count = roles.indices.filter { row in
                    guard roles[row] == .plain, figure.column < table.rows[row].cells.count else { return false }
                    return (table.rows[row].cells[figure.column].reading?.amount?.value.mantissa ?? 0) != 0
                }.count
                // Without a printed total nothing says what they make.
                guard count > 0, roles[figure.row].addsUp || count == 1 else { continue }
                let unit = figure.unit.map { "\u{A0}" + $0.rawValue } ?? ""
                return line(
                    edition.words(
                        "answers.changed.frame-changes", count,
                        [
                            "when": edition.when(figure.column, besides: nil, in: table),
                            "total": figure.amount + unit,
                        ]),
                    figure: edition.count(count), links: library[table.id].map { [$0] } ?? [])
            }
        }
        return nil
    }

    /// The day on which a plan was last looked over.
    private func updated(_ plans: [Entity]) -> String? {
        guard let newest = plans.compactMap(\.updated).max() else { return nil }
        let changed = plans.filter { $0.updated == newest }
        return line(
            edition.words(
                "answers.changed.updated", changed.count,
                ["all": edition.count(plans.count), "date": edition.text(of: newest)]),
            figure: edition.count(changed.count), links: Array(changed.prefix(2)))
    }

    private func line(_ text: String, figure: String, links: [Entity]) -> String {
        var html = HTML()
        html.append("<span class=\"answer-line\">")
        edition.append(text, figure: figure, into: &html)
        html.append("</span>")
        for link in links {
            html.append(" <a class=\"source-link\" href=\"")
            html.append(attribute: edition.href(link.id, from: page))
            html.append("\"")
            edition.appendContentLanguage(of: link, into: &html)
            html.append(">")
            html.append(text: link.title(in: edition.language))
            html.append("</a>")
        }
        return html.string
    }
}
