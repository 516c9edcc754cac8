import Foundation
import PlanCatalogue
import PlanModel
import Testing

/// The projects that the handbook shows.
///
/// `<!-- projekt: namn -->` in the handbook begins one; the fences that follow, each with a path after its language, are
/// its files, up to the next mark or `<!-- slut -->`. The path `plan` is the text of the plan in the catalogue's frame,
/// which is around every project but those whose names end with `(hel)`.
@Suite struct HandbookTests {
    struct Shown: Sendable, CustomTestStringConvertible {
        let name: String
        var files: [String: [UInt8]] = [:]

        var testDescription: String { name }
    }

    static func projects() throws -> [Shown] {
        var projects: [Shown] = []
        var open: Shown?
        var fence: (path: String, mark: String, lines: [String])?
        for line in try Repository.text("docs/handbok.md").components(separatedBy: "\n") {
            if let current = fence {
                if line == current.mark {
                    open?.files[current.path] = Array((current.lines.joined(separator: "\n") + "\n").utf8)
                    fence = nil
                } else {
                    fence?.lines.append(line)
                }
            } else if line.hasPrefix("<!-- projekt: ") || line == "<!-- slut -->" {
                if let done = open { projects.append(done) }
                let name = line.dropFirst("<!-- projekt: ".count).dropLast(" -->".count)
                open = line == "<!-- slut -->" ? nil : Shown(name: String(name))
            } else if line.hasPrefix("```") {
                let mark = String(line.prefix { $0 == "`" })
                let words = line.dropFirst(mark.count).split(separator: " ").map(String.init)
                fence = (words.count > 1 ? words[1] : "", mark, [])
            }
        }
        if let done = open { projects.append(done) }
        return projects.map(framed)
    }

    private static func framed(_ shown: Shown) -> Shown {
        var project = Shown(name: shown.name)
        if !shown.name.hasSuffix("(hel)") {
            for file in ExampleFrame.files { project.files[file.path] = file.bytes }
        }
        for (path, bytes) in shown.files where !path.isEmpty {
            if path == "plan" {
                project.files[ExampleFrame.plan] = Array(ExampleFrame.planHeader.utf8) + bytes
            } else {
                project.files[path] = bytes
            }
        }
        return project
    }

    @Test func theHandbookShowsProjects() throws {
        #expect(try Self.projects().count >= 8)
    }

    @Test(arguments: try HandbookTests.projects())
    func projectOfTheHandbookChecksClean(_ project: Shown) throws {
        #expect(!project.files.isEmpty, "\(project.name) shows no file")
        // What is accepted on purpose is told as a note.
        let found = try ExampleProject(project.files).check().filter {
            $0.severity != .info && $0.code != .accessibilityStatement
        }
        let text = found.map { "\($0.position.file):\($0.position.line) \($0.code.rawValue) \($0.message.swedish)" }
        #expect(found.isEmpty, "\(project.name): \(text.joined(separator: "\n"))")
    }
}
