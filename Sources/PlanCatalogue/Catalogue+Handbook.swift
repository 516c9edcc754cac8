package import PlanModel

extension Catalogue {
    /// The pages that this target makes, by their path in the repository.
    package static func documents() -> [(path: String, text: String)] {
        [
            ("docs/meddelanden.md", handbook(in: .swedish)), ("docs/messages.md", handbook(in: .english)),
            ("docs/nycklar.md", keys(in: .swedish)), ("docs/keys.md", keys(in: .english)),
            ("docs/mallar.md", templates(in: .swedish)), ("docs/templates.md", templates(in: .english)),
            ("docs/granser.md", limits(in: .swedish)), ("docs/limits.md", limits(in: .english)),
        ]
    }

    /// Every finding with its meaning, the way out and two examples, as Markdown.
    package static func handbook(in language: Language) -> String {
        var page = HandbookPage(language)
        page.title(LocalizedText(sv: "Meddelanden", en: "Messages"))
        page.paragraph(
            LocalizedText(
                sv: """
                    Här står allt som `klarplan check` och `klarplan build` kan anmärka på. Koden inom hakparentes i \
                    ett meddelande är rubriken här.
                    """,
                en: """
                    Here stands all that `klarplan check` and `klarplan build` may report. The code in brackets in a \
                    message is the heading here.
                    """))
        page.paragraph(
            LocalizedText(
                sv: """
                    **Fel** stoppar bygget. **Varningar** gör det bara med `--strict`. **Upplysningar** stoppar \
                    aldrig något. Varje exempel prövas av programmets egna tester; filer som inte visas är en \
                    organisation, `Content/org/index.md`, och en plan, `Content/org/plan/index.md`, med `enhet: tkr`.
                    """,
                en: """
                    **Errors** stop the build. **Warnings** do so only with `--strict`. **Notes** never stop anything. \
                    Every example is tried by the program's own tests; files that aren't shown are an organisation, \
                    `Content/org/index.md`, and a plan, `Content/org/plan/index.md`, with `enhet: tkr`.
                    """))
        for theme in CatalogueTheme.allCases {
            page.heading(theme.title)
            for code in DiagnosticCode.allCases where self.theme(of: code) == theme { page.section(of: code) }
        }
        return page.text
    }
}

/// Markdown under way.
struct HandbookPage {
    let language: Language
    private(set) var text = ""

    init(_ language: Language) {
        self.language = language
    }

    mutating func title(_ words: LocalizedText) {
        text += "# \(words[language])\n\n"
        let note = LocalizedText(
            sv: "Gjord av koden: ändra i Sources/PlanCatalogue och kör testerna med KLARPLAN_RECORD=1.",
            en: "Made from the code: change Sources/PlanCatalogue and run the tests with KLARPLAN_RECORD=1.")
        text += "<!-- \(note[language]) -->\n"
    }

    mutating func heading(_ words: LocalizedText, level: Int = 2) {
        text += "\n" + String(repeating: "#", count: level) + " \(words[language])\n"
    }

    mutating func paragraph(_ words: LocalizedText) { text += "\n\(words[language])\n" }

    /// A pipe table; bars in cells are escaped.
    mutating func table(_ headings: [LocalizedText], _ rows: [[String]]) {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        text += "\n" + line(headings.map { $0[language] })
        text += "|" + String(repeating: " --- |", count: headings.count) + "\n"
        for row in rows { text += line(row) }
    }

    mutating func section(of code: DiagnosticCode) {
        let entry = Catalogue.entry(code)
        text += "\n### \(code.rawValue)\n\n"
        text += "**\(Self.name(of: code.severity)[language])** · \(entry.meaning[language])\n\n"
        text += "\(LocalizedText(sv: "Gör så här:", en: "What to do:")[language]) \(entry.remedy[language])\n"
        example(entry.bad, LocalizedText(sv: "Så blir det fel:", en: "Wrong:"))
        example(entry.good, LocalizedText(sv: "Så blir det rätt:", en: "Right:"))
    }

    private mutating func example(_ example: Example, _ label: LocalizedText) {
        text += "\n\(label[language])"
        switch example {
        case .untold(let reason): text += " \(reason[language])\n"
        case .project(let files, _):
            text += "\n"
            for file in files {
                guard let shown = file.shown else { continue }
                text += "\n`\(file.path)`\n\n"
                text +=
                    shown.isEmpty
                    ? "(\(LocalizedText(sv: "tom fil", en: "empty file")[language]))\n" : fenced(shown, file)
            }
        }
    }

    private func fenced(_ shown: String, _ file: ExampleFile) -> String {
        let fence = shown.contains("```") ? "````" : "```"
        let ending = file.path.split(separator: ".").last.map(String.init) ?? ""
        let info = ["md": "markdown", "yaml": "yaml", "csv": "csv", "mustache": "html"][ending] ?? "text"
        return fence + info + "\n" + shown + (shown.hasSuffix("\n") ? "" : "\n") + fence + "\n"
    }

    private static func name(of severity: Severity) -> LocalizedText {
        switch severity {
        case .error: LocalizedText(sv: "Fel", en: "Error")
        case .warning: LocalizedText(sv: "Varning", en: "Warning")
        case .info: LocalizedText(sv: "Upplysning", en: "Note")
        }
    }
}
