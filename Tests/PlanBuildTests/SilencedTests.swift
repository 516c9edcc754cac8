import Foundation
import PlanBuild
import PlanModel
import Testing

/// Findings that are silenced where they stand.
@Suite struct SilencedTests {
    private func check(_ body: String, site: String = "", more: [String: String] = [:]) throws -> Builder.Checked {
        var files = more
        // These small sites make no statement of accessibility, and are not asked to.
        let quiet = "  accessibility-statement: off\n"
        files["Site/site.yaml"] = site.isEmpty ? "checks:\n" + quiet : site + quiet
        return try Project.plan(body, more: files).check()
    }

    private let comment = "<!-- klarplan: tysta placeholder skäl=\"så heter fältet\" -->"

    @Test func aSilencedFindingIsCountedAndNotTold() throws {
        let checked = try check("\(comment)\nFältet TODO.\n")
        #expect(checked.diagnostics == [])
        #expect(checked.silenced.map(\.code) == [.placeholder])
        let printer = DiagnosticPrinter(language: .swedish, format: .human)
        #expect(printer.summary(of: checked.diagnostics, silenced: checked.silenced.count) == "1 tystad")
    }

    @Test func onlyItsOwnLineAndCodeAreSilenced() throws {
        #expect(try check("\(comment)\nFältet TODO.\nTODO\n").diagnostics.map(\.position.line) == [10])
        let found = try check("<!-- klarplan: tysta raw-html skäl=\"så\" -->\nTODO\n").diagnostics
        #expect(Set(found.map(\.code)) == [.placeholder, .unusedSilencing])
    }

    @Test func aSilencingWithoutAReasonStillSilencesAndIsTold() throws {
        let checked = try check("<!-- klarplan: tysta placeholder -->\nTODO\n")
        #expect(checked.diagnostics.map(\.code) == [.silencingFault])
    }

    @Test func errorsAreNotSilenced() throws {
        let found = try check("<!-- klarplan: tysta broken-link skäl=\"så\" -->\n[x](saknas.md)\n").diagnostics
        #expect(Set(found.map(\.code)) == [.brokenLink, .silencingFault])
        let raised = try check("\(comment)\nTODO\n", site: "checks:\n  placeholder: error\n").diagnostics
        #expect(Set(raised.map(\.code)) == [.placeholder, .silencingFault])
    }

    @Test func whatTheSiteDoesNotLookForMayStaySilenced() throws {
        #expect(try check("\(comment)\nText.\n", site: "checks:\n  placeholder: off\n").diagnostics == [])
        #expect(try check("\(comment)\nText.\n").diagnostics.map(\.code) == [.unusedSilencing])
        #expect(try check("\(comment)\nText.\n", site: "checks:\n  unused-silencing: off\n").diagnostics == [])
    }

    @Test func rowsOfATableAndOfItsFileAreSilenced() throws {
        let pipe = "\(comment)\n\nTabell: X {#x .mål}\n\n| Id | Mål |\n|---|---|\n| A1 | xxx |\n"
        #expect(try check(pipe).silenced.count == 1)
        let csv = try check(
            "\(comment)\n\nTabell: X {#x .mål src=x.csv}\n", more: ["org/plan/x.csv": "Id;Mål\nA1;xxx\n"])
        #expect(csv.diagnostics == [])
        #expect(csv.silenced.map(\.position.file) == ["Content/org/plan/x.csv"])
    }

    @Test func findingsOfTheWholeContentAreSilencedWhereTheyStand() throws {
        let checked = try check(
            "<!-- klarplan: tysta unexplained-abbreviation skäl=\"känd i länet\" -->\nText om RUS.\n")
        #expect(checked.diagnostics == [])
        #expect(checked.silenced.map(\.code) == [.unexplainedAbbreviation])
    }

