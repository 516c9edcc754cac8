import Foundation
import PlanFiles
import PlanBuild
import PlanGraph
import PlanModel
import PlanPages

/// A small project in a folder of its own, removed when the test ends.
final class Project {
    let folder: String

    /// - Parameter files: text by path; paths without a top folder lie in `Content`.
    init(_ files: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("klarplan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder + "/Content", withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    /// A copy of a project's sources, without its site and cache.
    init(copyOf other: Project) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("klarplan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["Content", "Site", "Assets"] where FileSystem.exists(other.folder + "/" + name) {
            let (from, to) = (other.folder + "/" + name, folder + "/" + name)
            let tree = FileSystem.tree(below: from)
            for path in [""] + tree.folders.map({ "/" + $0 }) { try FileSystem.makeFolder(to + path) }
            for path in tree.files {
                try FileSystem.write(FileSystem.bytes(of: "\(from)/\(path)"), to: "\(to)/\(path)")
            }
            for path in tree.others {
                guard let target = FileSystem.destination(ofLink: "\(from)/\(path)") else {
                    mkfifo("\(to)/\(path)", 0o600)
                    continue
                }
                try FileSystem.makeLink("\(to)/\(path)", to: target)
            }
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    func write(_ data: Data, to path: String) throws {
        let isPlaced = ["Content/", "Site/", "Assets/", "public/"].contains { path.hasPrefix($0) }
        let full = folder + "/" + (isPlaced ? path : "Content/" + path)
        try FileManager.default.createDirectory(
            atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try data.write(to: URL(fileURLWithPath: full))
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder + "/Content/" + path) }

    /// The repository: its `Site` and `Assets` are the program's own.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    func options(_ change: (inout Builder.Options) -> Void = { _ in }) -> Builder.Options {
        var options = Builder.Options(project: folder, defaults: Self.repository)
        change(&options)
        return options
    }

    func check(_ change: (inout Builder.Options) -> Void = { _ in }) throws -> Builder.Checked {
        try Builder(options(change)).check()
    }

    @discardableResult
    func build(_ change: (inout Builder.Options) -> Void = { _ in }) throws -> Builder.Outcome {
        try Builder(options(change)).build().outcome
    }

    /// Every file of the built site by path.
    func site() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in FileSystem.files(below: folder + "/public") {
            files[path] = try Data(contentsOf: URL(fileURLWithPath: folder + "/public/" + path))
        }
        return files
    }

    func page(_ path: String) throws -> String {
        try String(contentsOfFile: folder + "/public/" + path, encoding: .utf8)
    }

    /// The codes of all errors and warnings, sorted; few of these projects make a statement of accessibility.
    func codes() throws -> [String] {
        try check().diagnostics.filter { $0.severity != .info && $0.code != .accessibilityStatement }.map(
            \.code.rawValue
        ).sorted()
    }
}

extension Project {
    /// An organisation with a unit and a plan; `body` is the plan's text.
    static func plan(_ body: String, frontMatter: String = "", more: [String: String] = [:]) throws -> Project {
        var files = [
            "org/index.md": "---\ntype: organisation\ntitle: Organisationen\n---\n",
            "org/kontoret/index.md": "---\ntyp: enhet\ntitel: Kontoret\nkortnamn: RK\n---\n",
            "org/plan/index.md":
                "---\ntype: plan\ntitle: Planen\nperiod: 2026\nunit: mnkr\n\(frontMatter)---\n\n\(body)",
        ]
        files.merge(more) { _, new in new }
        return try Project(files)
    }
}
