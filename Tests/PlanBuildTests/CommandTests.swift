import Foundation
import PlanFiles
import PlanBuild
import PlanModel
import Testing

/// The command as it is called: exit codes and what it prints.
@Suite struct CommandTests {
    struct Run {
        let code: Int32
        let output: String
        let errors: String
    }

    /// The program lies beside the tests.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("klarplan")

    private func run(
        _ arguments: [String], environment: [String: String] = ["LC_ALL": "sv_SE.UTF-8"], in folder: String? = nil
    ) throws -> Run {
        let process = Process()
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
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

    @Test func aBuiltSiteIsZero() throws {
        let project = try Project.plan("Text.\n")
        let run = try run(["build", project.folder])
        #expect(run.code == 0, "\(run.errors)")
        #expect(try project.page("index.html").contains("Klarplan"))
    }

    /// Each process has its own hash seed: an order that leaks from a set or dictionary shows here.
    @Test func everyProcessWritesTheSameBytes() throws {
        let project = try Project([:])
        let fixture = Project.repository + "/Tests/Fixtures/valid/everything"
        for path in FileSystem.files(below: fixture) where !path.hasPrefix("expected/") {
            try project.write(Data(try FileSystem.bytes(of: fixture + "/" + path)), to: path)
        }
        var sites: [[String: Data]] = []
        for _ in 0..<3 {
            #expect(try run(["build", project.folder, "--full"]).code == 0)
            sites.append(try project.site())
        }
        #expect(sites[0] == sites[1] && sites[1] == sites[2])
    }

    @Test func contentWithErrorsIsOneForBuildAndCheck() throws {
        let project = try Project.plan("[A9.9]\n")
        for command in ["build", "check"] {
            #expect(try run([command, project.folder]).code == 1)
        }
    }

    @Test(arguments: [
        ["build", "/finns/inte"], ["build", "--okänd"], ["bygg"], ["build", ".", "--base-url", "plan.example.se"],
        ["check", ".", "--format", "xml"], ["check", ".", "--as-of", "igår"], ["new", "enht", "org"],
    ])
    func aWrongCallIsTwo(_ arguments: [String]) throws {
        let run = try run(arguments)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("Fel: "))
    }

