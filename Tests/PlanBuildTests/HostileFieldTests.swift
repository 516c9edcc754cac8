import Foundation
import PlanBuild
import PlanModel
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Script, formulas, control characters and template text in every field that authors write, and what comes out.
@Suite struct HostileFieldTests {
    /// Breaks out of attributes, elements, JSON in HTML, comments and CDATA; a marker tells it from the site's own scripts.
    private static let script = "\"'><script>alert(666)</script><img src=x onerror=alert(666)>]]>--></title>"
    /// What templates would fill in or leave out.
    private static let template = "{{title}} {{{body}}} {{#pages}}x{{/pages}} {{>layout}} {{! gone }}"
    /// Written as entities: libcmark turns them into the characters themselves.
    private static let control = "&#27;[31m&#8;&#x202E;&#xFFFE;"

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }

    private static func project() throws -> Project {
        let title = quoted(script + " " + template)
        let cell = script.replacing("|", with: "\\|") + " " + template
        return try Project([
            "Site/site.yaml": """
            title: \(title)
            languages: [sv, en]
            base-url: https://plan.example.se/
            publisher: \(title)
            """,
            "index.md":
                "---\ntyp: sida\ntitel: \(title)\nsammanfattning: \(title)\n---\n\n\(script) \(template) \(control)\n",
            "org/index.md": "---\ntyp: organisation\ntitel: \(title)\nkortnamn: \(title)\n---\n\n\(template)\n",
            "org/p/index.md": """
            ---
            typ: plan
            titel: \(title)
            period: 2025
            status: beslutad
            ansvarig: \(title)
            enhet: mnkr
            sammanfattning: \(title)
            källa: \(title)
            taggar: [\(title)]
            beslut: {organ: \(title), datum: 2024-11-20, paragraf: \(title), diarienummer: \(title)}
            ---

            # \(control) rubrik \(template)

            [länk](https://example.se/"onmouseover=alert(666) "\(template)") `\(template)` \(control)

            Table: Mål &lt;script&gt;alert(666) \(control) {#mal .mål}

            | Id | Mål | Ansvarig | Fokusområde |
            |---|---|---|---|
            | A1 | \(cell) \(control) | \(cell) | \(cell) |
            | A2 | =HYPERLINK("http://evil.example";"x") | +46 | @SUM(A1) |

            Table: Pengar {#pengar .budget accept="<script>alert(666)</script>"}

            | Post | 2025 |
            |---|---:|
            | =1+1 \(cell) | 10 |
            | @SUM(B1) | 5 |
            | Summa | 16 |

            Table: Ord {#ord .ordlista}

            | Term | Förklaring |
            |---|---|
            | \(cell) | \(cell) |
            """,
            "org/m1.md": """
            ---
            typ: möte
            titel: \(title)
            organ: \(title)
            datum: 2025-03-02
            tid: 13:00
            plats: \(title)
            dagordning:
              - {titel: \(title), förslag: \(title), beslut: \(title)}
            ---

            \(template)
            """,
        ])
    }

    private static func site() throws -> [String: Data] {
        let project = try project()
        guard case .built = try project.build({ $0.asOf = CalendarDate("2025-06-01") }) else {
            let errors = try project.check().diagnostics.filter { $0.severity == .error }
            Issue.record("not built: \(errors.map { "\($0.position) \($0.message.english)" })")
            return [:]
        }
        return try project.site()
    }

    @Test func nothingThatAuthorsWriteBecomesMarkupFormulaOrTemplate() throws {
        let files = try Self.site()
        #expect(files.count > 20)
        let formulas = try Self.expectHarmless(files)
        #expect(formulas > 0)
    }

    /// All that is left of hostile texts is text.
    ///
    /// - Returns: how many cells of CSV files had to be kept from being formulas.
    @discardableResult
    static func expectHarmless(_ files: [String: Data]) throws -> Int {
        var formulas = 0
        for (path, data) in files.sorted(by: { $0.key < $1.key }) where !path.hasPrefix("assets/") {
            let isText = ["html", "xml", "json", "jsonld", "rdf", "ics", "csv", "txt", "svg", "webmanifest"].contains {
                path.hasSuffix("." + $0)
            }
            guard isText else { continue }
            let text = String(decoding: data, as: UTF8.self)
            let hidden = text.unicodeScalars.first {
                ($0.isControl && !["\n", "\r", "\t"].contains($0)) || $0.turnsDirection
            }
            if !path.hasSuffix(".json"), !path.hasSuffix(".csv"), !path.hasSuffix(".jsonld") {
                #expect(hidden == nil, "\(path) holds U+\(String(hidden?.value ?? 0, radix: 16))")
            }
            switch path.split(separator: ".").last {
            case "html", "xml", "svg", "rdf":
                #expect(!text.contains("<script>alert"), "\(path)")
                #expect(!text.contains("<img src=x"), "\(path)")
                // What is left of a tag without its quoted values is names: a value that broke out would be among them.
                for tag in text.matches(of: /<[a-zA-Z][^>]*>/) {
                    let names = tag.output.replacing(/"[^"]*"/, with: "")
                    #expect(!names.contains("alert"), "\(path): \(tag.output)")
                }
                #expect(text.firstMatch(of: /(href|src|action)="\s*(javascript|data|vbscript):/) == nil, "\(path)")
                if !path.hasSuffix(".html") { #expect(XMLParser(data: data).parse(), "\(path) isn't XML") }
            case "json", "jsonld", "webmanifest":
                #expect(throws: Never.self, "\(path)") { try JSONSerialization.jsonObject(with: data) }
            case "csv":
                for line in text.split(separator: "\r\n") {
                    for field in line.split(separator: ",") {
                        let first = field.drop { $0 == "\"" }.first
                        let isFormula = first == "=" || first == "@" || first == "+"
                        #expect(!isFormula, "\(path): \(field)")
                        if first == "'" { formulas += 1 }
                    }
                }
            case "ics":
                for line in text.split(separator: "\r\n") {
                    #expect(line.utf8.count <= 75, "\(path): \(line)")
                    #expect(!line.hasPrefix("X-EVIL"), "\(path): a text has become a line of the calendar")
                }
            default:
                #expect(!text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("X-EVIL") }, "\(path)")
            }
        }
        return formulas
    }

    @Test func templateTextIsPrintedAsItIsWritten() throws {
        let files = try Self.site()
        let page = String(decoding: try #require(files["org/p/index.html"]), as: UTF8.self)
        for part in ["{{title}}", "{{{body}}}", "{{#pages}}x{{/pages}}", "{{&gt;layout}}", "{{! gone }}"] {
            #expect(page.contains(part), "\(part) is gone")
        }
    }

    @Test func terminalsAreToldNothingButText() throws {
        let project = try Project([
            "index.md": "---\ntyp: sida\ntitel: T\n---\n\n[x](&#27;[31m&#x9B;31m&#x202E;.md)\n"
        ])
        let checked = try project.check()
        for format in [DiagnosticFormat.human, .github] {
            let text = DiagnosticPrinter(language: .swedish, format: format).text(of: checked.diagnostics)
            #expect(text.contains("broken-link"))
            #expect(!text.unicodeScalars.contains { ($0.isControl && $0 != "\n") || $0.turnsDirection })
        }
    }
}
