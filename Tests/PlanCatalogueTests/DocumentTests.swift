import Foundation
import PlanCatalogue
import PlanModel
import Testing

@testable import PlanPages
@testable import PlanReader

/// The pages in `docs` that are made from the code.
@Suite struct DocumentTests {
    /// `KLARPLAN_RECORD=1` writes the pages anew; a run that records fails, so that none passes by recording.
    @Test func documentsAreThoseOfTheCode() throws {
        for (path, text) in Catalogue.documents() {
            if ProcessInfo.processInfo.environment["KLARPLAN_RECORD"] == "1" {
                try Data(text.utf8).write(to: Repository.folder.appendingPathComponent(path))
                Issue.record("recorded \(path)")
            } else {
                let written = try? Repository.text(path)
                #expect(
                    written == text, "\(path) is out of date: run KLARPLAN_RECORD=1 swift test --filter DocumentTests")
            }
        }
    }

    @Test(arguments: TableClass.allCases)
    func columnsOfTheHandbookAreThoseOfTheReader(_ tableClass: TableClass) {
        var known = Set(ColumnNames.known(tableClass).flatMap(\.names))
        if tableClass == .investments { known.formUnion(ColumnNames.amount.names) }
        #expect(Set(ColumnGuide.columns(of: tableClass).flatMap(\.headings)) == known)
    }

    @Test func templateValuesOfTheHandbookAreThoseOfThePages() throws {
        func names(_ names: [TemplateSchema.Name]) -> [String: [String]] {
            var found: [String: [String]] = [:]
            for name in names {
                switch name {
                case .text(let text): found[text] = []
                case .list(let text, let items): found[text] = items
                }
            }
            return found
        }
        func names(_ values: [TemplateGuide.Value]) -> [String: [String]] {
            Dictionary(values.map { ($0.name, $0.items) }, uniquingKeysWith: { first, _ in first })
        }
        #expect(names(TemplateGuide.layout) == names(TemplateSchema.layout))
        for kind in PageKind.allCases {
            let template = try #require(TemplateGuide.pages.first { $0.name == kind.rawValue })
            #expect(
                names(TemplateGuide.common + template.values) == names(TemplateSchema.names(of: kind)),
                "\(kind.rawValue)")
        }
        #expect(TemplateGuide.pages.count == PageKind.allCases.count)
    }
}
