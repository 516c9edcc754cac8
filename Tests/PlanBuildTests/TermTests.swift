import Foundation
import PlanBuild
import PlanModel
import Testing

/// Words of the glossary where texts use them.
@Suite struct TermTests {
    private static let glossary = """
        ---
        typ: sida
        titel: Ordlista
        ---

        Tabell: Ord {#ord .ordlista}

        | Term | Förklaring |
        |---|---|
        | RUS | Regional utvecklingsstrategi. |
        | VP | Förkortning för verksamhetsplan. Den görs varje år. |
        | Nettobudget | Kostnader minus intäkter. |
        | Mål och Budget | Fullmäktiges årliga beslut. |
        | FVIS | Namn på en investering. |
        """

    private func text(_ body: String, _ more: [String: String] = [:]) throws -> String {
        let project = try Project.plan(
            "Planen.",
            more: more.merging(
                [
                    "org/ordlista.md": Self.glossary, "org/sida.md": "---\ntyp: sida\ntitel: Sidan\n---\n\n" + body,
                ], uniquingKeysWith: { first, _ in first }))
        try project.build()
        return try project.page("org/sida/index.html")
    }

    private static let expansion = "<span class=\"expansion\"> (Regional utvecklingsstrategi)</span>"

    @Test func theFirstUseOfAnAbbreviationIsExpandedAndNoOther() throws {
        let page = try text("Här är RUS och RUS.\n\nRUS igen.")
        #expect(page.contains("Här är <abbr>RUS</abbr>" + Self.expansion + " och RUS."))
        #expect(page.components(separatedBy: "class=\"expansion\"").count == 2)
    }

    @Test(arguments: [
        ("RUS:s mål", "<abbr>RUS</abbr>:s" + expansion + " mål"),
        ("RUS-arbetet går", "<abbr>RUS</abbr>-arbetet" + expansion + " går"),
        ("(RUS: planen)", "(<abbr>RUS</abbr>" + expansion + ": planen)"),
    ])
    func inflectionsCountAsUse(_ written: String, _ drawn: String) throws {
        #expect(try text(written).contains(drawn))
    }

    @Test(arguments: [
        "Den regionala utvecklingsstrategin (RUS) gäller.", "RUS (regional plan) gäller.",
        "Regional utvecklingsstrategi kallas RUS.", "RUSTA upp, VIRUS, x/RUS och rus.", "`RUS` är kod.",
        "[RUS](https://example.se/)", "## RUS",
    ])
    func whatTheTextExplainsOrIsAnotherWordIsLeftAlone(_ written: String) throws {
        #expect(try !text(written).contains("class=\"expansion\""))
    }

    @Test func aWordWithAnExplanationIsAQuietLinkToTheGlossary() throws {
        let page = try text("Vår nettobudget följer mål och Budget. Nettobudgeten är en annan form.")
        #expect(
            page.contains(
                "<a class=\"term\" href=\"../../glossary/#org-nettobudget\" data-note=\"Kostnader minus intäkter.\">nettobudget</a>"
            ))
        #expect(page.contains(">mål och Budget</a>."))
        #expect(page.contains("Nettobudgeten är"))
        #expect(page.contains("<template data-term-note>"))
        #expect(page.contains("assets/terms."))
    }

    @Test func anAbbreviationWithMoreToReadIsBothAndOneThatIsNeverWrittenOutIsALink() throws {
        let page = try text("En VP och FVIS.")
        #expect(page.contains("<abbr>VP</abbr></a><span class=\"expansion\"> (verksamhetsplan)</span>"))
        #expect(page.contains("data-note=\"Namn på en investering.\"><abbr>FVIS</abbr></a>."))
    }

    @Test func aPageWithoutWordsHasNoScript() throws {
        #expect(try !text("Inget här.").contains("assets/terms."))
    }

    @Test func aLongPlanExpandsInEachSection() throws {
        let project = try Project.plan(
            "## Ett\n\nRUS och RUS.\n\n### Under\n\nRUS.\n\n## Två\n\nRUS.", more: ["org/ordlista.md": Self.glossary])
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(page.components(separatedBy: "class=\"expansion\"").count == 3)
    }

    @Test func aWordWithTwoMeaningsIsReportedAndNotExpanded() throws {
        let other = Self.glossary.replacing("Regional utvecklingsstrategi.", with: "Rådet för ungas situation.")
            .replacing("titel: Ordlista", with: "titel: Andra ord").replacing("#ord ", with: "#andra ")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter {
                !$0.hasPrefix("| VP") && !$0.hasPrefix("| Netto") && !$0.hasPrefix("| Mål") && !$0.hasPrefix("| FVIS")
            }
            .joined(separator: "\n")
        let plan = other.replacing("typ: sida", with: "typ: plan")
        let project = try Project.plan(
            "Planen.",
            more: [
                "org/ordlista.md": Self.glossary, "org/annan/index.md": plan,
                "org/sida.md": "---\ntyp: sida\ntitel: Sidan\n---\n\nVår RUS.",
            ])
        #expect(try project.codes() == ["ambiguous-term"])
        try project.build()
        let page = try project.page("org/sida/index.html")
        #expect(!page.contains("class=\"expansion\""))
        #expect(
            page.contains("data-note=\"Ordet har flera förklaringar:&#10;")
                || page.contains("Ordet har flera förklaringar:\n"))
    }

    @Test func otherOrganisationsWordsCountOnlyWhereTheyAgree() throws {
        func words(_ meaning: String) -> String {
            "---\ntyp: sida\ntitel: Ordlista\n---\n\nTabell: Ord {#ord .ordlista}\n\n| Term | Förklaring |\n|---|---|\n| KPI | \(meaning) |\n| LSS | Lagen om stöd och service. |\n"
        }
        let page = try text(
            "KPI och LSS.",
            [
                "b/index.md": "---\ntyp: organisation\ntitel: B\n---\n", "b/ordlista.md": words("Konsumentprisindex."),
                "c/index.md": "---\ntyp: organisation\ntitel: C\n---\n",
                "c/ordlista.md": words("Kvalitet per individ."),
            ])
        #expect(page.contains("KPI och <abbr>LSS</abbr><span class=\"expansion\"> (Lagen om stöd och service)</span>."))
    }

    @Test func aTextInAnotherLanguageKeepsItsOwnWords() throws {
        let page = try text(
            "---",
            [
                "org/sida.en.md": "---\ntype: page\ntitle: The page\n---\n\nThe RUS.",
                "Site/site.yaml": "languages: [sv, en]\n",
                "org/sida.md": "---\ntyp: sida\ntitel: Sidan\n---\n\nVår RUS.",
            ])
        #expect(page.contains("class=\"expansion\""))
    }
}