    /// How a call is written helps nobody whose folder isn't there.
    @Test(arguments: [
        ["build", "/finns/inte"], ["serve", "/finns/inte"], ["fmt", "/finns/inte"], ["new", "mål", "finns/inte/X3"],
        ["new", "mål"], ["init", "/tmp"],
    ])
    func aMistakeOfContentShowsNoUsage(_ arguments: [String]) throws {
        let run = try run(arguments)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("Fel: ") && !run.errors.contains("Usage") && !run.errors.contains("Så skrivs det"))
        #expect(try self.run(arguments + ["--language", "en"]).errors.hasPrefix("Error: "))
    }

    /// Annotations are placed by the way from where the command runs; all else by the way from the project.
    @Test func annotationsNameFilesFromTheWorkingFolder() throws {
        let project = try Project.plan("Text [A9.9].\n")
        let above = URL(fileURLWithPath: project.folder).deletingLastPathComponent().path
        let name = URL(fileURLWithPath: project.folder).lastPathComponent
        let github = try run(["check", name, "--format", "github"], in: above)
        #expect(github.output.hasPrefix("::error file=\(name)/Content/org/plan/index.md,"))
        let json = try run(["check", name + "/", "--format", "json"], in: above)
        #expect(json.output.contains("\"file\" : \"Content/org/plan/index.md\""))
        #expect(
            try run(["check", ".", "--format", "github"], in: project.folder).output.hasPrefix("::error file=Content/"))
    }

    @Test func aWrongCallIsExplainedInTheLanguageAskedFor() throws {
        let swedish = try run(["build", "--okänd", "--language", "sv"], environment: ["LANG": "en_GB.UTF-8"])
        #expect(swedish.errors.contains("Okänt tillval") && !swedish.errors.contains("Error:"))
        #expect(try run(["build", "--okänd"], environment: ["LANG": "en_GB.UTF-8"]).errors.contains("Unknown option"))
    }

    @Test func aMachineThatFailsIsThree() throws {
        let project = try Project.plan("Text.\n")
        try FileSystem.makeFolder(project.folder + "/.klarplan")
        let lock = try FileSystem.lock(project.folder + "/.klarplan/lock")
        let held = try #require(lock)
        defer { FileSystem.unlock(held) }
        #expect(try run(["build", project.folder]).code == 3)
    }

    @Test(arguments: ["public", "Content", "Content/org", "Site/ut", ".", ".klarplan/ut"])
    func anOutputThatIsNotOursIsTwoAndUntouched(_ output: String) throws {
        let project = try Project.plan("Text.\n")
        try project.write("x", to: "public/x.txt")
        let before = FileSystem.files(below: project.folder)
        #expect(try run(["build", project.folder, "--output", project.folder + "/" + output]).code == 2)
        #expect(FileSystem.files(below: project.folder).filter { $0 != ".klarplan/lock" } == before)
    }

    @Test func strictMakesAWarningFail() throws {
        let project = try Project.plan("Text <b>x</b>.\n")
        #expect(try run(["check", project.folder]).code == 0)
        #expect(try run(["check", project.folder, "--strict"]).code == 1)
        #expect(try run(["build", project.folder, "--strict"]).code == 1)
    }

    @Test func jsonHoldsWhatTheContractSays() throws {
        let project = try Project.plan("Text [A9.9].\n")
        let run = try run(["check", project.folder, "--format", "json"])
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let findings = try #require(json as? [[String: Any]])
        let first = try #require(findings.first)
        #expect(first["severity"] as? String == "error")
        #expect(first["code"] as? String == "unknown-reference")
        #expect(first["file"] as? String == "Content/org/plan/index.md")
        #expect(first["line"] as? Int == 8)
        #expect(first["column"] as? Int == 6)
        #expect((first["message"] as? String)?.contains("A9.9") == true)
        #expect(first["help"] is String)
    }

    @Test func annotationsForPullRequestsAreOneLineEach() throws {
        let project = try Project.plan("Text [A9.9].\n")
        let run = try run(["check", project.folder, "--format", "github"])
        #expect(run.output.hasPrefix("::error file=Content/org/plan/index.md,line=8,col=6,title=unknown-reference::"))
        #expect(run.output.split(separator: "\n").count { $0.hasPrefix("::error") } == 1)
        #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
    }

    @Test func messagesFollowTheOptionElseTheEnvironment() throws {
        let project = try Project.plan("Text [A9.9].\n")
        #expect(try run(["check", project.folder]).output.contains("finns inte"))
        #expect(
            try run(["check", project.folder], environment: ["LANG": "en_GB.UTF-8"]).output.contains("doesn't exist"))
        #expect(try run(["check", project.folder, "--language", "en"]).output.contains("doesn't exist"))
    }

    @Test func aNewProjectBuildsWithoutAFinding() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try run(["init", folder]).code == 0)
        let check = try run(["check", folder, "--format", "github"])
        #expect(check.code == 0, "\(check.output)")
        let lines = check.output.split(separator: "\n")
        #expect(lines.isEmpty, "\(lines)")
        #expect(try run(["build", folder]).code == 0)
        // A second time the folder is not empty.
        #expect(try run(["init", folder]).code == 2)
    }

    @Test(arguments: [
        ("organisation", "nya", "nya/index.md"), ("enhet", "org/ny", "org/ny/index.md"),
        ("plan", "org/p2", "org/p2/index.md"), ("mål", "org/plan/A1", "org/plan/A1.md"),
        ("programme", "org/plan/P1", "org/plan/P1.md"), ("prioritering", "org/plan/R1", "org/plan/R1.md"),
        ("uppdrag", "org/plan/U1", "org/plan/U1.md"), ("activity", "org/plan/K1", "org/plan/K1.md"),
        ("indikator", "org/plan/I1", "org/plan/I1.md"), ("uppföljning", "org/plan/t1", "org/plan/t1.md"),
        ("fokusområde", "org/plan/f", "org/plan/f.md"), ("perspective", "org/plan/p", "org/plan/p.md"),
        ("sida", "org/om", "org/om.md"), ("möte", "org/m1", "org/m1.md"),
    ])
    func aNewFileOfEachTypeChecksClean(type: String, id: String, path: String) throws {
        let project = try Project.plan("Text.\n")
        let made = try run(["new", type, id, "--project", project.folder, "--title", "En \"titel\": ny"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(FileManager.default.fileExists(atPath: project.folder + "/Content/" + path))
        let check = try run(["check", project.folder])
        #expect(check.code == 0, "\(check.output)")
        // What is there is never written over.
        #expect(try run(["new", type, id, "--project", project.folder]).code == 2)
    }

    @Test func aFileOfNothingIsRefused() throws {
        let project = try Project.plan("Text.\n")
        #expect(try run(["new", "mål", "finns/inte/X3", "--project", project.folder]).code == 2)
        #expect(try run(["new", "mål", "org/inte/X3", "--project", project.folder]).code == 2)
    }

    @Test func anIDWithAStepUpwardsIsRefused() throws {
        let project = try Project.plan("Text.\n")
        #expect(try run(["new", "sida", "org/../../ute", "--project", project.folder]).code == 2)
        #expect(try run(["new", "sida", "org/..", "--project", project.folder]).code == 2)
    }
}
