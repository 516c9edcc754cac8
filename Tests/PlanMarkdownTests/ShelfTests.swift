import PlanModel
import Synchronization
import Testing

@testable import PlanMarkdown

/// Texts whose bytes lie elsewhere say what they said.
@Suite struct ShelfTests {
    private static let text = """
        ---
        titel: Ett
        ---

        # Rubrik *ett* \\* två

        Ett *stycke* med `kod`, [A1.2] och en not[^1].

        ## Rubrik med `kod`

        Table: Belopp {#belopp .budget unit=mnkr}

        | Å \\| Ä | **2025** |
        |---|---:|
        | ett | 1,5 |
        | två | 2,5 |

        [^1]: Noten.
        """

    private static func parsed(_ text: String = text, fromLine: Int = 4) -> MarkdownDocument {
        MarkdownDocument(parsing: SourceText(file: "a.md", text), fromLine: fromLine, language: .swedish)
    }

    private static func words(_ document: MarkdownDocument) -> [String] {
        document.nodes.map { node in node.withText { String(decoding: $0, as: UTF8.self) } }
            + document.headings.map(\.text)
            + document.tables.flatMap { table in
                (table.header.map(\.text) + table.rows.flatMap { $0.cells.map(\.text) }) + [table.caption?.text ?? ""]
            }
    }

    @Test func aTextOnAShelfSaysTheSame() {
        let (document, shelf) = (Self.parsed(), Shelf())
        let resting = document.resting(on: shelf)
        #expect(document.isAwake && !resting.isAwake && resting.awake.isAwake)
        #expect(shelf.held == Array(Self.text.utf8))
        for other in [resting, resting.awake, resting.resting(on: shelf)] {
            #expect(other.saysTheSame(as: document))
            #expect(Self.words(other) == Self.words(document))
            #expect(other.source == document.source)
            #expect(other.headings.map(\.position) == document.headings.map(\.position))
            #expect(other.anchors.values == document.anchors.values)
            #expect(other.tableAnchors.values == document.tableAnchors.values)
        }
        // What lies there isn't put there again.
        #expect(shelf.held.count == Self.text.utf8.count)
    }

    /// Registers and lists of contents ask for the headings of all texts.
    @Test func headingsStayInMemory() {
        let (document, shelf) = (Self.parsed(), Shelf())
        let resting = document.resting(on: shelf)
        #expect(resting.headings.map(\.text) == ["Rubrik ett * två", "Rubrik med kod"])
        #expect(shelf.fetched == 0)
        #expect(resting.tables[0].rows[1].cells[1].text == "2,5")
        #expect(shelf.fetched == 1)
    }

    /// One that isn't read at all has its bytes all the same: who reads its front matter asks for them.
    @Test func aTextThatIsRefusedKeepsItsBytes() {
        let text = String(repeating: "> ", count: Limit.markdownDepth.value + 10) + "djupt\n"
        let document = Self.parsed(text, fromLine: 1)
        #expect(document.diagnostics.map(\.code) == [.markdownTooDeep])
        #expect(document.nodes.count == 1)
        #expect(document.resting(on: Shelf()).source == Array(text.utf8))
    }

    @Test func whereThereIsNoRoomATextStaysInMemory() {
        let document = Self.parsed()
        let resting = document.resting(on: Shelf(room: 10))
        #expect(resting.isAwake)
        #expect(Self.words(resting) == Self.words(document))
    }

    @Test func aTextIsFetchedOnceForAllWhoReadItNow() {
        let shelf = Shelf()
        // More than are at work at once on any machine.
        let files = (0..<2000).map { "\($0).md" }
        func text(_ words: String) -> MarkdownDocument { Self.parsed(words, fromLine: 1).resting(on: shelf) }
        var texts = ParsedTexts(Dictionary(uniqueKeysWithValues: files.map { ($0, text("Text \($0).\n")) }))
        for file in files {
            for _ in 0..<5 { #expect(texts[file].map(Self.words)?.joined() == "Text \(file).") }
        }
        #expect(shelf.fetched == files.count)
        // Another version of a text takes the place of what was fetched.
        texts["1999.md"] = text("En annan.\n")
        #expect(texts["1999.md"].map(Self.words)?.joined() == "En annan.")
        // Nobody keeps all that was ever fetched.
        #expect(texts["0.md"]?.isAwake == true)
        #expect(shelf.fetched == files.count + 2)
    }

    private final class Shelf: ByteShelf {
        private let state = Mutex<(bytes: [UInt8], fetched: Int)>(([], 0))
        private let room: Int

        init(room: Int = .max) { self.room = room }

        var held: [UInt8] { state.withLock(\.bytes) }
        var fetched: Int { state.withLock(\.fetched) }

        func put(_ bytes: UnsafeRawBufferPointer) -> ShelfPlace? {
            state.withLock { state in
                guard bytes.count <= room else { return nil }
                state.bytes.append(contentsOf: bytes)
                return ShelfPlace(bytes, at: state.bytes.count - bytes.count)
            }
        }

        func fetch(_ place: ShelfPlace, into buffer: UnsafeMutableRawBufferPointer) {
            state.withLock { state in
                state.fetched += 1
                buffer.copyBytes(from: state.bytes[place.start..<place.start + place.count])
            }
        }
    }
}
