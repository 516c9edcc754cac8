import PlanModel
import Testing

@testable import PlanSearch

/// Nothing that a user types or a host delivers may crash a reader.
struct DamageTests {
    private static let documents = (0..<60).map { number in
        SearchFixture.page(
            "Sida \(number)",
            "Underhållsbudgeten för vägar nummer \(number), kollektivtrafik och skolor i län \(number % 7)",
            url: "p/\(number)/")
    }

    /// SplitMix64, the same run every time.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    @Test func damagedFilesAreFaultsAndNeverCrash() throws {
        let files = SearchFixture.files(Self.documents)
        var dice = Dice(state: 7)
        for name in files.keys.sorted() {
            for _ in 0..<40 {
                var damaged = files
                var bytes = try #require(files[name])
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &dice)))
                case 1:
                    for _ in 0..<8 {
                        // Behind the header: a damaged header is found at once.
                        let place = Int.random(in: min(10, bytes.count - 1)..<bytes.count, using: &dice)
                        bytes[place] = UInt8.random(in: 0...255, using: &dice)
                    }
                default: bytes += [1, 2, 3]
                }
                damaged[name] = bytes
                let fixed = damaged
                guard let reader = try? SearchReader(fetch: { fixed[$0] }) else { continue }
                for query in ["underhallsbudget", "kollektivtrafk", "sk", "väg län", "skolornas"] {
                    _ = reader.search(query, filters: [.type: ["page"]])
                }
            }
        }
    }

    @Test func missingShardIsAFaultAndTheRestIsFound() throws {
        let files = SearchFixture.files(Self.documents)
        let reader = try SearchReader(fetch: { $0.hasPrefix("d-") || $0.hasPrefix("c-") ? nil : files[$0] })
        let answer = reader.search("kollektivtrafik ")
        #expect(answer.total == 60)
        #expect(!answer.faults.isEmpty)
        #expect(throws: SearchFault.missing(file: "root.bin")) { try SearchReader(fetch: { _ in nil }) }
    }

    @Test func otherVersionIsSaid() throws {
        var files = SearchFixture.files(Self.documents)
        files["root.bin"]?[4] = 9
        let changed = files
        #expect(throws: SearchFault.otherVersion(file: "root.bin", version: 9)) {
            try SearchReader(fetch: { changed[$0] })
        }
    }

    @Test(arguments: [
        String(repeating: "a", count: 100_000), String(repeating: "väg ", count: 30_000),
        String(repeating: "\"", count: 5_000), "\u{FFFD}\u{FFFD}", "<script>alert(1)</script>", "\u{0}\u{1}", "🙂🙂🙂",
        String(repeating: "1 234 ", count: 500), "'\"; DROP TABLE", "a:b:c/d.e,f", "-----", "..", "\u{202E}gäv",
    ])
    func anyQueryIsAnswered(_ query: String) throws {
        _ = try SearchFixture.reader(Self.documents).search(query)
    }

    @Test func randomQueriesAreAnswered() throws {
        let reader = try SearchFixture.reader(Self.documents)
        var dice = Dice(state: 11)
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<30, using: &dice) {
                let value =
                    Bool.random(using: &dice)
                    ? UInt32.random(in: 0..<0x250, using: &dice) : .random(in: 0..<0x11_0000, using: &dice)
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            _ = reader.search(String(text))
        }
    }

    @Test func emptySiteHasAnIndex() throws {
        let reader = try SearchFixture.reader([])
        #expect(reader.search("väg").total == 0)
    }

    @Test func pagesInPiecesAreRead() {
        let html =
            "<main><h1 id=\"a\">Ett</h1><p>Två &amp; tre&#8211;fyra<table><tr id=\"r\"><td>x<td>y</tr><nav>nej</nav><p hidden>nej</p>slut"
        for length in 0...html.utf8.count { _ = PageText(Array(html.utf8.prefix(length))) }
        let blocks = PageText(Array(html.utf8)).blocks
        #expect(blocks.map(\.text) == ["Ett", "Två & tre–fyra", "x · y", "slut"])
        #expect(blocks.map(\.anchor) == ["a", "a", "r", "r"])
    }
}
