import Foundation
import PlanBuild
import PlanFiles
import PlanGraph
import PlanModel
import PlanReader
import Testing

/// What `init` gives, and what `fmt` does to whole projects.
@Suite struct BeginningTests {
    private func begun() throws -> Project {
        let project = try Project([:])
        try FileManager.default.removeItem(atPath: project.folder)
        _ = try Scaffold(defaults: Project.repository).begin(project.folder)
        return project
    }

    @Test func aNewProjectHasOneOfEverythingAndNoFinding() throws {
        let project = try begun()
        let checked = try project.check()
        #expect(checked.diagnostics.map(\.message.swedish) == [])
        let kinds = Set(checked.library.entities.map(\.kind))
        #expect(EntityKind.allCases.filter { !kinds.contains($0) } == [])
        let classes = Set(checked.library.tables.map(\.class))
        #expect(TableClass.allCases.filter { !classes.contains($0) } == [])
        #expect(!checked.library.outcomes.isEmpty)
        let files = Set(
            try FileManager.default.subpathsOfDirectory(atPath: Project.repository + "/Site/Scaffold/project"))
        #expect(files.isSuperset(of: ["README.md", "Content/index.en.md", "Site/site.yaml"]))
    }

    @Test func aNewProjectIsSetOutEvenly() throws {
        let project = try begun()
        #expect(try ContentFormatting(project.folder).uneven.map(\.path) == [])
    }

    /// Every key that `site.yaml` may have stands there, most of them as a comment.
    @Test func everyKeyOfTheSiteIsShown() throws {
        let text = try String(
            contentsOfFile: Project.repository + "/Site/Scaffold/project/Site/site.yaml", encoding: .utf8)
        let keys = Set(
            text.split(separator: "\n").compactMap { line -> String? in
                let bare = line.drop { $0 == "#" || $0 == " " || $0 == "-" }
                return bare.split(separator: ":").first.map(String.init)
            })
        // The publisher's homepage is shown within `utgivare`.
        for key in SiteKey.allCases where key != .publisherHomepage {
            #expect(!keys.isDisjoint(with: key.names), "\(key)")
            for (english, swedish) in key.inner {
                #expect(keys.contains(english) || keys.contains(swedish), "\(swedish)")
            }
        }
    }

    /// Comments, once they are taken off, are keys that the reader knows.
    @Test func whatIsCommentedOutInTheSiteFileIsRight() throws {
        let project = try begun()
        let text = try String(contentsOfFile: project.folder + "/Site/site.yaml", encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("# ") && line.contains(where: { $0 == ":" || $0 == "-" }) && !line.hasSuffix(".")
                ? line.dropFirst(2) : line
        }
        try project.write(lines.joined(separator: "\n"), to: "Site/site.yaml")
        let findings = try project.check().diagnostics.filter { $0.severity != .info }
        #expect(findings.map(\.message.swedish) == [])
    }

    /// The same of every file: what is told to be taken away may be.
    @Test func whatIsCommentedOutInFrontMatterIsRight() throws {
        let project = try begun()
        let scaffold = Scaffold(defaults: Project.repository)
        for kind in EntityKind.allCases.filter(\.hasFiles) {
            let place =
                kind == .organisation
                ? "" : kind.isScopedToOrganisation ? "exempelkommunen/" : "exempelkommunen/plan-2026/"
            let result = try scaffold.make(
                kind, id: place + "ny-\(kind.rawValue)", title: "Ny",
                values: kind == .meeting ? [.date: "2026-03-17"] : [:], in: project.folder)
            guard case .made = result else {
                Issue.record("\(kind): \(result)")
                continue
            }
        }
        for file in FileSystem.files(below: project.folder + "/Content") where file.hasSuffix(".md") {
            let path = project.folder + "/Content/" + file
            let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n").map { line in
                line.firstMatch(of: /^( *)# ([a-zåäö-]+:.*|  .*)$/).map { String($0.output.1 + $0.output.2) } ?? line
            }
            try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
        let findings = try project.check().diagnostics.filter { $0.severity == .error }
        #expect(findings.map { "\($0.position.file):\($0.position.line) \($0.message.swedish)" } == [])
    }

    @Test func theOrganisationsFolderMayBeRenamed() throws {
        let project = try begun()
        try FileManager.default.moveItem(
            atPath: project.folder + "/Content/exempelkommunen", toPath: project.folder + "/Content/storby")
        let findings = try project.check().diagnostics
        #expect(findings.map(\.message.swedish) == [])
    }

    @Test func theExampleContentIsSetOutEvenly() throws {
        #expect(try ContentFormatting(Project.repository).uneven.map(\.path) == [])
    }

    @Test func formattingChangesNoByteOfTheExampleSite() throws {
        let original = try Project([:])
        let even = try Project([:])
        for project in [original, even] {
            try FileManager.default.removeItem(atPath: project.folder + "/Content")
            for part in ["Content", "Site/site.yaml"] {
                try FileSystem.makeFolder(project.folder + "/Site")
                try FileManager.default.copyItem(
                    atPath: Project.repository + "/" + part, toPath: project.folder + "/" + part)
            }
        }
        let formatting = try ContentFormatting(even.folder)
        #expect(formatting.files.flatMap(\.diagnostics).isEmpty)
        try formatting.write()
        #expect(try ContentFormatting(even.folder).uneven.isEmpty)
        _ = try original.build()
        _ = try even.build()
        #expect(try original.site() == even.site())
    }

    @Test func aFileKeepsItsPermissionsAndItsLink() throws {
        let project = try Project(["x.md": "---\ntitel: T\ntyp: sida\n---\n"])
        let file = project.folder + "/Content/x.md"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let link = project.folder + "/länk.md"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        try ContentFormatting(link).write()
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "---\ntyp: sida\ntitel: T\n---\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(FileSystem.destination(ofLink: link) != nil)
        #expect(FileSystem.entries(of: project.folder + "/Content") == ["x.md"])
    }
}
