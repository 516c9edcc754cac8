import PlanModel

/// Terms and abbreviations that the glossaries of one organisation explain in two ways.
enum TermMeanings: ContentCheck {
    private struct Name: Hashable {
        let organisation: EntityID?
        let word: String
    }

    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        var first: [Name: Entity] = [:]
        var found: [Diagnostic] = []
        for term in library.entities(of: .term).sorted(by: { $0.position < $1.position }) {
            guard let meaning = term.text(.explanation), !meaning.trimmed().isEmpty else { continue }
            let name = Name(organisation: term.organisation, word: Library.folded(term.title))
            guard let other = first[name] else {
                first[name] = term
                continue
            }
            guard let known = other.text(.explanation), plain(known) != plain(meaning) else { continue }
            found.append(.twoMeanings(term, other: other))
        }
        return found
    }

    /// Without what two writers do differently: case, white space and points.
    private static func plain(_ text: String) -> String { Library.folded(text).filter { $0.isLetter || $0.isNumber } }
}

extension Diagnostic {
    fileprivate static func twoMeanings(_ term: Entity, other: Entity) -> Diagnostic {
        Diagnostic(
            .twoMeanings, at: term.position,
            LocalizedText(
                sv: "'\(term.title)' förklaras på ett annat sätt i \(other.position.file):\(other.position.line)",
                en: "'\(term.title)' is explained in another way in \(other.position.file):\(other.position.line)"),
            help: LocalizedText(
                sv: "skriv samma förklaring, eller skilj orden åt",
                en: "write the same explanation, or tell the words apart"
            ))
    }
}
