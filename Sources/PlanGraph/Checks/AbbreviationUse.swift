import PlanModel

/// Abbreviations that nobody explains: not in the text, nor in a glossary, nor as the short name of a unit.
///
/// A plan is read as a whole: what one of its files spells out counts for all of it. Told once for an organisation, at
/// the first use.
enum AbbreviationUse: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        guard library.texts.values.contains(where: { !$0.words.abbreviations.isEmpty }) else { return [] }
        var known: [EntityID?: Set<String>] = [:]
        for entity in library.entities {
            let organisation = entity.kind == .organisation ? entity.id : entity.organisation
            switch entity.kind {
            case .term: known[organisation, default: []].formUnion(capitals(in: entity.title))
            case .organisation, .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment,
                .activity, .indicator, .report, .meeting, .page, .table, .control, .risk:
                known[organisation, default: []].insert(entity.id.local.uppercased())
                if let short = entity.shortName { known[organisation, default: []].insert(short.uppercased()) }
            }
        }
        var byPlan: [EntityID: Set<String>] = [:]
        for text in library.texts.values {
            guard let owner = text.owner.flatMap({ library[$0] }) else {
                known[nil, default: []].formUnion(text.words.explained)
                continue
            }
            // What an organisation's own page explains counts for all that it publishes.
            if owner.kind == .organisation { known[owner.id, default: []].formUnion(text.words.explained) }
            if let plan = owner.ownPlan { byPlan[plan, default: []].formUnion(text.words.explained) }
        }
        var told: Set<String> = []
        var found: [Diagnostic] = []
        for (_, text) in library.texts.sorted(by: { $0.key < $1.key }) where !text.words.abbreviations.isEmpty {
            let owner = text.owner.flatMap { library[$0] }
            // Not published: told when it is.
            if text.owner != nil, owner == nil { continue }
            let organisation = owner?.kind == .organisation ? owner?.id : owner?.organisation
            let explained = (known[organisation] ?? []).union(known[nil] ?? [])
                .union(owner?.ownPlan.flatMap { byPlan[$0] } ?? [])
            for word in text.words.abbreviations where !explained.contains(word.value) {
                guard told.insert((organisation?.text ?? "") + "/" + word.value).inserted else { continue }
                found.append(.unexplainedAbbreviation(word))
            }
        }
        return found
    }

    /// The words in capitals of a term: `RUS`, also in `Regional utvecklingsstrategi (RUS)`.
    private static func capitals(in title: String) -> [String] {
        title.split { !$0.isLetter }.map(String.init).filter { $0.count >= 3 && $0 == $0.uppercased() }
    }
}

extension Diagnostic {
    fileprivate static func unexplainedAbbreviation(_ word: Located<String>) -> Diagnostic {
        Diagnostic(
            .unexplainedAbbreviation, at: word.position,
            LocalizedText(
                sv: "förkortningen \(word.value) förklaras ingenstans",
                en: "the abbreviation \(word.value) is explained nowhere"
            ),
            help: LocalizedText(
                sv: "skriv ut den första gången: hela namnet (\(word.value)), eller ta upp den i en ordlista",
                en: "spell it out the first time: the whole name (\(word.value)), or put it in a glossary"))
    }
}
