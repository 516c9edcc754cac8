import PlanModel

/// Decided plans that don't say who decided, when, and where it is recorded.
///
/// Nothing at all is a warning; a part that is missing is a note, since old sources may not state it.
enum DecisionData: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        library.entities(of: .plan).compactMap { plan in
            guard plan.status == .decided, let position = plan.fields[.status]?.position else { return nil }
            guard let decision = plan.decision else { return .decisionMissing(plan, at: position) }
            var lack: [LocalizedText] = []
            if decision.body == nil { lack.append(LocalizedText(sv: "organ", en: "body")) }
            if decision.date == nil { lack.append(LocalizedText(sv: "datum", en: "date")) }
            if decision.paragraph == nil { lack.append(LocalizedText(sv: "paragraf", en: "paragraph")) }
            if decision.diaryNumber == nil { lack.append(LocalizedText(sv: "diarienummer", en: "diary-number")) }
            guard !lack.isEmpty else { return nil }
            return .decisionIncomplete(lack, at: plan.fields[.decision]?.position ?? position)
        }
    }
}

extension Diagnostic {
    fileprivate static func decisionMissing(_ plan: Entity, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .decisionMissing, at: position,
            LocalizedText(
                sv: "planen är beslutad, men säger inte av vem, när och var det står",
                en: "the plan is decided, but doesn't say by whom, when and where it is recorded"),
            help: LocalizedText(
                sv: "lägg till 'beslut:' med organ, datum, paragraf och diarienummer",
                en: "add 'decision:' with body, date, paragraph and diary-number"))
    }

    fileprivate static func decisionIncomplete(_ lack: [LocalizedText], at position: SourcePosition) -> Diagnostic {
        let swedish = lack.map(\.swedish).joined(separator: ", ")
        let english = lack.map(\.english).joined(separator: ", ")
        return Diagnostic(
            .decisionIncomplete, at: position,
            LocalizedText(sv: "beslutet saknar \(swedish)", en: "the decision lacks \(english)"),
            help: LocalizedText(
                sv: "fyll i det under 'beslut:' om protokollet säger det",
                en: "fill it in under 'decision:' if the minutes say so"))
    }
}
