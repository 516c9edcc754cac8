import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// The plan as one document in reading order.
    func planPage(_ plan: Entity) -> SiteFile {
        let page = place(of: plan)
        var values = commonValues(plan, page: page, skipsProse: true)
        values["provenance"] = .text(Provenance(edition: self, page: page).render(plan))
        values["facts"] = .text(planFacts(plan, page: page))
        values["keyFigures"] = .text(keyFigures(plan))
        values["threeMinutes"] = .text(ThreeMinutes(plan, edition: self, page: page).render())
        values["sumsLine"] = .text(sumsLine(of: plan, page: page))
        addProse(of: plan, as: "document", page: page, to: &values)
        values["toc"] = .text(contents(of: plan))
        values["thread"] = .text(ThreadMapComponent(edition: self, page: page, plan: plan).render())
        values["matrix"] = .text(MatrixComponent(edition: self, page: page).render(plan))
        values["relatedPlans"] = .text(RelatedPlans(plan: plan, edition: self, page: page).render())
        if hasPDF {
            values["files"] = .text(
                fileLinks([("PDF", prefix + DataPaths.pdf(of: plan), "plan.pdf")], page: page))
        }
        values["otherEntities"] = .text(otherEntities(plan, page: page))
        values["milestones"] = .text(commitments(of: plan, page: page))
        return file(
            .plan, values: values, title: plan.title(in: language), description: description(of: plan),
            address: library.address(of: plan.id), crumbs: crumbs(to: plan, page: page), printLine: printLine(of: plan))
    }

    private func planFacts(_ plan: Entity, page: PagePlace) -> String {
        var facts = Facts(edition: self, page: page)
        facts.add("fact.period", plan.period.map { text(of: $0) }, isExpected: true)
        facts.addResponsible(plan, isExpected: true)
        // How far the plan has come stands in the strip above, but for what comes after a decision.
        switch library.status(of: plan) {
        case .superseded, .closed: facts.add("fact.status", status: plan.status, isExpected: false)
        case .notStarted, .onTrack, .atRisk, .delayed, .done, .cancelled, .draft, .proposed, .decided, nil: break
        }
        facts.add("fact.based-on", entities: library.targets(of: plan.id, .basedOn))
        facts.add("fact.supersedes", entities: library.targets(of: plan.id, .supersedes))
        facts.add("fact.meetings", entities: sortedByDate(library.sources(of: plan.id, .decides)))
        return facts.text
    }

    /// Sentences with a number each: what the plan holds, and the totals of its money tables.
    private func keyFigures(_ plan: Entity) -> String {
        var html = HTML()
        for figure in keyFigures(ofMoneyIn: plan).prefix(Self.mostKeyFigures) {
            html.append("<li><strong class=\"figure\">")
            html.append(text: figure.amount)
            html.append("</strong> ")
            append(figure, into: &html)
            html.append(" <a class=\"source-link\" href=\"#")
            html.append(attribute: library.anchor(of: figure.table.id).fragment ?? "")
            html.append("\"")
            html.append(raw: languageAttribute(of: figure.table))
            html.append(">")
            html.append(text: title(of: figure.table))
            html.append("</a></li>")
        }
        let entities = library.entities(inPlan: plan.id)
        let counts = [EntityKind.goal, .programme, .priority, .assignment, .activity, .indicator, .control, .risk]
            .compactMap { kind -> String? in
                let number = entities.filter { $0.kind == kind }.count
                return number > 0 ? counted(kind, number) : nil
            }
        if let first = counts.first {
            // The first number of the sentence stands large.
            let parts = first.split(separator: " ", maxSplits: 1).map(String.init)
            html.append("<li><strong class=\"figure\">")
            html.append(text: parts[0])
            html.append("</strong> ")
            html.append(text: (parts.dropFirst() + counts.dropFirst()).joined(separator: ", "))
            html.append("</li>")
        }
        return html.isEmpty ? "" : "<ul class=\"key-figures\">" + html.string + "</ul>"
    }

    /// How many of the plan's sums were computed anew and how many hold, with the way to all of them.
    private func sumsLine(of plan: Entity, page: PagePlace) -> String {
        let tables = tablesByPlan[plan.id] ?? []
        let counts = SumList(edition: self, page: page).counts(of: tables)
        guard !counts.isEmpty else { return "" }
        var html = HTML()
        html.append(raw: counts)
        html.append("<p class=\"table-more\"><a href=\"")
        html.append(attribute: href(Address(path: SumAnchor.path(of: plan.id)), from: page))
        html.append("\">")
        html.append(text: t("sums.see-all"))
        html.append("</a></p>")
        return html.string
    }

    private static let mostKeyFigures = 5

    /// The headings of the plan's text, the thread tying the chapters.
    private func contents(of entity: Entity) -> String {
        guard let (file, textLanguage) = textFile(of: entity), let document = documents[file] else { return "" }
        let anchors = document.anchors
        let title = titleHeadings[file]
        let headings = document.headings.filter { $0.node != title && $0.level <= 3 }
        guard headings.count > 1 else { return "" }
        var html = HTML()
        html.append("<nav class=\"toc\" aria-labelledby=\"toc\"><h2 id=\"toc\">")
        html.append(text: t("toc.title"))
        html.append("</h2>")
        var open: [Int] = []
        for heading in headings {
            while let last = open.last, last > heading.level {
                html.append("</li></ol>")
                open.removeLast()
            }
            if let last = open.last, last == heading.level {
                html.append("</li>")
            } else {
                html.append("<ol")
                if open.isEmpty, textLanguage != language { html.append(raw: " lang=\"\(textLanguage.rawValue)\"") }
                html.append(">")
                open.append(heading.level)
            }
            html.append("<li><a href=\"#")
            html.append(attribute: anchors[heading.node] ?? "")
            html.append("\">")
            html.append(text: heading.text)
            html.append("</a>")
        }
        for _ in open { html.append("</li></ol>") }
        html.append("</nav>")
        return html.string
    }

    /// What the plan holds in files of its own and no table of its text shows.
    private func otherEntities(_ plan: Entity, page: PagePlace) -> String {
        let others = library.entities(inPlan: plan.id).filter { entity in
            entity.row == nil && entity.kind != .table && entity.kind != .perspective && entity.kind != .focusArea
        }
        guard !others.isEmpty else { return "" }
        var html = HTML()
        for kind in EntityKind.allCases {
            let group = others.filter { $0.kind == kind }
            guard !group.isEmpty else { continue }
            html.append("<h3>")
            html.append(text: kindsName(kind))
            html.append("</h3>")
            html.append(raw: list(group, from: page))
        }
        return html.string
    }
}
