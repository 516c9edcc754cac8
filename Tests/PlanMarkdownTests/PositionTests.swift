import PlanMarkdown
import PlanModel
import Testing

@Suite struct PositionTests {
    @Test func cellsStandWhereTheirTextIsWritten() throws {
        let text = MarkedText(
            "> - Åäö\n>\n>   |  1️⃣`a` | 2️⃣b\\|c|\n>   |---|---|\n>   |3️⃣ | 4️⃣–5️⃣[ö](x) |6️⃣extra|\n>   7️⃣d\n"
        )
        let document = text.document
        let table = try #require(document.tables.first)
        #expect(table.header.map(\.position) == [text[1], text[2]])
        #expect(table.header.map(\.text) == ["a", "b|c"])
        try #require(table.rows.count == 2)
        #expect(table.rows[0].cells.map(\.position) == [text[3], text[4]])
        #expect(table.rows[0].extra.map(\.position) == [text[6]])
        #expect(table.rows[0].extra.map(\.text) == ["extra"])
        #expect(table.rows[1].cells.map(\.position) == [text[7]])
        #expect(table.rows.map(\.line) == [5, 6])
        #expect(document.links.map(\.position) == [text[5]])
    }

    @Test func linksStandWhereTheyAreWritten() {
        let text = MarkedText(
            """
            # 1️⃣[rubrik](a) och åäö

            Text *med 2️⃣[en](b "t\\"i (x)") länk*, &amp; `[kod](x)`, \\[inte](c),
            3️⃣![bild](d) och [4️⃣![inre](e)](f)
            > 5️⃣<https://example.org> och **6️⃣[ref]** 7️⃣[ref][]
            > rad 8️⃣[ref][ref]

            [ref]: /u
            """
        )
        let positions = text.document.links.filter { $0.destination != "f" }.map(\.position)
        #expect(positions == (1...8).map { text[$0] })
    }

    @Test func bracketsAndHTMLStandWhereTheyAreWritten() {
        let text = MarkedText(
            "åäö 1️⃣[A1.2], \\[B1\\] och *2️⃣[A1.2]*\n3️⃣[fp-2019/A1.2] 4️⃣<b>fet</b>\n\n- 5️⃣[Mål-1][6️⃣[C2]\n"
        )
        let document = text.document
        #expect(document.brackets.map(\.text) == ["A1.2", "A1.2", "fp-2019/A1.2", "Mål-1", "C2"])
        #expect(document.brackets.map(\.position) == [text[1], text[2], text[3], text[5], text[6]])
        #expect(document.diagnostics.map(\.position) == [text[4]])
    }

    @Test func textAfterLinkDefinitionsIsFound() {
        let text = MarkedText("[a]: /u\n[b]: /v\nord 1️⃣[a] och 2️⃣[C1]\n")
        let document = text.document
        #expect(document.links.map(\.position) == [text[1]])
        #expect(document.brackets.map(\.position) == [text[2]])
    }

    @Test func linesCountFromTheTopOfTheFile() {
        let source = SourceText(file: "a.md", "\u{FEFF}---\r\ntitle: x\r\n---\r\n\r\nhej [länk](b)\r\n")
        let document = MarkdownDocument(parsing: source, fromLine: 4, language: .swedish)
        #expect(document.links.map(\.position) == [SourcePosition(file: "a.md", line: 5, column: 5)])
        #expect(document.nodes.map(\.position.line) == [4, 5, 5, 5, 5])
    }

    @Test func placesInFootnotesAreThoseOfTheFile() {
        let text = MarkedText(
            "x[^1]\n\n[^1]: se 1️⃣[A1]\n    | a | 2️⃣b[^2] |\n\n    | 3️⃣c |\n    |---|\n    | 4️⃣[d](e) |\n\n[^2]: x\n"
        )
        let document = text.document
        #expect(document.brackets.map(\.position) == [text[1]])
        let header = document.tables.first.map { Array($0.header) } ?? []
        #expect(header.map(\.position) == [text[3]])
        #expect(document.links.map(\.position) == [text[4]])
    }
}
