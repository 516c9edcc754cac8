import PlanModel

/// What every sheet says of the plan that it belongs to; what the content does not state is said to be not stated.
struct PlanFacts {
    let title: String
    let language: Language
    let strings: InterfaceStrings
    private let plan: Entity

    init(_ plan: Entity, language: Language, strings: InterfaceStrings) {
        self.plan = plan
        self.language = language
        self.strings = strings
        title = plan.title(in: language)
    }

    var period: String { stated(plan.period?.text) }
    var status: String { stated(plan.status.map { strings("status." + $0.rawValue) }) }
    var source: String { stated(plan.text(.source, in: language)) }
    var body: String { stated(plan.decision?.body?.value) }
    var date: String { stated(plan.decision?.date?.value.text) }
    var paragraph: String { stated(paragraphText) }
    var diaryNumber: String { stated(plan.decision?.diaryNumber?.value) }

    /// The decision on one line: what is stated of it.
    var decision: String {
        switch plan.status {
        case .draft, .proposed:
            return strings("table.undecided", ["status": status])
        case .decided, .superseded, .closed, .notStarted, .onTrack, .atRisk, .delayed, .done, .cancelled, nil: break
        }
        let number = plan.decision?.diaryNumber.map { strings("fact.diary-number") + " " + $0.value }
        let parts = [plan.decision?.body?.value, plan.decision?.date?.value.text, paragraphText, number]
        return stated(parts.compactMap { $0 }.joined(separator: ", "))
    }

    /// What stands at the foot of printed pages.
    var footer: String { title + " · " + strings("fact.diary-number") + " " + diaryNumber }

    func name(of unit: MoneyUnit?) -> String { stated(unit.map { strings("unit." + $0.rawValue) }) }

    private var paragraphText: String? {
        guard let text = plan.decision?.paragraph?.value, !text.isEmpty else { return nil }
        return text.hasPrefix("§") ? text : "§ " + text
    }

    private func stated(_ text: String?) -> String {
        guard let text, !text.trimmed().isEmpty else { return strings("not-stated") }
        return text
    }
}
