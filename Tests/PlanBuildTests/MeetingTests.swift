import Foundation
import PlanBuild
import PlanGraph
import PlanModel
import Testing

/// Packs of meetings, and promises with what became of them.
@Suite struct MeetingTests {
    private static func plan(_ title: String, _ frontMatter: String, _ body: String = "") -> String {
        "---\ntype: plan\ntitle: \(title)\nunit: mnkr\n\(frontMatter)\n---\n\n\(body)"
    }

    private static func meeting(_ title: String, _ date: String, _ agenda: String) -> String {
        "---\ntype: meeting\ntitle: \(title)\nbody: kontoret\n\(date)\nagenda:\n\(agenda)\n---\n"
    }

    private static let newer = """
        ## Mål

        Se [målen](#mal), [den gamla planen](id:gammal), [dess mål](id:gammal#mal) och [tråden](id:gammal#section-red-thread).[^1]

        [^1]: En not.

        Tabell: Mål {#mal .mål}

        | Id | Mål | Status |
        |----|-----|--------|
        | A1 | Bättre hälsa | Risk |
        | A2 | Nytt | |

        Tabell: Datum {#datum .tidslinje}

        | Datum | Händelse | Organ |
        |-------|----------|-------|
        | 2026-02 | Ramarna beslutas | RK |
        | 2026-09-01 | Planen ses över | RK |

        Tabell: Aktiviteter {#akt .aktiviteter}

        | Id | Aktivitet | Tidplan | Mål | Status |
        |----|-----------|---------|-----|--------|
        | K1 | Bygga | Klart juni 2026 | A1 | Försenad |
        | K2 | Följa | Löpande | A1 | |

        Tabell: Budget {#budget .budget}

        | Post | 2026 |
        |------|-----:|
        | Lön | 10 |
        | Hyra | 5 |
        | Summa | 18 |
        """

    private static let older = """
        ## Mål

        Tabell: Mål {#mal .mål}

        | Id | Mål |
        |----|-----|
        | A1 | Hälsa |
        | A9 | Borta |

        Tabell: Indikatorer {#ind .indikatorer}

        | Id | Indikator | Mål | Målvärde |
        |----|-----------|-----|----------|
        | I1 | Andel | A1 | 2025: 30 % |
        """

    private func project(budget: String = "accept=\"Känt fel\"") throws -> Project {
        try Project([
            "org/index.md": "---\ntype: organisation\ntitle: Organisationen\n---\n",
            "org/kontoret/index.md": "---\ntyp: enhet\ntitel: Kontoret\nkortnamn: RK\n---\n",
            "org/ny/index.md": Self.plan(
                "Den nya", "period: 2026\nupdated: 2026-03-01\nsupersedes: gammal",
                Self.newer.replacing("{#budget .budget}", with: "{#budget .budget \(budget)}")),
            "org/gammal/index.md": Self.plan("Den gamla", "period: 2025", Self.older),
            "org/gammal/r.md": "---\ntype: report\ntitle: Bokslut\nplan: gammal\nperiod: 2025\n---\n\n"
                + "Tabell: Utfall {#utfall .utfall}\n\n| Id | Utfall |\n|----|--------|\n| I1 | 28 % |\n",
            "org/annan/index.md": Self.plan("En annan", "period: 2026"),
            "org/m/forsta.md": Self.meeting(
                "Första", "date: 2025-10-01", "  - title: Gammalt\n    documents: [gammal]\n    decision: Bifall"),
            "org/m/andra.md": Self.meeting(
                "Andra", "date: 2026-02-10",
                "  - title: Nytt\n    documents: [ny, gammal, ny]\n    proposal: Att anta\n  - title: Igen\n    documents: [ny]"
            ),
            "org/m/tredje.md": Self.meeting(
                "Tredje", "date: 2026-10-01", "  - title: Översyn\n    documents: [ny]\n    decision: Planen ändras"),
            "org/m/annat.md": Self.meeting("Annat", "date: 2026-02-11", "  - title: A\n    documents: [annan]"),
            "org/m/tomt.md": Self.meeting("Tomt", "date: 2026-02-12", "  - title: Utan handling"),
        ])
    }

    // MARK: The chain

