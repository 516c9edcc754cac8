package import PlanModel

/// What the glossaries of a site say that words mean, for texts in one language of one organisation.
///
/// Words of the organisation's own glossaries go before those of the site and those before other organisations'. A word that
/// other organisations explain in different ways is none here.
package struct Glossary: Sendable {
    package struct Word: Sendable {
        package let title: String
        /// The terms that explain it: several where the same organisation gives it several meanings.
        package let terms: [EntityID]
        package let explanations: [String]
        /// What stands in brackets after an abbreviation; `nil` for other words and where meanings differ.
        package let expansion: String?
        /// Whether there is more to read of it than the expansion.
        package let hasNote: Bool
        /// Whether it counts only as it is written, with `:s` or a compound after it.
        package let isAbbreviation: Bool

        package var isAmbiguous: Bool { terms.count > 1 }
    }

    private var words: [String: [Word]] = [:]

    package var isEmpty: Bool { words.isEmpty }

    /// The words that begin with a first word (its letters and digits alone), the longest first.
    package func words(beginning first: String) -> [Word] { words[first] ?? [] }

    package init(_ library: Library, organisation: EntityID?, language: Language) {
        var byRank: [[String: [Entity]]] = [[:], [:], [:]]
        for term in library.entities(of: .term) {
            guard let title = library.title(ofTerm: term, in: language), !title.isEmpty else { continue }
            let rank = term.organisation == organisation ? 0 : term.organisation == nil ? 1 : 2
            byRank[rank][Self.key(title), default: []].append(term)
        }
        var known: Set<String> = []
        for (rank, terms) in byRank.enumerated() {
            for (key, group) in terms where known.insert(key).inserted {
                guard let word = Self.word(group, library: library, language: language) else { continue }
                // Two strangers who disagree tell a reader nothing.
                if rank == 2, word.isAmbiguous { continue }
                add(word)
            }
        }
        for (first, list) in words {
            words[first] = list.sorted { ($1.title.count, $0.title) < ($0.title.count, $1.title) }
        }
    }

    private mutating func add(_ word: Word) {
        let first = String(String.UnicodeScalarView(word.title.unicodeScalars.prefix { TermScanner.isWordPart($0) }))
        guard !first.isEmpty else { return }
        var beginnings = [first]
        if !word.isAbbreviation { beginnings += [Self.withSmallInitial(first), Self.withLargeInitial(first)] }
        for beginning in Set(beginnings) { words[beginning, default: []].append(word) }
    }

    private static func word(_ terms: [Entity], library: Library, language: Language) -> Word? {
        guard let title = terms.first.flatMap({ library.title(ofTerm: $0, in: language) }) else { return nil }
        let meanings = meanings(of: terms, library: library, language: language)
        guard let first = meanings.first else { return nil }
        let isAmbiguous = meanings.count > 1
        let expansion = isAmbiguous ? nil : Abbreviation.expansion(of: title, first.explanation)
        return Word(
            title: title, terms: meanings.map(\.term), explanations: meanings.map(\.explanation),
            expansion: expansion?.text,
            hasNote: expansion?.saysMore ?? true,
            isAbbreviation: expansion != nil || Abbreviation.isOne(title))
    }

    /// The different meanings of terms with one title, each with the first term that has it, by id; a term that nobody
    /// explained has none.
    static func meanings(of terms: [Entity], library: Library, language: Language) -> [(
        term: EntityID, explanation: String
    )] {
        var seen: Set<String> = []
        return terms.sorted { $0.id < $1.id }.compactMap { term in
            guard let explanation = library.explanation(ofTerm: term, in: language),
                seen.insert(RowLabel.folded(explanation)).inserted
            else { return nil }
            return (term.id, explanation)
        }
    }

    /// A title as titles are compared: words whatever their first letter's case, abbreviations as they are written.
    static func key(_ title: String) -> String {
        Abbreviation.isOne(title) ? title : withSmallInitial(title)
    }

    static func withSmallInitial(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }

    private static func withLargeInitial(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension Library {
    /// What a term is called in texts of a language; `nil` where no glossary has it in that language.
    func title(ofTerm term: Entity, in language: Language) -> String? {
        if let title = term.translations[language]?.title { return title }
        return languageOfOriginal(term) == language ? term.title : nil
    }

    func explanation(ofTerm term: Entity, in language: Language) -> String? {
        let explanation =
            term.translations[language]?.texts[.explanation]
            ?? (languageOfOriginal(term) == language ? term.text(.explanation) : nil)
        guard let explanation, !explanation.trimmed().isEmpty else { return nil }
        return explanation
    }

    private func languageOfOriginal(_ term: Entity) -> Language? {
        term.row.flatMap { table($0.table) }?.language
    }

    /// Words that the glossaries of one organisation explain in different ways, at each explanation after the first.
    package func ambiguousTerms() -> [Diagnostic] {
        var groups: [EntityID?: [String: [Entity]]] = [:]
        for term in entities(of: .term) {
            groups[term.organisation, default: [:]][Glossary.key(term.title), default: []].append(term)
        }
        var found: [Diagnostic] = []
        for terms in groups.values.flatMap(\.values) where terms.count > 1 {
            guard let language = terms.first.flatMap({ languageOfOriginal($0) }) else { continue }
            let meanings = Glossary.meanings(of: terms, library: self, language: language).compactMap { self[$0.term] }
            guard let first = meanings.first else { continue }
            for other in meanings.dropFirst() {
                found.append(.ambiguousTerm(other.title, other: first.position, at: other.position))
            }
        }
        return found
    }
}

extension Diagnostic {
    static func ambiguousTerm(_ title: String, other: SourcePosition, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .ambiguousTerm, at: position,
            LocalizedText(
                sv: "'\(title)' förklaras på två sätt; det andra står i \(other.file), rad \(other.line)",
                en: "'\(title)' is explained in two ways; the other stands in \(other.file), line \(other.line)"),
            help: LocalizedText(
                sv: "skriv samma förklaring på båda ställena, eller ge orden olika namn",
                en: "write the same explanation in both places, or give the words different names"))
    }
}
