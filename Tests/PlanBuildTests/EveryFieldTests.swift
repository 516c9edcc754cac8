import Foundation
import PlanBuild
import PlanModel
import Testing

/// The same for every field that any kind of file has, every key of the site and every column of a table: a field that
/// is added later is held to it without a line here.
@Suite struct EveryFieldTests {
    /// Breaks out of attributes, elements, JSON in HTML, comments, lines of calendars and headers.
    private static let hostile =
        "\"\\\"'><script>alert(666)</script><img src=x onerror=alert(666)>]]>--></title>\\r\\nX-EVIL: {{title}}\""

    private static func value(of type: FieldType) -> String? {
        switch type {
        case .text, .responsible: hostile
        case .texts: "[\(hostile)]"
        case .decision: "{organ: \(hostile), datum: 2024-11-20, paragraf: \(hostile), diarienummer: \(hostile)}"
        case .agenda: "[{titel: \(hostile), förslag: \(hostile), beslut: \(hostile)}]"
        case .date: "2025-03-02"
        case .flag, .reference, .references, .period, .status, .bodyKind, .goalKind, .assignmentKind, .direction,
            .moneyUnit, .count, .periodValues:
            // Read as one of a few words, as numbers or as ids: nothing else comes through.
            nil
        }
    }

    /// A file of each kind that has files.
    private static func files() -> [String: String] {
        var files = [
            "index.md": "---\ntyp: sida\ntitel: Start\n---\n", "o/p/a\"><b onclick=alert(666)>&.txt": "x\n",
            "o/p/x.csv": "Post;2025;Not\n\"=1+1<script>alert(666)</script>\";1;\"'><img src=x onerror=alert(666)>\"\n",
        ]
        for kind in EntityKind.allCases where kind.hasFiles {
            let keys = (Schema.common + Schema.own(kind)).compactMap { field, type -> String? in
                // Ids are letters, and an address is told apart from text below.
                guard field != .type, field != .id, field != .homepage, field != .publish, field != .publishAt,
                    let value = value(of: type)
                else { return nil }
                return "\(field.swedish): \(value)\n"
            }
            let path =
                switch kind {
                case .organisation: "o/index.md"
                case .plan: "o/p/index.md"
                case .unit: "o/e/index.md"
                default: "o/p/k-\(kind.rawValue).md"
                }
            let body = kind == .plan ? tables : "{{title}}\n"
            files[path] = "---\ntyp: \(kind.names[0])\n\(keys.joined())---\n\n\(body)"
            files[path.dropLast(3) + ".en.md"] = "---\ntitle: \(hostile)\nsummary: \(hostile)\n---\n\n{{title}}\n"
        }
        return files
    }

    /// A table of each class, with text in every column.
    private static let tables: String = {
        let cell = "'><script>alert(666)</script><img src=x onerror=alert(666)>]]>--></title>"
        let columns: [TableClass: String] = [
            .goals: "Id | Mål | Perspektiv | Fokusområde | Ansvarig", .programmes: "Id | Program | Perspektiv",
            .priorities: "Id | Prioritering | Perspektiv", .assignments: "Id | Uppdrag | Tidplan | Ansvarig",
            .activities: "Id | Åtgärd | Tidplan | Ansvarig", .indicators: "Id | Indikator | Redovisas",
            .controls: "Id | Kontrollområde | Kontrollmål | Kontrollmoment | Väsentlighet och riskbedömning",
            .risks: "Id | Risk | Sannolikhet | Konsekvens | Åtgärd | Ansvarig",
            .milestones: "Datum | Händelse | Organ", .terms: "Term | Förklaring",
            .budget: "Post | 2025 | Not", .frames: "Post | 2025 | Not", .frameChanges: "Post | 2025 | Not",
            .investments: "Post | 2025 | Orsak | Förväntad effekt",
        ]
        let number =
            "\nTabell: Ur fil {#fil .budget src=x.csv unit=tkr}\n\n[bilaga](<a\"\\><b onclick=alert(666)\\>&.txt>)\n"
        return TableClass.allCases.compactMap { kind -> String? in
            guard let heading = columns[kind] else { return nil }
            let names = heading.split(separator: " | ")
            let cells = names.map { name in
                switch name {
                case "Id": "\(kind.rawValue)-1"
                case "2025": "5"
                case "Datum": "2025-03-02"
                default: cell
                }
            }
            return "Tabell: Titel <script>alert(666)</script> {#t-\(kind.rawValue) .\(kind.spellings[0]) unit=tkr}\n\n"
                + "| \(heading) |\n|\(String(repeating: "---|", count: names.count))\n| "
                + cells.joined(separator: " | ") + " |\n\n"
        }.joined() + number
    }()

