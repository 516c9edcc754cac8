import PlanGraph
import PlanMarkdown
import PlanModel

/// The six answers that a site or an organisation begins with: each a number, what it is compared with, and the way to where
/// it can be counted again.
struct Answers {
    let edition: Edition
    let page: PagePlace
    /// `nil` for the whole site.
    let organisation: Entity?

    /// A link to where a number is counted.
    struct Source {
        let href: String
        let title: String
        /// Of the title; the page's own where it is the page's words.
        var language: Language?
    }

    private var library: Library { edition.library }
    private var t: InterfaceStrings { edition.t }

    /// Where the plans stand with what each holds, and where units stand with how much they answer for.
    private let planList = "#section-plans"

    func render() -> String {
        let scope = AnswerScope(library, organisation: organisation)
        guard !scope.plans.isEmpty else { return "" }
        var html = HTML()
        html.append("<ol class=\"answers\">")
        planned(scope, into: &html)
        cost(scope, into: &html)
        sums(scope, into: &html)
        changed(scope, into: &html)
        responsible(scope, into: &html)
        progress(scope, into: &html)
        undecided(scope, into: &html)
        html.append("</ol>")
        return html.string
    }

    // MARK: The six

    private func planned(_ scope: AnswerScope, into html: inout HTML) {
        let served = scope.aims.filter { !library.sources(of: $0.id, .contributesTo).isEmpty }.count
        answer(
            "planned",
            words("answers.planned.answer", scope.aims.count, ["plans": edition.counted(.plan, scope.plans.count)]),
            figure: edition.count(scope.aims.count),
            comparison: [
                words("answers.planned.served", served),
                words("answers.planned.work", scope.work.count),
            ], sources: [Source(href: planList, title: t("answers.planned.source"))], into: &html)
    }

    private func cost(_ scope: AnswerScope, into html: inout HTML) {
        let money = CostLines(edition: edition, page: page, organisation: organisation)
        let figures = money.figures(scope)
        guard !figures.isEmpty else {
            return answer(
                "money", t("answers.money.none"), figure: nil, comparison: [t("answers.nothing-to-compare")],
                sources: [], into: &html)
        }
        open("answers.money", into: &html)
        money.append(figures, into: &html)
        close(into: &html)
    }

    /// How many of the printed sums hold: beside what it costs, an answer of its own.
    private func sums(_ scope: AnswerScope, into html: inout HTML) {
        let verdicts = scope.tables.compactMap { library.reconciliations[$0.id] }.flatMap(\.verdicts)
        guard !verdicts.isEmpty else { return }
        let differing = verdicts.filter(\.isDifference).count
        let path = organisation == nil ? [SumAnchor.site] : []
        let plans = organisation == nil ? [] : scope.plans.filter { !(edition.tablesByPlan[$0.id] ?? []).isEmpty }
        var sources = path.map {
            Source(href: edition.href(Address(path: $0), from: page), title: t("sums.see-all"))
        }
        // An organisation's sums stand plan by plan.
        sources += plans.filter { plan in
            (edition.tablesByPlan[plan.id] ?? []).contains {
                library.reconciliations[$0.id].map { !$0.verdicts.isEmpty } ?? false
            }
        }.prefix(Self.mostLines).map {
            Source(
                href: edition.href(Address(path: SumAnchor.path(of: $0.id)), from: page),
                title: $0.title(in: edition.language), language: edition.languageOfTitle($0))
        }
        answer(
            "sums", words("answers.sums.answer", verdicts.count), figure: edition.count(verdicts.count),
            comparison: [differing == 0 ? t("answers.sums.none") : words("answers.sums.differing", differing)],
            sources: sources, into: &html)
    }

    private func changed(_ scope: AnswerScope, into html: inout HTML) {
        let component = ChangeLines(edition: edition, page: page)
        let lines = component.lines(scope)
        guard !lines.isEmpty else {
            return answer(
                "changed", t("answers.changed.none"), figure: nil, comparison: [t("answers.nothing-to-compare")],
                sources: [], into: &html)
        }
        open("answers.changed", into: &html)
        html.append("<ul>")
        for line in lines.prefix(Self.mostLines) {
            html.append("<li>")
            html.append(raw: line)
            html.append("</li>")
        }
        html.append("</ul>")
        close(into: &html)
    }

    private func responsible(_ scope: AnswerScope, into html: inout HTML) {
        let all = scope.aims + scope.work
        let owned = all.filter { entity in
            entity.responsible() != nil || !library.targets(of: entity.id, .responsible).isEmpty
        }.count
        answer(
            "who",
            words("answers.who.answer", scope.answering.count, ["units": edition.counted(.unit, scope.units.count)]),
            figure: edition.count(scope.answering.count),
            comparison: [words("answers.who.owned", owned, ["all": edition.count(all.count)])],
            sources: organisation != nil && scope.units.isEmpty
                ? []
                : [
                    Source(
                        href: organisation == nil ? "#section-organisations" : "#section-units",
                        title: t("answers.who.source"))
                ], into: &html)
    }

