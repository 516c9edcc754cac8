import Foundation
import PlanFiles
import PlanBuild
import PlanModel
import Testing

/// Small projects with their recorded output. `KLARPLAN_RECORD=1 swift test --filter GoldenTests` records anew, and fails.
@Suite struct GoldenTests {
    private static let fixtures = Project.repository + "/Tests/Fixtures"
    private static let isRecording = ProcessInfo.processInfo.environment["KLARPLAN_RECORD"] == "1"

    static func projects(_ kind: String) -> [String] {
        FileSystem.entries(of: fixtures + "/" + kind).filter { FileSystem.isFolder(fixtures + "/" + kind + "/" + $0) }
    }

    @Test(arguments: projects("valid"))
    func aValidProjectBuildsAsRecorded(_ name: String) throws {
        let folder = Self.fixtures + "/valid/" + name
        let project = try Project([:])
        try copy(folder, into: project)
        try project.build { $0.baseURL = "https://plan.example.se/" }
        var built: [String: String] = [:]
        for (path, data) in try project.site() {
            // How well a workbook is packed is zlib's own affair; what stands in it and in the index is tested with them.
            let isOpaque = path.hasSuffix(".xlsx") || path.contains("search/index/")
            if path == "checksums.txt" || path.hasPrefix("assets/") || isOpaque { continue }
            built[path] = Self.withoutHashes(String(decoding: data, as: UTF8.self))
        }
        try compare(built, with: folder + "/expected")
    }

    @Test(arguments: projects("invalid"))
    func anInvalidProjectIsExplainedAsRecorded(_ name: String) throws {
        let folder = Self.fixtures + "/invalid/" + name
        let project = try Project([:])
        try copy(folder, into: project)
        let diagnostics = try project.check().diagnostics
        #expect(diagnostics.contains { $0.severity == .error })
        var texts: [String: String] = [:]
        for language in Language.allCases {
            texts["messages.\(language.rawValue).txt"] = DiagnosticPrinter(language: language, format: .human)
                .text(of: diagnostics)
        }
        try compare(texts, with: folder + "/expected")
    }

    private func copy(_ folder: String, into project: Project) throws {
        for path in FileSystem.files(below: folder) where !path.hasPrefix("expected/") {
            try project.write(Data(try FileSystem.bytes(of: folder + "/" + path)), to: path)
        }
    }

    private func compare(_ texts: [String: String], with folder: String) throws {
        if Self.isRecording {
            if FileSystem.exists(folder) { try FileSystem.remove(folder) }
            for (path, text) in texts {
                try FileSystem.makeFolder(((folder + "/" + path) as NSString).deletingLastPathComponent)
                try FileSystem.write(Array(text.utf8), to: folder + "/" + path)
            }
            Issue.record("recorded \(folder): look at the difference and run again without KLARPLAN_RECORD")
            return
        }
        #expect(FileSystem.files(below: folder) == texts.keys.sorted())
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            let expected = String(decoding: try FileSystem.bytes(of: folder + "/" + path), as: UTF8.self)
            let difference = Self.firstDifference(text, expected)
            #expect(difference == nil, "\(path) differs from what is recorded: \(difference ?? "")")
        }
    }

    /// The first line that differs, as it is; `nil` where the texts are the same.
    private static func firstDifference(_ text: String, _ expected: String) -> String? {
        guard text != expected else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let recorded = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(lines.count, recorded.count) {
            let line = index < lines.count ? lines[index] : "(end)"
            guard index < recorded.count, line == recorded[index] else { return "line \(index + 1): \(line)" }
        }
        return nil
    }

    /// A change of the style sheet must not touch every recorded page.
    private static func withoutHashes(_ text: String) -> String {
        text.replacing(/(assets\/[a-z.\/-]+)\.[0-9a-f]{10}\./) { "\($0.output.1)." }
    }
}
