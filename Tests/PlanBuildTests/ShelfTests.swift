import Foundation
import PlanBuild
import PlanFiles
import PlanModel
import Synchronization
import Testing

/// What a build puts away while it goes on.
@Suite struct ShelfTests {
    private static func project() throws -> Project {
        try Project.plan(
            "Table: Mål {#mal .goals}\n\n| Id | Mål |\n|---|---|\n| A1 | Ett mål |\n| A2 | Ett annat |\n",
            more: [
                "org/plan/text.md":
                    "---\ntype: page\ntitle: En text\n---\n\n# Ett\n\nOrd och [länk](index.md).\n\n## Två\n",
                "org/plan/text.en.md": "---\ntitle: A text\n---\n\n# One\n\nWords.\n\n## Two\n",
                "org/plan/rader.csv": "Id;Mål\nB1;Ett tredje\n",
                "org/plan/rader.md":
                    "---\ntype: page\ntitle: Rader\n---\n\nTable: Fler {#fler .goals src=rader.csv}\n\nSlut.\n",
            ])
    }

    private static func change(_ options: inout Builder.Options) {
        options.asOf = CalendarDate("2026-01-01")
        options.textsInMemory = 0
    }

    /// The site that is made with texts in memory.
    private static func inMemory(_ project: Project) throws -> [String: Data] {
        let builder = Builder(project.options(change))
        let rendered = try builder.render(builder.check())
        return Dictionary(uniqueKeysWithValues: rendered.map { ($0.path, Data($0.bytes)) })
    }

    private static func site(_ project: Project) throws -> [String: Data] {
        var site = try project.site()
        #expect(site.removeValue(forKey: "checksums.txt") != nil)
        return site
    }

    @Test func theSiteIsThatOfTextsInMemory() throws {
        let project = try Self.project()
        try project.build(Self.change)
        #expect(try Self.site(project) == Self.inMemory(project))
        #expect(FileSystem.entries(of: project.folder + "/.klarplan").allSatisfy { !$0.hasPrefix("texts") })
    }

    #if os(Linux)
        /// The file that texts lie in has no name, but its process can reach it.
        private static func spoil(_ folder: String, _ harm: (FileHandle) -> Void) -> Int {
            let file = (FileSystem.resolved(folder) ?? folder) + "/.klarplan/texts (deleted)"
            var count = 0
            for name in FileSystem.entries(of: "/proc/self/fd") {
                let path = "/proc/self/fd/" + name
                guard FileSystem.destination(ofLink: path) == file, let handle = FileHandle(forUpdatingAtPath: path)
                else { continue }
                harm(handle)
                count += 1
            }
            return count
        }

        /// What a disk that fails loses, or gives back otherwise, is read again: no such page is published.
        @Test(arguments: [true, false]) func textsThatAreLostAreReadAgain(whole: Bool) throws {
            let project = try Self.project()
            let spoilt = Mutex(0)
            let folder = project.folder
            try project.build { options in
                Self.change(&options)
                options.progress = { phase in
                    guard case .pages = phase else { return }
                    let count = Self.spoil(folder) { file in
                        let size = (try? file.seekToEnd()) ?? 0
                        if whole { try? file.truncate(atOffset: 0) }
                        try? file.seek(toOffset: 0)
                        if !whole { try? file.write(contentsOf: Data(count: Int(size))) }
                    }
                    spoilt.withLock { $0 += count }
                }
            }
            #expect(spoilt.withLock(\.self) > 0)
            #expect(try Self.site(project) == Self.inMemory(project))
        }
    #endif

    @Test func bytesComeBackAsTheyWere() throws {
        let project = try Project([:])
        let shelf = try #require(FileSystem.Shelf(project.folder + "/texts"))
        let texts = (0..<500).map { number in [UInt8](repeating: UInt8(number % 251), count: number * 7 % 4001) }
        let places = Parallel.map(texts) { bytes in bytes.withUnsafeBytes { shelf.put($0) } }
        let back = Parallel.map(Array(zip(places, texts))) { place, bytes in
            [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
                let room = UnsafeMutableRawBufferPointer(buffer)[..<bytes.count]
                if let place { shelf.fetch(place, into: UnsafeMutableRawBufferPointer(rebasing: room)) }
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
        let place = try #require(bytes.withUnsafeBytes { shelf.put($0) })
        bytes.withUnsafeMutableBytes { shelf.fetch(place, into: $0) }
        #expect(bytes == [1, 2, 3] && shelf.failure == nil)
        shelf.empty()
        bytes.withUnsafeMutableBytes { shelf.fetch(place, into: $0) }
        #expect(bytes == [0x20, 0x20, 0x20])
        #expect(
            shelf.failure == .cannotRead(path: project.folder + "/texts", reason: String(cString: strerror(EIO))))
    }

    @Test func aShelfTakesWhatFits() throws {
        let project = try Project([:])
        let shelf = try #require(FileSystem.Shelf(project.folder + "/texts", atMost: 10))
        func put(_ count: Int) -> Int? { [UInt8](repeating: 1, count: count).withUnsafeBytes { shelf.put($0) }?.start }
        #expect(put(6) == 0)
        #expect(put(5) == nil)
        // What was too large has taken nothing.
        #expect(put(4) == 6)
        #expect(put(1) == nil)
        #expect(put(0) == 10)
    }

    @Test func whatComesFirstStaysInMemory() throws {
        let project = try Project([:])
        let shelf = try #require(FileSystem.Shelf(project.folder + "/texts", after: 10))
        func put(_ count: Int) -> Int? { [UInt8](repeating: 1, count: count).withUnsafeBytes { shelf.put($0) }?.start }
        #expect(put(6) == nil)
        #expect(put(5) == nil)
        #expect(put(3) == 0)
        #expect(put(2) == 3)
    }

    @Test func whatStandsAtThePlaceOfAShelfIsNeverWrittenTo() throws {
        let project = try Project(["egen.md": "egen"])
        let (own, path) = (project.folder + "/Content/egen.md", project.folder + "/texts")
        try FileSystem.makeLink(path, to: own)
        let shelf = try #require(FileSystem.Shelf(path))
        #expect([UInt8]("annat".utf8).withUnsafeBytes { shelf.put($0) }?.start == 0)
        #expect(try FileSystem.bytes(of: own) == Array("egen".utf8))
        #expect(FileSystem.Shelf(project.folder + "/finns/inte") == nil)
    }
}
