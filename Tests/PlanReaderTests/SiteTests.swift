import Foundation
import PlanModel
import PlanReader
import Testing

@Suite struct SiteTests {
    private func site(_ text: String) throws -> Fixture { try Fixture(["Site/site.yaml": text]) }

    @Test func aSiteWithoutFileHasDefaults() throws {
        let configuration = try Fixture([:]).read().configuration
        #expect(configuration.languages == [.swedish])
        #expect(configuration.baseURL == nil)
    }

    @Test func allKeysAreReadInEitherLanguage() throws {
        let fixture = try site(
            """
            titel: {sv: Planer, en: Plans}
            tagline: Öppet
            språk: [en, sv]
            base-url: https://plan.example.se/x
            publisher: Region
            licens: https://creativecommons.org/publicdomain/zero/1.0/
            kontakt:
              namn: Kansliet
              e-post: a@b.se
            theme:
              thread: "#B3152B"
              mörkt:
                thread: "#f2647a"
              logotyp:
                fil: vapen.svg
                text: {sv: Kommunen, en: The municipality}
            tillgänglighet:
              ansvarig: Kommunen
              nivå: delvis
              brister:
                - Kartan saknar text.
                - {text: Filmen saknar text., skäl: oskäligt-betungande, motivering: Dyrt, åtgärdas: 2027-06}
              kontakt: a@b.se
              metod: Självskattning
              bedömd: 2026-01-20
            navigation:
              - title: {sv: Om, en: About}
                target: om
              - titel: Webb
                mål: https://example.se
            sök:
              synonymer:
                - [sopor, avfall, renhållning]
                - kollektivtrafik, bussar
              webbplatser: [../b, /c/]
            checks:
              placeholder: off
              root-link: error
            """)
        try fixture.expect()
        let configuration = try fixture.read().configuration
        #expect(configuration.title == [.swedish: "Planer", .english: "Plans"])
        #expect(configuration.tagline[.english] == "Öppet")
        #expect(configuration.languages == [.english, .swedish])
        #expect(configuration.baseURL == "https://plan.example.se/x/")
        #expect(configuration.license == "https://creativecommons.org/publicdomain/zero/1.0/")
        #expect(configuration.contact.name == "Kansliet")
        #expect(configuration.contact.email == "a@b.se")
        #expect(configuration.theme.tokens.mapValues(\.value.value) == ["thread": "#B3152B"])
        #expect(configuration.theme.darkTokens.mapValues(\.value.value) == ["thread": "#f2647a"])
        #expect(configuration.theme.logo?.file.value == "vapen.svg")
        #expect(configuration.theme.logo?.text == [.swedish: "Kommunen", .english: "The municipality"])
        let statement = try #require(configuration.accessibility)
        #expect(statement.level == .partial)
        #expect(statement.responsible[.english] == "Kommunen")
        #expect(statement.shortcomings.map(\.reason) == [.nonCompliance, .disproportionateBurden])
        #expect(statement.shortcomings.last?.mended?.text == "2027-06")
        #expect(statement.contact.email == "a@b.se")
        #expect(statement.assessed?.text == "2026-01-20")
        #expect(configuration.navigation.map(\.target.value) == ["om", "https://example.se"])
        #expect(configuration.searchSites == ["../b/", "/c/"])
        #expect(configuration.synonyms == [["sopor", "avfall", "renhållning"], ["kollektivtrafik", "bussar"]])
        #expect(configuration.checks == [.placeholder: .off, .rootLink: .error])
    }

    @Test(arguments: [
        "a@b.se?subject=<x>&y", "a b@c.se", "@b.se", "a@", "a@b@c.se", "a@b..se", "Kansliet a@b.se", "a@-b.se",
    ])
    func whatIsNoMailAddressIsRefused(_ text: String) throws {
        try site("contact: 1️⃣\"\(text)\"").expect(.siteConfiguration)
        try site("kontakt: {e-post: 1️⃣\"\(text)\"}").expect(.siteConfiguration)
    }

    @Test(arguments: [
        ("a.b+c@xn--rksmrgs-5wao1o.se", "mailto:a.b+c@xn--rksmrgs-5wao1o.se"), ("a@å.se", "mailto:a@%C3%A5.se"),
        ("a&b?c%@d.se", "mailto:a%26b%3Fc%25@d.se"),
    ])
    func aMailAddressIsALink(_ text: String, _ link: String) {
        #expect(MailAddress.isOne(text))
        #expect(MailAddress.link(to: text) == link)
    }

    @Test func mistakesAreReportedInTheirPlaces() throws {
        try site(
            """
            1️⃣titl: x
            base-url: 2️⃣ftp://x
            languages: [sv, 3️⃣de]
            theme:
              a: 4️⃣"red; } body { display: none"
            navigation:
              - 5️⃣title: Om
            contact:
              6️⃣fax: 1
            checks:
              sum-differs: 7️⃣off
            publisher: 8️⃣[a]
            license: 9️⃣http://example.se/licens
            """
        ).expect(
            .unknownKey, .siteConfiguration, .siteConfiguration, .siteConfiguration, .siteConfiguration, .unknownKey,
            .siteConfiguration, .siteConfiguration, .siteConfiguration)
    }

    @Test func theRepositorySaysWhereFilesGo() throws {
        try site("källkod: 1️⃣https://example.se/edit/\n").expect(.siteConfiguration)
        let fixture = try site("repository: https://example.se/edit/{file}#L{line}\n")
        #expect(try fixture.read().configuration.repository == "https://example.se/edit/{file}#L{line}")
    }

    @Test func brokenYAMLIsPlaced() throws {
        try site("title: a\n1️⃣\tb: c\n").expect(.yamlTab)
    }

    @Test func theProjectsStringsOverrideTheDefaultsKeyByKey() throws {
        let fixture = try Fixture([
            "Site/Strings/sv.yaml": "search: Leta\n",
            "defaults/Site/Strings/sv.yaml": "search: Sök\nplan:\n  one: Plan\n",
        ])
        let result = try ProjectReader(project: fixture.folder, defaults: fixture.folder + "/defaults").read()
        let strings = try #require(result.strings[.swedish])
        #expect(strings("search") == "Leta")
        #expect(strings("plan.one") == "Plan")
        #expect(result.strings[.english]?.keys.isEmpty == true)
    }

    @Test func defaultStringsHaveTheSameKeysInBothLanguages() throws {
        let strings = try Fixture([:]).read().strings
        let swedish = try #require(strings[.swedish])
        let english = try #require(strings[.english])
        #expect(swedish.keys.symmetricDifference(english.keys).isEmpty)
    }
}
