import PlanModel

/// Links to an entity whose `#…` names no place on its page: no heading, table, row or note.
enum FragmentTargets: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (file, text) in library.texts.sorted(by: { $0.key < $1.key }) {
            for link in text.links where link.form == .link && link.target.hasPrefix("id:") && link.target.contains("#")
            {
                guard case .entity(let id, let fragment?) = library.links.target(of: link.target, from: file),
                    !fragment.isEmpty, !library.links.hasPlace(LinkResolver.decoded(fragment), onPageOf: id)
                else { continue }
                found.append(.brokenFragment(link, fragment: fragment))
            }
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func brokenFragment(_ link: ProseLink, fragment: String) -> Diagnostic {
        Diagnostic(
            .brokenFragment, at: link.position,
            LocalizedText(
                sv: "sidan finns, men inte platsen '#\(fragment)' på den",
                en: "the page exists, but not the place '#\(fragment)' on it"),
            help: LocalizedText(
                sv: "skriv en rubrik, en tabells id eller row-ID, eller ta bort det som följer på #",
                en: "write a heading, a table's id or row-ID, or remove what follows the #"))
    }
}
