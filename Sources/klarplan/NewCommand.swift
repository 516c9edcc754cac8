import ArgumentParser
import DefaultTheme
import Foundation
import PlanBuild
import PlanModel

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Makes a file to fill in (gör en fil att fylla i).",
        discussion: """
            In a terminal, what is missing is asked for; elsewhere, type and id must be given.

            klarplan new
            klarplan new plan region-exempel/vp-2026 --title "Verksamhetsplan 2026"
            klarplan new mål A1.2 --plan vp-2026 --title "Hållbar tillväxt"
            """)

    @Argument(
        help: "The type: organisation, enhet/unit, plan, mål/goal, uppdrag/assignment … (typen)",
        completion: .list(EntityKind.allCases.filter(\.hasFiles).flatMap(\.names)))
    var type: String?

    @Argument(help: "The id, in full unless --plan or --organisation says where: region-exempel/vp-2026/A1.2 (id:t)")
    var id: String?

    @Option(name: .customLong("id"), help: "The id, if not given as an argument (id:t).")
    var idOption: String?

    @Option(help: "The title (titeln).")
    var title: String?

    @Option(help: "The plan that it belongs to (planen det hör till).")
    var plan: String?

    @Option(help: "The unit whose folder a plan is to lie in (enheten vars mapp planen läggs i).")
    var unit: String?

    @Option(help: "The organisation that it belongs to (organisationen det hör till).")
    var organisation: String?

    @Option(help: "The day of a meeting, YYYY-MM-DD (mötets dag).")
    var date: String?

    @Option(help: "The period of a plan or a report, such as 2026 or 2026-T1 (perioden).")
    var period: String?

    @Option(help: "Who is responsible (vem som ansvarar).")
    var owner: String?

    @Option(help: "The project folder (projektmappen).")
    var project = "."

    @Option(help: "The language of messages: sv or en (meddelandenas språk).")
    var language: Language?

    func run() throws {
        let language = Console.language(language)
        let outline = try ProjectOutline(project: project, defaults: DefaultTheme.folder.path)
        let questions = NewQuestions(language, outline, canAsk: Terminal.isTerminal(.input))
        let kind = try questions.kind(type)
        let place = try questions.place(of: kind, given: given(for: kind), id: id ?? idOption)
        let isKnown = (id ?? idOption).map { outline.entity(NewQuestions.full($0, within: place)) != nil } ?? false
        let title = try isKnown ? self.title : questions.title(self.title, of: kind)
        let local = try questions.id(id ?? idOption, of: kind, title: title, within: place)
        var values: [Field: String] = [:]
        values[.date] = try kind == .meeting ? questions.date(date) : date
        values[.period] = period
        values[kind == .meeting ? .body : .owner] = owner
        // Who has said all that is needed is asked nothing more.
        if type == nil || (id ?? idOption) == nil || (self.title == nil && !isKnown) {
            try askMore(questions, kind, plan: place, &values)
        }
        for (field, option) in [(Field.date, "--date"), (.period, "--period"), (.owner, "--owner"), (.body, "--owner")]
        where values[field] != nil && Schema.type(of: field, for: kind) == nil {
            throw CallError(
                sv: "\(option) hör inte till typen \(kind.names.first ?? "")",
                en: "\(option) doesn't belong to the type \(kind.rawValue)")
        }
        let scaffold = Scaffold(defaults: DefaultTheme.folder.path)
        let home = try unitPlace(of: kind, in: outline)
        switch try scaffold.make(
            kind, id: NewQuestions.full(local, within: place), title: title, unit: home, values: values, in: project)
        {
        case .made(let path):
            Console.say(path)
            Console.complain(
                LocalizedText(
                    sv: "Fyll i filen: rader som börjar med # räknas när tecknet tas bort. Kör sedan klarplan check.",
                    en:
                        "Fill in the file: lines that begin with # count once the mark is gone. Then run klarplan check."
                )[
                    language])
        case .refused(let why): throw CallError(why)
        }
    }

    /// Asks in a terminal for what may be left open but mostly is wanted.
    private func askMore(
        _ questions: NewQuestions, _ kind: EntityKind, plan: String?, _ values: inout [Field: String]
    ) throws {
        if kind == .plan || kind == .report, values[.period] == nil { values[.period] = try questions.period(of: kind) }
        guard [.plan, .goal, .assignment, .activity].contains(kind) else { return }
        if kind == .assignment || kind == .activity, let plan { values[.goals] = try questions.goals(inPlan: plan) }
        if values[.owner] == nil { values[.owner] = try questions.owner() }
    }

    /// What the options say that it belongs to.
    private func given(for kind: EntityKind) -> String? {
        switch kind {
        case .organisation: nil
        case .unit, .plan, .meeting, .page: organisation
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .table, .control, .risk, .term:
            plan
        }
    }

    /// The unit that a plan is to lie in, in full.
    private func unitPlace(of kind: EntityKind, in outline: ProjectOutline) throws -> String? {
        guard let unit else { return nil }
        guard kind == .plan || kind == .unit else {
            throw CallError(sv: "--unit är till för planer och enheter", en: "--unit is for plans and units")
        }
        guard let found = outline.named(unit, .unit) else {
            throw CallError(sv: "enheten '\(unit)' finns inte", en: "the unit '\(unit)' doesn't exist")
        }
        return found.id.text
    }
}
