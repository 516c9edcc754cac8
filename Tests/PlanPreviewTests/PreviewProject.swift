import Foundation
import PlanBuild
import PlanModel
import Synchronization

@testable import PlanPreview

/// A small project in a folder of its own with a preview of it, both gone when the test ends.
final class PreviewProject {
    let folder: String
    let preview: Preview
    let builds = Builds()

    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    init(_ files: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("klarplan-\(UUID().uuidString)").path
        let all = [
            "Content/org/index.md": "---\ntyp: organisation\ntitel: Organisationen\n---\n",
            "Content/org/sida.md": "---\ntyp: sida\ntitel: Sidan\n---\nEn text.\n",
        ].merging(files) { _, own in own }
        for (path, text) in all { try Self.write(text, to: folder + "/" + path) }
        preview = try Preview(
            Builder.Options(project: folder, defaults: Self.repository), port: 0,
            editor: EditorCommand("touch '\(folder)/opened {line}'"))
    }

    deinit {
        preview.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Builds on a thread of its own, and waits for the first build.
    func start() async throws {
        let (preview, builds) = (preview, builds)
        Thread.detachNewThread { preview.run { outcome, diagnostics in builds.add(outcome, diagnostics) } }
        try await until { builds.count > 0 }
    }

    func write(_ text: String, to path: String) throws { try Self.write(text, to: folder + "/" + path) }

    private static func write(_ text: String, to path: String) throws {
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    func page(_ path: String) throws -> String {
        try Exchange(port: preview.port).get(path).text
    }

    func status(_ path: String) throws -> Int { try Exchange(port: preview.port).get(path).status }
}

/// The builds that were shown.
final class Builds: Sendable {
    private let shown = Mutex<[Bool]>([])

    func add(_ outcome: Rebuilder.Outcome, _ diagnostics: [Diagnostic]) {
        shown.withLock { $0.append(!diagnostics.contains { $0.severity == .error }) }
    }

    var count: Int { shown.withLock(\.count) }
}

struct NeverCame: Error {}

/// Waits until something holds; half a minute is never enough for nothing.
func until(_ condition: () throws -> Bool) async throws {
    for _ in 0..<1500 {
        if try condition() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    throw NeverCame()
}
