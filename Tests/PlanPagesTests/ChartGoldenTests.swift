import Foundation
import Testing

@testable import PlanPages

/// Charts as they were recorded. `KLARPLAN_RECORD=1 swift test --filter ChartGoldenTests` records anew, and fails.
@Suite struct ChartGoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/charts")
    private static let isRecording = ProcessInfo.processInfo.environment["KLARPLAN_RECORD"] == "1"

    @Test(arguments: ChartExamples.names)
    func aChartIsDrawnAsRecorded(_ name: String) throws {
        let drawn = try #require(ChartExamples.html[name])
        let file = Self.folder.appendingPathComponent(name + ".html")
        if Self.isRecording {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(drawn.utf8).write(to: file)
            Issue.record("recorded \(name): look at the difference and run again without KLARPLAN_RECORD")
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let lines = drawn.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        for (line, (one, other)) in zip(lines, expected).enumerated() where one != other {
            Issue.record("\(name).html:\(line + 1) is now: \(one)")
            return
        }
        #expect(lines.count == expected.count)
    }

    /// A file that no example draws would never be compared.
    @Test func everyRecordedChartIsAnExample() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.sorted() == ChartExamples.names.map { $0 + ".html" })
    }
}
