import Foundation
import PlanBuild
import PlanModel

/// A project in a folder of its own, removed when the test is done with it.
final class ExampleProject {
    private let folder: URL

    init(_ files: [String: [UInt8]]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("klarplan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, bytes) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What the builder finds in it.
    func check() throws -> [Diagnostic] {
        try Builder(Builder.Options(project: folder.path, defaults: Repository.folder.path)).check().diagnostics
    }
}

/// The repository that the tests stand in: its `Site` and `Assets` are the program's own.
enum Repository {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}
