import Foundation
import PlanBuild
import PlanGraph
import PlanModel
import Testing

/// A small project in a temporary folder, and what is published of it.
final class ExportProject {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("klarplan-data-\(UUID().uuidString)")
        .path
    private let baseURL: String?

    /// - Parameter files: texts by path; those without a top folder lie in `Content`.
    init(_ files: [String: String], baseURL: String? = nil) throws {
        self.baseURL = baseURL
        for (path, text) in files { try write(text, to: path) }
    }

    /// A copy of another project's content and settings.
    init(copying other: String) throws {
        baseURL = nil
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for part in ["Content", "Site"] where FileManager.default.fileExists(atPath: other + "/" + part) {
            try FileManager.default.copyItem(atPath: other + "/" + part, toPath: folder + "/" + part)
        }
    }

    /// An organisation with a plan; `body` is the plan's text.
    convenience init(
        plan body: String, keys: String = "", _ more: [String: String] = [:], baseURL: String? = nil
    ) throws {
        var files = [
            "org/index.md": "---\ntyp: organisation\ntitel: Organisationen\n---\n",
            "org/plan/index.md": "---\ntyp: plan\ntitel: Planen\nperiod: 2026\nenhet: mnkr\n\(keys)---\n\n\(body)\n",
        ]
        files.merge(more) { _, new in new }
        try self.init(files, baseURL: baseURL)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to path: String) throws {
        let isPlaced = path.hasPrefix("Content/") || path.hasPrefix("Site/")
        let full = folder + "/" + (isPlaced ? path : "Content/" + path)
        try FileManager.default.createDirectory(
            atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: full))
    }

    func text(of path: String) throws -> String { try String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

    private var builder: Builder {
        var options = Builder.Options(project: folder, defaults: Self.repository)
        options.baseURL = baseURL
        return Builder(options)
    }

    func check() throws -> Builder.Checked { try builder.check() }

    /// The files of the site by path, as texts.
    func site() throws -> [String: String] {
        let files = try builder.render(try builder.check())
        return Dictionary(
            files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { first, _ in first })
    }

    func file(_ path: String) throws -> String { try #require(try site()[path]) }
}

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
