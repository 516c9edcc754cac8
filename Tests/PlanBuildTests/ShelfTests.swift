import Foundation
import PlanBuild
import PlanFiles
import PlanModel
import Testing

/// What a build puts away while it goes on.
@Suite struct ShelfTests {
    private static func project() throws -> Project {
        try Project.plan(
            "Table: Mål {#mal .goals}\n\n| Id | Mål |\n|---|---|\n| A1 | Ett mål |\n| A2 | Ett annat |\n",
            more: [
                "org/plan/text.md": "---\ntype: page\ntitle: En text\n---\n\n# Ett\n\nOrd och [länk](index.md).\n\n## Två\n",
                "org/plan/text.en.md": "---\ntitle: A text\n---\n\n# One\n\nWords.\n\n## Two\n",
                "org/plan/rader.csv": "Id;Mål\nB1;Ett tredje\n",
                "org/plan/rader.md":
                    "---\ntype: page\ntitle: Rader\n---\n\nTable: Fler {#fler .goals src=rader.csv}\n\nSlut.\n",
            ])
    }

    @Test func theSiteIsThatOfTextsInMemory() throws {
        let project = try Self.project()
        let outcome = try project.build { $0.asOf = CalendarDate("2026-01-01") }
        guard case .built = outcome else {
            Issue.record("not built")
            return
        }
        let builder = Builder(project.options { $0.asOf = CalendarDate("2026-01-01") })
        var site = try project.site()
        #expect(site.removeValue(forKey: "checksums.txt") != nil)
        let rendered = try builder.render(builder.check())
        #expect(Dictionary(uniqueKeysWithValues: rendered.map { ($0.path, Data($0.bytes)) }) == site)
        #expect(FileSystem.entries(of: project.folder + "/.klarplan").allSatisfy { !$0.hasPrefix("texts") })
    }

    #if os(Linux)
        /// The file that texts lie in has no name, but its process can reach it.
        @Test func textsThatCannotBeFetchedLeaveTheSiteAsItWas() throws {
            let project = try Self.project()
            try project.build()
            let before = try project.site()
            try project.write("---\ntype: page\ntitle: En text till\n---\n\nNya ord.\n", to: "org/ny.md")
            let file = project.folder + "/.klarplan/texts"
            #expect(throws: MachineFailure.cannotRead(path: file, reason: String(cString: strerror(EIO)))) {
                try project.build { options in
                    options.progress = { phase in
                        guard case .pages = phase else { return }
                        for name in FileSystem.entries(of: "/proc/self/fd") {
                            let path = "/proc/self/fd/" + name
                            guard FileSystem.destination(ofLink: path) == file + " (deleted)" else { continue }
                            try? FileHandle(forWritingAtPath: path)?.truncate(atOffset: 0)
                        }
                    }
                }
            }
            #expect(try project.site() == before)
            try project.build()
            #expect(try project.site()["org/ny/index.html"] != nil)
        }
    #endif

    @Test func bytesComeBackAsTheyWere() throws {
        let project = try Project([:])
        let shelf = try #require(FileSystem.Shelf(project.folder + "/texts"))
        let texts = (0..<500).map { number in [UInt8](repeating: UInt8(number % 251), count: number * 7 % 4001) }
        let places = Parallel.map(texts) { bytes in bytes.withUnsafeBytes { shelf.put($0) } }
        let back = Parallel.map(Array(zip(places, texts))) { place, bytes in
            [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
                if let place { shelf.fetch(from: place, into: UnsafeMutableRawBufferPointer(buffer)) }
                count = bytes.count
            }
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(back == texts)
        #expect(shelf.failure == nil)
        #expect(!FileSystem.exists(project.folder + "/texts"))
    }

    @Test func whatIsNotThereIsSpacesAndTold() throws {
        let project = try Project([:])
        let shelf = try #require(FileSystem.Shelf(project.folder + "/texts"))
        var bytes: [UInt8] = [1, 2, 3]
        bytes.withUnsafeMutableBytes { shelf.fetch(from: 0, into: $0) }
        #expect(bytes == [0x20, 0x20, 0x20])
        #expect(shelf.failure != nil)
    }

    @Test func whatStandsAtThePlaceOfAShelfIsNeverWrittenTo() throws {
        let project = try Project(["egen.md": "egen"])
        let (own, path) = (project.folder + "/Content/egen.md", project.folder + "/texts")
        try FileSystem.makeLink(path, to: own)
        let shelf = try #require(FileSystem.Shelf(path))
        #expect([UInt8]("annat".utf8).withUnsafeBytes { shelf.put($0) } == 0)
        #expect(try FileSystem.bytes(of: own) == Array("egen".utf8))
        #expect(FileSystem.Shelf(project.folder + "/finns/inte") == nil)
    }
}
