import Foundation
import PlanModel
import PlanReader
import Testing

/// What goes beyond a limit is told with its place, and the rest is read.
@Suite struct LimitTests {
    private let head = "---\ntyp: sida\ntitel: A\n---\n\n"

    private func findings(_ fixture: borrowing Fixture, _ code: DiagnosticCode) throws -> [SourcePosition] {
        try fixture.findings().filter { $0.code == code }.map(\.position)
    }

    @Test func aLongLineIsToldAndTheOtherFilesAreRead() throws {
        let fixture = try Fixture([
            "Content/a.md": head + String(repeating: "x", count: Limit.line.value + 1) + "\n",
            "Content/b.md": head + String(repeating: "x", count: Limit.line.value) + "\r\n",
            "Content/c.md": head + "Hej.\n",
        ])
        #expect(try findings(fixture, .limitExceeded) == [SourcePosition(file: "Content/a.md", line: 6, column: 1)])
        #expect(try fixture.read().manuscript.entities.map(\.id.text).contains("c"))
    }

    @Test func longFrontMatterIsToldWhereItBegins() throws {
        let lines = String(repeating: "# ord och ord\n", count: Limit.frontMatter.value / 14 + 1)
        let fixture = try Fixture(["Content/a.md": "---\n1️⃣typ: sida\n\(lines)---\n\nHej.\n"])
        #expect(try findings(fixture, .limitExceeded) == [try fixture.mark("1️⃣")])
        let site = try Fixture(["Site/site.yaml": "1️⃣title: T\n" + lines])
        #expect(try findings(site, .limitExceeded) == [try site.mark("1️⃣")])
    }

    @Test func tableOfTooManyRowsIsToldAtTheFirstOne() throws {
        let rows = String(repeating: "| a | 1 |\n", count: Limit.tableRows.value)
        let caption = "Table: T {#t .budget unit=mnkr}\n\n| Post | 2025 |\n|---|---:|\n"
        let fixture = try Fixture(plan: caption + rows + "1️⃣| b | 1 |\n| c | 1 |")
        #expect(try findings(fixture, .limitExceeded) == [try fixture.mark("1️⃣")])
        #expect(try fixture.table("org/p/t").rows.count == Limit.tableRows.value)
        #expect(try findings(Fixture(plan: caption + rows), .limitExceeded).isEmpty)
    }

    @Test func fileOfTooManyRowsIsToldAtTheFirstOne() throws {
        let caption = "Table: T {#t .budget unit=mnkr src=a.csv}"
        let rows = "Post;2025\n" + String(repeating: "a;1\n", count: Limit.tableRows.value)
        let full = try Fixture(plan: caption, ["Content/org/p/a.csv": rows])
        #expect(try findings(full, .limitExceeded).isEmpty)
        let fixture = try Fixture(plan: caption, ["Content/org/p/a.csv": rows + "1️⃣b;1\n"])
        #expect(try findings(fixture, .limitExceeded) == [try fixture.mark("1️⃣")])
    }

    @Test func tableOfTooManyColumnsIsToldAtTheFirstOne() throws {
        let count = Limit.tableColumns.value
        let many = String(repeating: " a |", count: count)
        let ruler = "|" + String(repeating: "---|", count: count + 1) + "\n"
        let row = "|" + String(repeating: "1|", count: count + 1) + "\n"
        let fixture = try Fixture(plan: "|\(many) 1️⃣b |\n\(ruler)\(row)")
        #expect(try findings(fixture, .limitExceeded) == [try fixture.mark("1️⃣")])
        let csv = try Fixture(
            plan: "Table: T {#t .budget unit=mnkr src=a.csv}",
            ["Content/org/p/a.csv": String(repeating: "a;", count: count) + "1️⃣b\n1;1\n"])
        #expect(try findings(csv, .limitExceeded) == [try csv.mark("1️⃣")])
    }

    @Test func commentsThatSilenceAreCounted() throws {
        let comment = "<!-- klarplan: ignore placeholder reason=\"x\" -->\n\n"
        let fixture = try Fixture(
            plan: String(repeating: comment, count: Limit.silencings.value) + "1️⃣" + comment + comment)
        #expect(try findings(fixture, .limitExceeded) == [try fixture.mark("1️⃣")])
    }

    @Test func imagesOfAParagraphAreCounted() throws {
        let image = "![a](https://example.se) "
        let count = Limit.imagesInParagraph.value
        #expect(try findings(Fixture(plan: String(repeating: image, count: count)), .markdownTooDeep).isEmpty)
        let fixture = try Fixture(plan: "Text.\n\n1️⃣" + String(repeating: image, count: count + 1))
        #expect(try findings(fixture, .markdownTooDeep) == [try fixture.mark("1️⃣")])
    }