    @Test func commentsAreNoRawHTMLAndDoNotShow() throws {
        let project = try Project.plan("\(comment)\nFältet TODO. <!-- klarplan: tysta placeholder skäl=\"så\" -->\n")
        _ = try project.build()
        #expect(try !project.page("org/plan/index.html").contains("klarplan: tysta"))
    }

    // MARK: Formats

    private let strange = [
        Diagnostic(
            .placeholder, at: SourcePosition(file: "Content/a, b:c%å.md", line: 3, column: 7),
            LocalizedText(sv: "100 % fel,\nrad: två", en: "all wrong"), help: LocalizedText(sv: "rätta", en: "mend"))
    ]

    @Test func annotationsOfPullRequestsAreEscaped() {
        #expect(
            DiagnosticPrinter(language: .swedish, format: .github).text(of: strange)
                == "::warning file=Content/a%2C b%3Ac%25å.md,line=3,col=7,title=placeholder::"
                + "100 %25 fel,%0Arad: två%0Arätta\n")
    }

    @Test func sarifHasWhatTheStandardAsksFor() throws {
        let finding = try #require(strange.first)
        let text = SarifReport(language: .swedish).text(of: [finding, finding])
        let log = try JSONDecoder().decode(SarifLog.self, from: Data(text.utf8))
        #expect(log.version == "2.1.0")
        let run = try #require(log.runs.first)
        #expect(log.runs.count == 1 && run.columnKind == "unicodeCodePoints" && run.tool.driver.name == "klarplan")
        let rule = try #require(run.tool.driver.rules.first)
        #expect(run.tool.driver.rules.count == 1 && rule.id == "placeholder")
        #expect(rule.defaultConfiguration.level == "warning")
        // Help in both languages.
        #expect(rule.help.text.contains("Skriv det som ska stå") && rule.help.text.contains("Write what is to stand"))
        #expect(run.results.count == 2)
        for result in run.results {
            #expect(result.ruleId == rule.id && result.ruleIndex == 0 && result.level == "warning")
            #expect(result.message.text == "100 % fel,\nrad: två\nrätta")
            let place = try #require(result.locations.first).physicalLocation
            #expect(place.artifactLocation.uri == "Content/a,%20b:c%25%C3%A5.md")
            #expect(place.region.startLine == 3 && place.region.startColumn == 7)
        }
        // Two of the same are told apart; lines above don't matter.
        #expect(Set(run.results.compactMap { $0.partialFingerprints["klarplanFinding/v1"] }).count == 2)
    }

    @Test func nothingFoundIsALogWithoutResults() throws {
        let text = SarifReport(language: .english).text(of: [])
        let log = try JSONDecoder().decode(SarifLog.self, from: Data(text.utf8))
        #expect(log.runs.first?.results.isEmpty == true && log.runs.first?.tool.driver.rules.isEmpty == true)
    }
}

/// What SARIF 2.1.0 requires of a log, as it is read back: §3.13 log, §3.14 run, §3.19 tool component, §3.27 result,
/// §3.30 region, §3.49 rule. A property that is missing or of another type does not decode.
private struct SarifLog: Decodable {
    struct Message: Decodable { let text: String }
    struct Configuration: Decodable { let level: String }
    struct Rule: Decodable {
        let id: String
        let shortDescription: Message
        let fullDescription: Message
        let help: Message
        let defaultConfiguration: Configuration
    }
    struct Driver: Decodable {
        let name: String
        let rules: [Rule]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Artifact: Decodable { let uri: String }
    struct Region: Decodable {
        let startLine: Int
        let startColumn: Int
    }
    struct Physical: Decodable {
        let artifactLocation: Artifact
        let region: Region
    }
    struct Location: Decodable { let physicalLocation: Physical }
    struct Result: Decodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let partialFingerprints: [String: String]
    }
    struct Run: Decodable {
        let tool: Tool
        let columnKind: String
        let results: [Result]
    }

    let version: String
    let runs: [Run]
}
