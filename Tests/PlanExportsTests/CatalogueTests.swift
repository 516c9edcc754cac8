import Foundation
import PlanBuild
import PlanGraph
import PlanModel
import Testing

@testable import PlanExports

@Suite struct CatalogueTests {
    @Test func theCatalogueSaysWhatTheSiteStates() throws {
        let project = try ExportProject(
            plan: "Tabell: A {#a .mål}\n\n| Mål |\n|---|\n| Ett |\n", keys: "beslut: {datum: 2025-01-02}\n",
            ["Site/site.yaml": "title: P\nlicens: https://creativecommons.org/publicdomain/zero/1.0/\n"],
            baseURL: "https://plan.example.se/")
        let site = try project.site()
        let catalogue = try #require(site["data/catalog.rdf"])
        #expect(
            catalogue.contains("<dct:license rdf:resource=\"https://creativecommons.org/publicdomain/zero/1.0/\"/>"))
        #expect(catalogue.contains(">2025-01-02</dct:issued>"))
        #expect(catalogue.contains(">2026-12-31</dcat:endDate>"))
        let package = try #require(site["data/datapackage.json"])
        #expect(package.contains("{\"path\": \"https://creativecommons.org/publicdomain/zero/1.0/\"}"))
        #expect(package.contains("sha256:" + SHA256.hex(Array(try #require(site["data/tables/org/plan/a.csv"]).utf8))))
    }

    @Test func workbooksAreListed() throws {
        let project = try ExportProject(plan: "Tabell: A {#a .mål}\n\n| Mål |\n|---|\n| Ett |\n")
        let library = try project.check().library
        let book = SiteFile(path: DataPaths.workbook(of: EntityID("org/plan")), bytes: [1, 2, 3])
        let files = OpenData.files(
            library, configuration: SiteConfiguration(), strings: [:], asOf: nil, workbooks: [book])
        let catalogue = try #require(files.first { $0.path == DataPaths.catalogRDF })
        let text = String(decoding: catalogue.bytes, as: UTF8.self)
        #expect(text.contains("workbooks/org/plan.xlsx") && text.contains("file-type/XLSX"))
        #expect(!files.contains { $0.path == book.path })
        #expect(Set(files.map(\.path)).count == files.count)
    }

    @Test func resourceNamesAreUnique() {
        var names = ResourceNames()
        #expect(["a", "a", "a-2", "a"].map { names.take($0) } == ["a", "a-2", "a-2-2", "a-3"])
    }
}