    @Test func nestedKeysAreCounted() throws {
        func page(_ depth: Int) throws -> Fixture {
            let lists = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            return try Fixture(["Content/a.md": "---\ntyp: sida\ntitel: A\ntaggar: \(lists)\n---\n\nHej.\n"])
        }
        // The mapping of the keys is the first level.
        #expect(try findings(page(Limit.yamlDepth.value - 1), .yamlTooDeep).isEmpty)
        #expect(try findings(page(Limit.yamlDepth.value), .yamlTooDeep).map(\.line) == [4])
    }

    @Test func numberOfTooManyDigitsIsToldWhereItStands() throws {
        func table(_ digits: Int, _ mark: String) -> String {
            "Table: T {#t .budget unit=kr}\n\n| Post | 2025 |\n|---|---:|\n| a | \(mark)"
                + String(repeating: "9", count: digits) + " |"
        }
        let count = Limit.digits.value
        #expect(try findings(Fixture(plan: table(count, "")), .invalidNumber).isEmpty)
        let fixture = try Fixture(plan: table(count + 1, "1️⃣"))
        #expect(try findings(fixture, .invalidNumber) == [try fixture.mark("1️⃣")])
    }

    @Test func folderTooFarInIsToldAndTheRestIsRead() throws {
        let fixture = try Fixture(["Content/b.md": head + "Hej.\n"])
        // Content itself is the first level.
        let deepest = (1..<Limit.folderDepth.value).map { _ in "d" }.joined(separator: "/")
        try fixture.write("Content/\(deepest)/a.txt", Data("x".utf8))
        #expect(try fixture.findings().isEmpty)
        try fixture.write("Content/\(deepest)/e/a.txt", Data("x".utf8))
        #expect(try findings(fixture, .unreadableFile).map(\.file) == ["Content/\(deepest)/e"])
        #expect(try fixture.read().manuscript.attachments == ["Content/\(deepest)/a.txt"])
        #expect(try fixture.read().manuscript.entities.map(\.id.text) == ["b"])
    }

    @Test(arguments: ["Content/org/a.md", "Content/org/p/a.csv", "Site/site.yaml", "Site/Strings/sv.yaml"])
    func aLineOfFiftyMegabytesIsRefusedWithoutBeingRead(_ path: String) throws {
        let fixture = try Fixture(plan: "Table: T {#t .budget unit=mnkr src=a.csv}", [path: "x"])
        #expect(truncate(fixture.folder + "/" + path, 50_000_000) == 0)
        #expect(try findings(fixture, .fileTooLarge) == [SourcePosition(file: path, line: 1, column: 1)])
    }

    @Test func hugeAttachmentIsRefused() throws {
        let fixture = try Fixture(["Content/b.pdf": "x"])
        // A file with a hole takes no room on the disk.
        #expect(truncate(fixture.folder + "/Content/b.pdf", Limit.attachment.value + 1) == 0)
        #expect(try findings(fixture, .fileTooLarge) == [SourcePosition(file: "Content/b.pdf", line: 1, column: 1)])
    }

    @Test(arguments: ["a\nb.txt", "a\u{1B}[31mb.txt", "a\u{202E}txt.exe", "a\u{7F}.md", "a\u{9B}31m.md"])
    func nameWithHiddenSignsIsShownWithoutThem(_ name: String) throws {
        let fixture = try Fixture(["Content/c.md": head])
        try fixture.write("Content/" + name, Data("x".utf8))
        let manuscript = try fixture.read().manuscript
        #expect(manuscript.attachments.isEmpty)
        #expect(manuscript.diagnostics.map(\.code) == [.unreadableFile])
        #expect(manuscript.diagnostics.allSatisfy { !$0.position.file.hasHiddenSigns })
    }

    @Test(arguments: [
        "Site/site.yaml", "Site/Strings/sv.yaml", "Content/org/a.csv", "Content/org/a.md", "Content/pipe",
    ])
    func pipesAreNeverWaitedFor(_ path: String) throws {
        let fixture = try Fixture(plan: "Table: T {#t .budget unit=mnkr src=../a.csv}")
        let folder = fixture.folder + "/" + (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(mkfifo(fixture.folder + "/" + path, 0o600) == 0)
        _ = try fixture.read()
    }

    @Test func everyLimitIsToldInBothLanguages() {
        for limit in Limit.allCases {
            #expect(limit.value > 0)
            #expect(!limit.subject.swedish.isEmpty && limit.subject.swedish != limit.subject.english)
            #expect(limit.amount.swedish.contains { $0.isNumber } && limit.amount.english.contains { $0.isNumber })
        }
    }
}