    private func progress(_ scope: AnswerScope, into html: inout HTML) {
        let all = scope.aims + scope.work
        let statuses = all.compactMap { library.status(of: $0) }
        let late = statuses.filter { $0 == .atRisk || $0 == .delayed }.count
        let targets = scope.indicators.filter { !$0.values(.target).isEmpty }.count
        let measured = scope.indicators.filter { edition.latestValue(of: $0) != nil }.count
        var comparison: [String] = []
        if !statuses.isEmpty { comparison.append(words("answers.how.late", late)) }
        if !scope.indicators.isEmpty {
            comparison.append(
                words(
                    "answers.how.indicators", scope.indicators.count,
                    ["targets": edition.count(targets), "measured": edition.count(measured)]))
        }
        answer(
            "how", words("answers.how.answer", statuses.count, ["all": edition.count(all.count)]),
            figure: edition.count(statuses.count), comparison: comparison,
            sources: [Source(href: planList, title: t("answers.how.source"))], into: &html)
    }

    private func undecided(_ scope: AnswerScope, into html: inout HTML) {
        let open = scope.plans.filter { $0.status == .draft || $0.status == .proposed }
        var comparison: [String] = []
        let gone = open.filter { plan in
            guard let asOf = edition.asOf, let end = plan.period?.lastDate else { return false }
            return end.isPast(on: asOf)
        }
        if !gone.isEmpty { comparison.append(words("answers.decide.gone", gone.count)) }
        var sources = [Source(href: planList, title: t("answers.decide.source"))]
        if let asOf = edition.asOf {
            let coming = edition.sortedByDate(scope.meetings.filter { $0.date.map { $0 >= asOf } ?? false })
            comparison.append(
                words("answers.decide.meetings", coming.count, ["date": edition.text(of: asOf)]))
            sources += coming.prefix(1).map {
                Source(
                    href: edition.href($0.id, from: page), title: $0.title(in: edition.language),
                    language: edition.languageOfTitle($0))
            }
        } else {
            comparison.append(t("answers.decide.no-day"))
        }
        answer(
            "decide",
            words("answers.decide.answer", open.count, ["plans": edition.counted(.plan, scope.plans.count)]),
            figure: edition.count(open.count), comparison: comparison, sources: sources, into: &html)
    }

    static let mostLines = 5

    // MARK: Drawing

    private func words(_ key: String, _ count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
        edition.words(key, count, values)
    }

    private func open(_ key: String, into html: inout HTML) {
        html.append("<li><h3>")
        html.append(text: t(key + ".question"))
        html.append("</h3><div class=\"answer\">")
    }

    private func close(into html: inout HTML) { html.append("</div></li>") }

    private func answer(
        _ key: String, _ text: String, figure: String?, comparison: [String], sources: [Source], into html: inout HTML
    ) {
        open("answers." + key, into: &html)
        html.append("<p>")
        edition.append(text, figure: figure, into: &html)
        html.append("</p>")
        if !comparison.isEmpty {
            html.append("<p class=\"comparison\">")
            html.append(text: Typography.binding(comparison.joined(separator: " ")))
            html.append("</p>")
        }
        if !sources.isEmpty {
            html.append("<p class=\"answer-source\">")
            for source in sources {
                html.append("<a href=\"")
                html.append(attribute: source.href)
                html.append("\"")
                html.append(raw: source.language.map(edition.languageAttribute) ?? "")
                html.append(">")
                html.append(text: source.title)
                html.append("</a>")
            }
            html.append("</p>")
        }
        close(into: &html)
    }
}

/// What the answers speak of: all of the site, or what is one organisation's.
struct AnswerScope {
    let organisations: [Entity]
    let plans: [Entity]
    /// Goals, programmes and priorities.
    let aims: [Entity]
    /// Assignments and activities.
    let work: [Entity]
    let indicators: [Entity]
    let meetings: [Entity]
    let units: [Entity]
    /// The units that something is the responsibility of.
    let answering: [Entity]
    let tables: [PlanTable]

    init(_ library: Library, organisation: Entity?) {
        func all(_ kinds: EntityKind...) -> [Entity] {
            kinds.flatMap { kind in
                organisation.map { library.entities(of: kind, in: $0.id) } ?? library.entities(of: kind)
            }
        }
        organisations = organisation.map { [$0] } ?? library.entities(of: .organisation)
        plans = all(.plan)
        aims = all(.goal, .programme, .priority)
        work = all(.assignment, .activity)
        indicators = all(.indicator)
        meetings = all(.meeting)
        units = all(.unit)
        answering = units.filter { unit in library.incoming(unit.id).contains { $0.kind == .responsible } }
        tables = (organisation.map { library.tables(of: $0.id) } ?? library.tables).filter(\.class.isMoney)
    }
}

extension Edition {
    /// Words for a number, with `{count}` and other values put in.
    func words(_ key: String, _ count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
        t.counted(key, count, values)
    }

    /// A sentence with its first number set large.
    func append(_ text: String, figure: String?, into html: inout HTML) {
        guard let figure, let range = text.firstRange(of: figure) else { return html.append(text: text) }
        html.append(text: String(text[..<range.lowerBound]))
        html.append("<strong class=\"figure\">")
        html.append(text: figure)
        html.append("</strong>")
        html.append(text: Typography.binding(String(text[range.upperBound...])))
    }

    /// What an indicator was last found to be: by the newest report, else by its own latest value.
    func latestValue(of indicator: Entity) -> (text: String, period: Period?)? {
        if let outcome = library.outcomes[indicator.id]?.last(where: { $0.outcome != nil }), let text = outcome.outcome
        {
            return (text, outcome.period)
        }
        return (indicator.values(.values).last ?? indicator.values(.baseline).last).map { ($0.text, $0.period) }
    }
}
