import Foundation
import PlanFiles
import PlanModel
import Testing

/// `klarplan search` over a site that was built.
@Suite struct SearchCommandTests {
    private struct Run {
        let code: Int32
        let output: String
        let errors: String
    }

    private struct Hit: Decodable {
        let url: String
        let title: String
        let type: String
        let score: Int
        let excerpt: String
        let site: String?
    }

    /// The program lies beside the tests.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("klarplan")

    private func run(_ arguments: [String]) throws -> Run {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = ["LC_ALL": "sv_SE.UTF-8"]
        let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let errors = output.appendingPathExtension("errors")
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Run(
            code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    private func site(_ text: String) throws -> (project: Project, folder: String) {
        let project = try Project.plan(text)
        let build = try run(["build", project.folder])
        try #require(build.code == 0, "\(build.errors)")
        return (project, project.folder + "/public")
    }

    @Test func whatIsFoundIsZeroAndJSON() throws {
        let (folderProject, folder) = try site("## Vägar\n\nUnderhållsbudgeten för vägar är <stor>.\n")
        defer { withExtendedLifetime(folderProject) {} }
        for query in ["budget", "vagarna", "\"för vägar\"", "underhålsbudget"] {
            let run = try run(["search", query, "--site", folder, "--json"])
            #expect(run.code == 0, "\(query): \(run.errors)")
            let hits = try JSONDecoder().decode([Hit].self, from: Data(run.output.utf8))
            let hit = try #require(hits.first)
            #expect(hit.excerpt.contains("vägar"), "\(hit.excerpt)")
            #expect(hit.type == "plan" && hit.score > 0 && !hit.title.isEmpty)
            #expect(hit.url.hasSuffix("#vagar"), "\(hit.url)")
        }
    }

    @Test func nothingFoundIsOne() throws {
        let (folderProject, folder) = try site("Text.\n")
        defer { withExtendedLifetime(folderProject) {} }
        let run = try run(["search", "xyzzyqwert", "--site", folder, "--json"])
        #expect(run.code == 1)
        #expect(try JSONDecoder().decode([Hit].self, from: Data(run.output.utf8)).isEmpty)
        #expect(try self.run(["search", "", "--site", folder]).code == 1)
    }

    @Test func missingIndexIsThreeAndAWrongCallTwo() throws {
        let run = try run(["search", "väg", "--site", "/nowhere"])
        #expect(run.code == 3)
        #expect(run.errors.contains("inget sökindex"))
        #expect(try self.run(["search"]).code == 2)
        #expect(try self.run(["search", "väg", "--limit", "-1"]).code == 2)
    }

    @Test func damagedIndexIsThree() throws {
        let (folderProject, folder) = try site("Text.\n")
        defer { withExtendedLifetime(folderProject) {} }
        try FileSystem.write([0x4B, 0x50, 0x53, 0x52, 9, 0, 0, 0, 0, 0], to: folder + "/search/index/root.bin")
        let run = try run(["search", "text", "--site", folder])
        #expect(run.code == 3)
        #expect(run.errors.contains("version 9"))
    }

    @Test func severalSitesAreAskedTogether() throws {
        let (oneProject, one) = try site("Kollektivtrafik.\n")
        defer { withExtendedLifetime(oneProject) {} }
        let (twoProject, two) = try site("Kollektivtrafiken växer.\n")
        defer { withExtendedLifetime(twoProject) {} }
        let run = try run(["search", "kollektivtrafik", "--site", one, "--site", two, "--json", "--limit", "1"])
        #expect(run.code == 0)
        let hits = try JSONDecoder().decode([Hit].self, from: Data(run.output.utf8))
        #expect(hits.count == 1)
        #expect([one, two].contains(hits.first?.site))
    }

    @Test func siteThatIsGivenTwiceIsAskedOnce() throws {
        let (folderProject, folder) = try site("Kollektivtrafik.\n")
        defer { withExtendedLifetime(folderProject) {} }
        let once = try run(["search", "kollektivtrafik", "--site", folder, "--json"])
        let twice = try run(
            [
                "search", "kollektivtrafik", "--site", folder, "--site", folder + "/", "--site", folder + "/../public",
                "--json",
            ])
        #expect(once.code == 0)
        #expect(twice.output == once.output)
        #expect(!once.output.contains("\"site\""))
    }

    @Test func sitesAreAskedInTheLanguageOfTheFirst() throws {
        let (folderProject, folder) = try site("Kollektivtrafik.\n")
        defer { withExtendedLifetime(folderProject) {} }
        let english = try Project.plan("Kollektivtrafik.\n")
        try english.write("title: Town\nlanguages: [en, sv]\n", to: "Site/site.yaml")
        let build = try run(["build", english.folder])
        try #require(build.code == 0, "\(build.errors)")
        let run = try run(
            ["search", "kollektivtrafiken", "--site", folder, "--site", english.folder + "/public", "--json"])
        let hits = try JSONDecoder().decode([Hit].self, from: Data(run.output.utf8))
        #expect(hits.contains { $0.url.hasPrefix("sv/") && $0.site == english.folder + "/public" }, "\(run.output)")
    }

    @Test func hitsThatCannotBeReadAreAFault() throws {
        let (folderProject, folder) = try site("Kollektivtrafik.\n")
        defer { withExtendedLifetime(folderProject) {} }
        let index = folder + "/search/index/"
        for name in try FileManager.default.contentsOfDirectory(atPath: index) where name.hasPrefix("d-") {
            try FileSystem.write([0x4B], to: index + name)
        }
        let run = try run(["search", "kollektivtrafik", "--site", folder, "--json"])
        #expect(run.code == 3)
        #expect(run.errors.contains("trasig"))
    }
}