    @Test func meetingsOnTheSameMatterAreOneChain() throws {
        let checked = try project().check()
        #expect(checked.diagnostics.filter { $0.severity == .error } == [])
        let library = checked.library
        func chain(_ id: String) throws -> [String] {
            library.meetingChain(of: try #require(library[EntityID("org/" + id)])).map(\.id.local)
        }
        for id in ["forsta", "andra", "tredje"] { #expect(try chain(id) == ["forsta", "andra", "tredje"]) }
        #expect(try chain("annat") == ["annat"])
        #expect(try chain("tomt") == ["tomt"])
    }

    @Test func plansThatBuildOnTheSameOneAreTwoMatters() throws {
        let project = try Project([
            "org/index.md": "---\ntype: organisation\n---\n\n# O",
            "org/rot/index.md": Self.plan("Rot", "period: 2026"),
            "org/a/index.md": Self.plan("A", "based-on: rot"), "org/b/index.md": Self.plan("B", "based-on: rot"),
        ])
        let library = try project.check().library
        #expect(library.matter(of: EntityID("org/a")).map(\.local) == ["a", "rot"])
        #expect(library.matter(of: EntityID("org/rot")).map(\.local) == ["a", "b", "rot"])
    }

    // MARK: The meeting's page

    @Test func theMeetingsPageIsThePackForIt() throws {
        let project = try project()
        try project.build { $0.asOf = CalendarDate("2026-11-21") }
        let page = try project.page("org/meetings/andra/index.html")
        for wanted in [
            "Att anta", "2 minuter för 2 handlingar", "1 mål, program eller prioritering är ny",
            "1 finns inte kvar", "1 har fått ny lydelse", "href=\"../../../data/sums/org/ny/#budget-r3-c2\"",
            "Känt fel",
            "1 av 1 omräknade summor stämmer inte", "Bifall", "Beskrivs vid punkt 1.",
            "href=\"pack/\"", "det här mötet", "Planen ändras",
        ] { #expect(page.contains(wanted), "\(wanted)") }
        #expect(page.contains("2 mål, uppdrag och aktiviteter med status Risk eller Försenad"))
        #expect(!page.contains(".pdf"))
        #expect(try project.page("org/meetings/tomt/index.html").contains("Ingen handling är angiven."))
        #expect(try project.page("meetings/index.html").contains("Översyn"))
    }

    // MARK: The pack

    @Test func everyIdOfAPackIsItsOwnAndEveryLinkWithinItLeadsSomewhere() throws {
        let project = try project()
        try project.build { $0.baseURL = "https://plan.example.se/" }
        let pack = try project.page("org/meetings/andra/pack/index.html")
        let ids = pack.matches(of: #/\sid="([^"]+)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        let links = pack.matches(of: #/href="#([^"]+)"/#).map { String($0.1) }
        #expect(links.filter { !ids.contains($0) } == [])
        // A link between the documents stays in the pack; what the pack does not hold is found on the document's own page.
        for wanted in [
            "href=\"#d1-mal\"", "href=\"#d2\"", "href=\"#d2-mal\"", "href=\"../../../gammal/#section-red-thread\"",
        ] {
            #expect(pack.contains(wanted), "\(wanted)")
        }
        #expect(pack.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(pack.contains("rel=\"canonical\" href=\"https://plan.example.se/org/meetings/andra/\""))
        #expect(!(try project.page("sitemap.xml")).contains("/pack/"))
    }

    // MARK: Promises

    @Test func whatBecameOfAPromiseIsWhatTheContentSays() throws {
        let library = try project().check().library
        let commitments = library.commitments
        #expect(commitments.map(\.due.text) == ["2025", "2026-02", "2026-06", "2026-09-01"])
        func events(_ index: Int) -> [String] {
            commitments[index].events.map { event in
                switch event {
                case .status(let status): status.rawValue
                case .report(let outcome): "\(outcome.report.local) \(outcome.outcome ?? "")"
                case .value(let value): value
                case .meeting(let mention, let date): "\(mention.meeting.local) \(mention.item) \(date.text)"
                case .decision(let plan): plan.local
                case .supersededBy(let plan): "> " + plan.local
                }
            }
        }
        #expect(events(0) == ["r 28 %", "> ny"])
        // The meeting of that month without a decision, once; then the first later one that states its decision.
        #expect(events(1) == ["andra 0 2026-02-10", "tredje 0 2026-10-01"])
        #expect(events(2) == ["delayed"])
        #expect(events(3) == ["tredje 0 2026-10-01"])
    }

    @Test func aPromiseOfWhichNothingIsToldIsSaidToBeOpen() throws {
        let project = try Project.plan(
            "Tabell: Datum {.tidslinje}\n\n| Datum | Händelse |\n|---|---|\n| 2026-03-01 | Översyn |\n| 2027 | Slut |\n"
        )
        try project.build { $0.asOf = CalendarDate("2026-11-21") }
        let page = try project.page("org/plan/index.html")
        #expect(page.split(separator: "Vad det blev av det är inte angivet.").count == 2)
        #expect(try project.page("data/commitments/org/index.html").contains("Översyn"))
        #expect(try project.page("org/index.html").contains("Alla 2 datum"))
        // Without a day to speak from nothing is called past.
        try project.build()
        #expect(!(try project.page("org/plan/index.html")).contains("Datumet har passerat"))
    }

    // MARK: Printing

    @Test func withoutABrowserNothingIsBuiltAndThatIsSaid() throws {
        let project = try project()
        #expect(throws: MachineFailure.noBrowser(named: "/no/such")) {
            try project.build {
                $0.printsPDF = true
                $0.environment = ["KLARPLAN_CHROMIUM": "/no/such"]
            }
        }
        #expect(try project.site().isEmpty)
    }
}
