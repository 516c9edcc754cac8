import PlanModel

/// Indicators that can't show anything: no target to reach, or no value from anywhere.
enum IndicatorsWithoutValue: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        let live = Set(library.livePlans.map(\.id))
        var byLack: [Lack: [Entity]] = [:]
        for indicator in library.entities(of: .indicator) where indicator.plan.map(live.contains) ?? true {
            let hasTarget = !indicator.values(.target).isEmpty || indicator.direction != nil
            let hasValue =
                !indicator.values(.values).isEmpty || !indicator.values(.baseline).isEmpty
                || indicator.text(.reported) != nil
                || (library.outcomes[indicator.id] ?? []).contains { $0.outcome != nil }
            switch (hasTarget, hasValue) {
            case (true, true): continue
            case (true, false): byLack[.value, default: []].append(indicator)
            case (false, true): byLack[.target, default: []].append(indicator)
            case (false, false): byLack[.both, default: []].append(indicator)
            }
        }
        return Lack.allCases.flatMap { lack in
            let whole = WholeTables(byLack[lack] ?? [], in: library)
            return whole.tables.map { Diagnostic.indicatorsWithoutValue($0.rows.count, lack, in: $0.table) }
                + whole.single.map { Diagnostic.indicatorWithoutValue($0, lack) }
        }
    }

    /// What an indicator may lack.
    fileprivate enum Lack: CaseIterable {
        case value, target, both

        var words: LocalizedText {
            switch self {
            case .value:
                LocalizedText(sv: "inget värde, så ingen ser hur det går", en: "no value, so nobody sees how it goes")
            case .target:
                LocalizedText(
                    sv: "varken målvärde eller riktning, så ingen ser vad som är bra",
                    en: "neither target nor direction, so nobody sees what is good")
            case .both: LocalizedText(sv: "varken målvärde eller värde", en: "neither target nor value")
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func indicatorsWithoutValue(
        _ count: Int, _ lack: IndicatorsWithoutValue.Lack, in table: PlanTable
    ) -> Diagnostic {
        Diagnostic(
            .indicatorWithoutValue, at: table.position,
            LocalizedText(
                sv: "tabellens \(count) indikatorer har \(lack.words.swedish)",
                en: "the table's \(count) indicators have \(lack.words.english)"),
            help: wayOut)
    }

    fileprivate static func indicatorWithoutValue(
        _ indicator: Entity, _ lack: IndicatorsWithoutValue.Lack
    ) -> Diagnostic {
        Diagnostic(
            .indicatorWithoutValue, at: indicator.position,
            LocalizedText(
                sv: "indikatorn '\(indicator.title)' har \(lack.words.swedish)",
                en: "the indicator '\(indicator.title)' has \(lack.words.english)"),
            help: wayOut)
    }

    private static let wayOut = LocalizedText(
        sv: "fyll i Målvärde, och Nuläge eller Utfall", en: "fill in Target, and Baseline or Outcome")
}
