import PlanModel

/// Indicators that can't show anything: no target to reach, or no value from anywhere.
enum IndicatorsWithoutValue: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        let live = Set(library.livePlans.map(\.id))
        return library.entities(of: .indicator).compactMap { indicator in
            guard indicator.plan.map(live.contains) ?? true else { return nil }
            let hasTarget = !indicator.values(.target).isEmpty || indicator.direction != nil
            let hasValue =
                !indicator.values(.values).isEmpty || !indicator.values(.baseline).isEmpty
                || indicator.text(.reported) != nil
                || (library.outcomes[indicator.id] ?? []).contains { $0.outcome != nil }
            guard !hasTarget || !hasValue else { return nil }
            return .indicatorWithoutValue(indicator, hasTarget: hasTarget, hasValue: hasValue)
        }
    }
}

extension Diagnostic {
    fileprivate static func indicatorWithoutValue(_ indicator: Entity, hasTarget: Bool, hasValue: Bool) -> Diagnostic {
        let lack =
            if hasTarget {
                LocalizedText(sv: "inget värde, så ingen ser hur det går", en: "no value, so nobody sees how it goes")
            } else if hasValue {
                LocalizedText(
                    sv: "varken målvärde eller riktning, så ingen ser vad som är bra",
                    en: "neither target nor direction, so nobody sees what is good")
            } else {
                LocalizedText(sv: "varken målvärde eller värde", en: "neither target nor value")
            }
        return Diagnostic(
            .indicatorWithoutValue, at: indicator.position,
            LocalizedText(
                sv: "indikatorn '\(indicator.title)' har \(lack.swedish)",
                en: "the indicator '\(indicator.title)' has \(lack.english)"),
            help: LocalizedText(
                sv: "fyll i Målvärde, och Nuläge eller Utfall", en: "fill in Target, and Baseline or Outcome"))
    }
}
