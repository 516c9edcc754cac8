import PlanGraph
import PlanMarkdown
import PlanModel

/// Words that stand in another language than the page, marked with it (WCAG 2.2, 3.1.2).
extension Edition {
    /// The language in which a field of an entity is shown here.
    func language(of field: Field, of entity: Entity) -> Language {
        entity.translations[language]?.texts[field] == nil ? configuration.defaultLanguage : language
    }

    /// Words as text between tags; in a `span` with their language where it isn't the page's.
    func append(_ words: String, in other: Language, into html: inout HTML) {
        guard other != language else { return html.append(text: words) }
        html.append("<span lang=\"")
        html.append(raw: other.rawValue)
        html.append("\">")
        html.append(text: words)
        html.append("</span>")
    }

    /// ` lang="sv"`, or nothing where words stand in the page's own language.
    func languageAttribute(_ other: Language) -> String { other == language ? "" : " lang=\"\(other.rawValue)\"" }

    func appendTitle(of entity: Entity, into html: inout HTML) {
        append(entity.title(in: language), in: languageOfTitle(entity) ?? language, into: &html)
    }

    func appendTitle(of table: PlanTable, into html: inout HTML) {
        append(title(of: table), in: shown(table).language, into: &html)
    }

    /// The language of ``ownerText(of:)``.
    func languageOfOwner(_ entity: Entity) -> Language {
        let units = library.targets(of: entity.id, .responsible)
        let areOwn = !units.isEmpty && units.allSatisfy { languageOfTitle($0) == language }
        return areOwn ? language : language(of: entity.kind == .meeting ? .body : .owner, of: entity)
    }

    /// `Source: …`, the source in its own language.
    func appendSource(_ source: String, in other: Language, into html: inout HTML) {
        let words = t("source.label", ["source": "\u{0}"]).split(separator: "\u{0}", omittingEmptySubsequences: false)
        html.append(text: String(words.first ?? ""))
        append(source, in: other, into: &html)
        html.append(text: words.dropFirst().joined())
    }
}
