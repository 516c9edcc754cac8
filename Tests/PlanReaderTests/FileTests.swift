import Foundation
import PlanModel
import PlanReader
import Testing

@Suite struct FileTests {
    private let page = "---\ntyp: sida\n---\n"

    @Test func filesAreReadInTheOrderOfTheirPaths() throws {
        let fixture = try Fixture([
            "Content/b.md": page, "Content/a.md": page, "Content/å.png": "x", "Content/B.pdf": "x",
            "Content/.DS_Store": "x", "Content/~$a.docx": "x", "Content/.a.md.swp": "x", "Content/#a.md#": "x",
            "Content/Thumbs.db": "x", "Content/.git/x.md": "x",
        ])
        let manuscript = try fixture.read().manuscript
        #expect(manuscript.diagnostics.isEmpty)
        #expect(manuscript.entities.map(\.id.text) == ["a", "b"])
        #expect(manuscript.attachments == ["Content/B.pdf", "Content/å.png"])
    }

    @Test func missingContentIsReported() throws {
        let fixture = try Fixture([:])
        try FileManager.default.removeItem(atPath: fixture.folder + "/Content")
        #expect(try fixture.findings().map(\.code) == [.contentMissing])
    }

    @Test func bytesThatAreNotUTF8AreReportedWhereTheyStand() throws {
        let fixture = try Fixture([:])
        try fixture.write("Content/a.md", Data("---\ntyp: sida\ntitel: åä".utf8) + Data([0xE5]) + Data("\n---\n".utf8))
        let findings = try fixture.findings()
        #expect(findings == [Finding(code: .notUTF8, position: .init(file: "Content/a.md", line: 3, column: 10))])
        try fixture.write("Content/a.md", Data("---\ntyp: sida\ntitel: V".utf8) + Data([0xE5]) + Data("rd\n---\n".utf8))
        #expect(try fixture.findings().map(\.code) == [.notUTF8])
        #expect(try fixture.entity("a").title == "Vård")
    }

    @Test func emptyFilesAreReported() throws {
        try Fixture(["Content/a.md": "1️⃣", "Content/b.md": "2️⃣ \n\n"]).expect(.emptyFile, .emptyFile)
    }

    @Test func byteOrderMarkAndWindowsLineEndsAreFine() throws {
        let fixture = try Fixture([:])
        try fixture.write(
            "Content/a.md", Data([0xEF, 0xBB, 0xBF]) + Data("---\r\ntyp: sida\r\ntitel: A\r\n---\r\n\r\nText\r\n".utf8))
        try fixture.expect()
        #expect(try fixture.entity("a").title == "A")
    }

    @Test func hugeFilesAreRefused() throws {
        let fixture = try Fixture([:])
        try fixture.write("Content/a.md", Data(repeating: 0x61, count: 20_000_001))
        #expect(try fixture.findings().map(\.code) == [.fileTooLarge])
    }

    @Test func linksWithinContentAreFollowedAndOthersRefused() throws {
        let fixture = try Fixture(["Content/a/x.txt": "x", "secret.txt": "x"])
        let manager = FileManager.default
        let content = fixture.folder + "/Content"
        try manager.createSymbolicLink(atPath: content + "/b", withDestinationPath: "a")
        try manager.createSymbolicLink(atPath: content + "/out.txt", withDestinationPath: "../secret.txt")
        try manager.createSymbolicLink(atPath: content + "/gone.txt", withDestinationPath: "nothing.txt")
        try manager.createSymbolicLink(atPath: content + "/a/up", withDestinationPath: "../a")
        let manuscript = try fixture.read().manuscript
        #expect(manuscript.attachments == ["Content/a/x.txt", "Content/b/x.txt"])
        #expect(
            manuscript.diagnostics.map { "\($0.position.file) \($0.code.rawValue)" } == [
                "Content/a/up unreadable-file", "Content/b/up unreadable-file", "Content/gone.txt unreadable-file",
                "Content/out.txt symlink-outside",
            ])
    }

    @Test func pipesAreRefusedAndNotWaitedFor() throws {
        let fixture = try Fixture([:])
        #expect(mkfifo(fixture.folder + "/Content/a.md", 0o600) == 0)
        #expect(try fixture.findings().map(\.code) == [.unreadableFile])
    }

    @Test(.enabled(if: getuid() != 0)) func filesThatMayNotBeReadStopTheReading() throws {
        let fixture = try Fixture(["Content/a.md": page])
        chmod(fixture.folder + "/Content/a.md", 0)
        #expect(throws: MachineFailure.self) { try fixture.read() }
    }

    @Test func fileNamesWithSpacesNeedAnId() throws {
        let fixture = try Fixture(["Content/Mål 2025.md": "1️⃣---\ntyp: sida\n---\n"])
        try fixture.expect(.invalidID)
        #expect(try fixture.read().manuscript.diagnostics.first?.help?.swedish.contains("mal-2025") == true)
    }
}
