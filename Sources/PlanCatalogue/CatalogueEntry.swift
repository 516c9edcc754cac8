package import PlanModel

/// What the handbook says of one kind of finding.
package struct CatalogueEntry: Sendable {
    /// What it means and why the rule exists.
    package let meaning: LocalizedText
    /// The way out.
    package let remedy: LocalizedText
    /// A project in which a check finds it.
    package let bad: Example
    /// The same project, put right.
    package let good: Example
    /// Other errors that the bad example cannot help having.
    package let companions: Set<DiagnosticCode>

    init(
        meaning: LocalizedText, remedy: LocalizedText, bad: Example, good: Example,
        companions: Set<DiagnosticCode> = []
    ) {
        self.meaning = meaning
        self.remedy = remedy
        self.bad = bad
        self.good = good
        self.companions = companions
    }
}

/// What findings are grouped by in the handbook.
package enum CatalogueTheme: Sendable, CaseIterable {
    case files, frontMatter, ids, references, text, gaps, tables, translations, numbers, site

    var title: LocalizedText {
        switch self {
        case .files: LocalizedText(sv: "Filer", en: "Files")
        case .frontMatter: LocalizedText(sv: "Nycklarna överst i filen", en: "The keys at the top of the file")
        case .ids: LocalizedText(sv: "Id och adresser", en: "Ids and addresses")
        case .references: LocalizedText(sv: "Hänvisningar, länkar och bilder", en: "References, links and images")
        case .text: LocalizedText(sv: "Löpande text", en: "Prose")
        case .gaps: LocalizedText(sv: "Det som planen lämnar öppet", en: "What a plan leaves open")
        case .tables: LocalizedText(sv: "Tabeller", en: "Tables")
        case .translations: LocalizedText(sv: "Översättningar", en: "Translations")
        case .numbers: LocalizedText(sv: "Tal och summor", en: "Numbers and sums")
        case .site: LocalizedText(sv: "Webbplatsens egna filer", en: "The site's own files")
        }
    }
}
