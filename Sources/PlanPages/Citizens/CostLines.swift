import PlanGraph
import PlanMarkdown
import PlanModel

/// What it costs, in the newest plan of each organisation that states an amount.
struct CostLines {
    let edition: Edition
    let page: PagePlace
    let organisation: Entity?

    struct Line {
        let organisation: Entity
        let plan: Entity
        let figure: KeyFigure
    }

    /// One amount of each organisation; of one organisation alone all that its newest plan comes to.
    func figures(_ scope: AnswerScope) -> [Line] {
        scope.organisations.flatMap { owner -> [Line] in
            let plans = (edition.plansByOrganisation[owner.id] ?? []).compactMap { edition.library[$0] }
            for plan in plans {
                let figures = edition.costsFirst(edition.keyFigures(ofMoneyIn: plan))
                guard !figures.isEmpty else { continue }
                return figures.prefix(scope.organisations.count == 1 ? Self.mostOfOne : 1)
                    .map { Line(organisation: owner, plan: plan, figure: $0) }
            }
            return []
        }
    }

    private static let mostOfOne = 2

    func append(_ lines: [Line], into html: inout HTML) {
        let namesOrganisation = organisation == nil && Set(lines.map(\.organisation.id)).count > 1
        html.append("<ul>")
        for line in lines.prefix(Answers.mostLines) {
            html.append("<li>")
            if namesOrganisation {
                html.append("<span class=\"label\">")
                html.append(text: line.organisation.title(in: edition.language))
                html.append("</span> ")
            }
            html.append("<span class=\"answer-line\"><strong class=\"figure\">")
            html.append(text: line.figure.amount)
            html.append("</strong> ")
            edition.append(line.figure, into: &html)
            if line.figure.change == nil {
                html.append(". <span class=\"comparison\">")
                html.append(text: edition.t("answers.money.no-comparison"))
                html.append("</span>")
            }
            html.append("</span> <a class=\"source-link\" href=\"")
            html.append(attribute: edition.href(line.figure.table.id, from: page))
            html.append("\"")
            html.append(raw: edition.languageAttribute(of: line.figure.table))
            html.append(">")
            html.append(text: edition.title(of: line.figure.table))
            html.append("</a></li>")
        }
        html.append("</ul>")
        if lines.count > Answers.mostLines {
            html.append("<p class=\"answer-source\"><a href=\"#section-organisations\">")
            html.append(text: edition.words("answers.money.more", lines.count - Answers.mostLines))
            html.append("</a></p>")
        }
    }
}

extension Edition {
    /// Key figures in the order that answers what something costs: frames, costs and investments, then changes of frames,
    /// and what comes in last.
    func costsFirst(_ figures: [KeyFigure]) -> [KeyFigure] {
        func rank(_ figure: KeyFigure) -> Int {
            let flows =
                library.flows(of: figure.table)?.rows ?? []
            let isIncome = figure.row < flows.count && flows[figure.row] == .income
            // A table whose only name for its amounts is an income's says so in its heading.
            let heading = figure.column < figure.table.columns.count ? figure.table.columns[figure.column].heading : ""
            if isIncome || MoneyFlow.named(by: heading) == .income { return 2 }
            return figure.table.class == .frameChanges ? 1 : 0
        }
        return figures.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }.map(\.element)
    }
}
