import Foundation
import PlanBuild
import PlanCatalogue
import PlanModel
import Testing

/// Every example of the catalogue, checked by the real builder.
@Suite struct ExampleTests {
    @Test(arguments: DiagnosticCode.allCases)
    func badExampleGivesItsCodeAndNoOtherError(_ code: DiagnosticCode) throws {
        let entry = Catalogue.entry(code)
        guard let files = entry.bad.files else { return }
        let found = try ExampleProject(files).check()
        #expect(found.contains { $0.code == code }, "\(code.rawValue): \(Self.list(found))")
        let others = found.filter {
            $0.severity == .error && $0.code != code && !entry.companions.contains($0.code)
        }
        #expect(others.isEmpty, "\(code.rawValue): \(Self.list(others))")
        let missing = entry.companions.filter { companion in !found.contains { $0.code == companion } }
        #expect(missing.isEmpty, "\(code.rawValue) no longer has these companions: \(missing)")
    }

    @Test(arguments: DiagnosticCode.allCases)
    func goodExampleGivesNothing(_ code: DiagnosticCode) throws {
        guard let files = Catalogue.entry(code).good.files else { return }
        // Hardly any of them makes a statement of accessibility.
        let found = try ExampleProject(files).check().filter {
            $0.code == code || $0.code != .accessibilityStatement
        }
        #expect(found.isEmpty, "\(code.rawValue): \(Self.list(found))")
    }

    @Test(arguments: DiagnosticCode.allCases)
    func everyCodeIsKebabCaseAndExplained(_ code: DiagnosticCode) throws {
        #expect(try #/[a-z]+(-[a-z0-9]+)*/#.wholeMatch(in: code.rawValue) != nil)
        let entry = Catalogue.entry(code)
        for language in Language.allCases {
            for text in [entry.meaning[language], entry.remedy[language]] {
                #expect(text.count > 8, "\(code.rawValue) says too little in \(language.rawValue)")
                #expect(!text.contains("\n"), "\(code.rawValue) breaks its line in \(language.rawValue)")
                #expect(text.hasSuffix("."), "\(code.rawValue): '\(text)' is no sentence")
            }
            #expect(Catalogue.handbook(in: language).contains("\n### \(code.rawValue)\n"))
        }
    }

    private static func list(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { diagnostic in
            let position = diagnostic.position
            return "\(position.file):\(position.line):\(position.column) \(diagnostic.code.rawValue) "
                + diagnostic.message.english
        }.joined(separator: "\n")
    }
}
