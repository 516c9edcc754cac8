import Foundation
import PlanModel
import PlanReader
import Testing

/// The repository's own folder is the worked example.
@Suite struct OwnContentTests {
    @Test func ownContentHasNoErrors() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let result = try ProjectReader(project: folder, defaults: folder).read()
        let errors = result.manuscript.diagnostics.filter { $0.severity == .error }.map(Finding.init)
        #expect(errors.isEmpty, "\(errors)")
    }
}
