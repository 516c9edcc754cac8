import PlanModel
import PlanReader
import Testing

@Suite struct AccessibilityReadingTests {
    private func site(_ text: String) throws -> Fixture { try Fixture(["Site/site.yaml": text]) }

    @Test func mistakesInTheStatementAreReportedInTheirPlaces() throws {
        try site(
            """
            accessibility:
              level: 1️⃣ganska
              2️⃣contct: a@b.se
              shortcomings:
                - text: Kartan
                  reason: 3️⃣dyrt
                - 4️⃣reason: brist
              assessed: 5️⃣i vintras
              form: 6️⃣javascript:alert(1)
            """
        ).expect(
            .siteConfiguration, .unknownKey, .siteConfiguration, .siteConfiguration, .siteConfiguration,
            .siteConfiguration)
    }

    @Test func mistakesInTheThemeAreReportedInTheirPlaces() throws {
        try site(
            """
            theme:
              dark: 1️⃣svart
              ink: 2️⃣"#000; } body { color: red"
              paper: 3️⃣"/* "
              logo:
                4️⃣fille: vapen.svg
            """
        ).expect(
            .siteConfiguration, .siteConfiguration, .siteConfiguration, .unknownKey)
    }

    @Test(arguments: ["accessibility: ja", "accessibility: [a]", "theme: {logo: [a]}", "theme: {logo: {}}"])
    func otherShapesAreRefused(_ text: String) throws {
        let found = try site(text).read().manuscript.diagnostics.filter { $0.position.file == "Site/site.yaml" }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.code == .siteConfiguration })
    }
}