    /// Every key of the site that takes text.
    private static let site = """
        title: {sv: \(hostile), en: \(hostile)}
        tagline: \(hostile)
        languages: [sv, en]
        base-url: https://plan.example.se/
        publisher: \(hostile)
        contact: {name: \(hostile), telephone: \(hostile), address: \(hostile)}
        navigation:
          - {title: \(hostile), target: o}
        search: {synonyms: [[\(hostile), sopor]]}
        accessibility:
          responsible: \(hostile)
          level: partial
          contact: \(hostile)
          method: \(hostile)
          shortcomings:
            - {text: \(hostile), reason: outside-law, alternative: \(hostile)}
          assessed: 2025-01-01
          published: 2025-01-01

        """

    private static func built(_ files: [String: String]) throws -> [String: Data] {
        let project = try Project(files)
        guard case .built = try project.build({ $0.asOf = CalendarDate("2025-06-01") }) else {
            let errors = try project.check().diagnostics.filter { $0.severity == .error }
            Issue.record("not built: \(errors.map { "\($0.position) \($0.message.english)" }.joined(separator: "\n"))")
            return [:]
        }
        return try project.site()
    }

    @Test func noFieldOfAnyKindBecomesMoreThanText() throws {
        let site = try Self.built(Self.files().merging(["Site/site.yaml": Self.site]) { $1 })
        #expect(site.count > 60)
        try HostileFieldTests.expectHarmless(site)
    }

    @Test func noWordOfTheInterfaceBecomesMoreThanText() throws {
        let words =
            "start:\n  plans: \(Self.hostile)\n  organisations: \(Self.hostile)\nthread:\n  title: \(Self.hostile)\n"
        let site = try Self.built([
            "o/index.md": "---\ntyp: organisation\ntitel: O\n---\n", "Site/Strings/sv.yaml": words,
            "o/p/index.md": "---\ntyp: plan\ntitel: P\n---\n\nText.\n",
        ])
        try HostileFieldTests.expectHarmless(site)
    }

    /// An address is either refused or leads to nothing that runs.
    @Test(arguments: [
        "javascript:alert(666)", "data:text/html,<script>alert(666)</script>", "https://x/\"onclick=\"alert(666)",
    ])
    func noAddressRunsAnything(_ address: String) throws {
        let quoted = "'" + address + "'"
        let places: [[String: String]] = [
            ["o/index.md": "---\ntyp: organisation\ntitel: O\nwebbplats: \(quoted)\n---\n"],
            ["Site/site.yaml": "title: T\npublisher: {name: P, homepage: \(quoted)}\n"],
            ["Site/site.yaml": "title: T\nlicense: \(quoted)\n"],
            ["Site/site.yaml": "title: T\nrepository: \(quoted)\n"],
            ["Site/site.yaml": "title: T\nbase-url: \(quoted)\n"],
            ["Site/site.yaml": "title: T\nnavigation: [{title: N, target: \(quoted)}]\n"],
            ["Site/site.yaml": "title: T\nsearch: {sites: [\(quoted)]}\n"],
            ["Site/site.yaml": "title: T\ncontact: {email: \(quoted), telephone: \(quoted)}\n"],
            [
                "Site/site.yaml":
                    "title: T\naccessibility: {responsible: R, level: full, form: \(quoted), assessed: 2025-01-01, published: 2025-01-01}\n"
            ],
            ["Site/site.yaml": "title: T\ntheme: {logo: {file: \(quoted)}, colour-accent: \(quoted)}\n"],
            ["o/p.md": "---\ntyp: sida\ntitel: P\n---\n\n[a](<\(address)>) ![b](<\(address)>)\n"],
        ]
        for place in places {
            let project = try Project(["o/index.md": "---\ntyp: organisation\ntitel: O\n---\n"].merging(place) { $1 })
            if case .built = try project.build() { try HostileFieldTests.expectHarmless(project.site()) }
        }
    }
}
