import PlanMarkdown
import PlanModel
import Testing

@Suite struct CaptionTests {
    private static let table = "| a | b |\n|---|--:|\n| x | 1 |\n"

    @Test(arguments: [
        "Table: Summor {#t .budget}\n\n\(table)", "Table: Summor {#t .budget}\n\(table)",
        "\(table)\nTable: Summor {#t .budget}\n", "\(table)Table: Summor {#t .budget}\n",
        "Tabell: Summor {#t .budget}\n\n\n\(table)", ": Summor {#t .budget}\n\n\(table)",
        "\(table): Summor {#t .budget}",
        "- punkt\n\n  Table: Summor {#t .budget}\n\n  | a | b |\n  |---|--:|\n  | x | 1 |\n",
        "> Table: Summor {#t .budget}\n>\n> | a | b |\n> |---|--:|\n> | x | 1 |\n",
        "> | a | b |\n> |---|--:|\n> | x | 1 |\n> Table: Summor\n> {#t .budget}\n",
        "1. | a | b |\n   |---|--:|\n   | x | 1 |\n   : Summor {#t .budget}\n",
        "Table: Summor {#t\n.budget}\n\(table)", "text\n\nTable: Summor { #t .budget }\n\(table)\ntext\n",
    ])
    func captionIsFoundAroundItsTable(_ text: String) throws {
        let document = MarkdownDocument(text)
        #expect(document.diagnostics.isEmpty)
        try #require(document.tables.count == 1)
        let table = document.tables[0]
        let caption = try #require(table.caption)
        #expect(caption.text == "Summor")
        #expect(caption.id?.value == "t")
        #expect(caption.classes.map(\.value) == ["budget"])
        #expect(table.rows.map { $0.cells.map(\.text) } == [["x", "1"]])
        #expect(!document.html.contains("<p>Table"))
        #expect(!document.html.contains("{"))
    }

    @Test func captionBetweenTablesBelongsToTheOneItTouchesElseToTheUpper() {
        func captions(_ text: String) -> [String?] { MarkdownDocument(text).tables.map { $0.caption?.text } }
        let table = Self.table
        #expect(captions("\(table)\nTable: en\n\(table)") == [nil, "en"])
        #expect(captions("\(table)Table: en\n\n\(table)") == ["en", nil])
        #expect(captions("\(table)\nTable: en\n\n\(table)") == ["en", nil])
        #expect(captions("\(table)Table: en\n\(table)") == ["en", nil])
        #expect(captions("Table: en\n\n\(table)\nTable: två\n\n\(table)") == ["en", "två"])
        #expect(captions("\(table)\nTable: en\n\n\(table)\nTable: två\n") == ["en", "två"])
        #expect(captions("Table: en\n\(table)Table: två\n\(table)") == ["en", "två"])
    }

    @Test func attributesAreReadWithTheirPlaces() throws {
        let text = MarkedText(
            "Tabell: 1️⃣Ramar 2025–2029 {#2️⃣r-25 .3️⃣frames 4️⃣unit=5️⃣mnkr totals=\"6️⃣Summa; Netto\" goals=A1.2,A1.3 x=}\n\(Self.table)"
        )
        let document = text.document
        #expect(document.diagnostics.isEmpty)
        let caption = try #require(document.tables.first?.caption)
        #expect(caption.text == "Ramar 2025–2029")
        #expect(caption.id == text[2].map { Located("r-25", at: $0) })
        #expect(caption.classes == [text[3].map { Located("frames", at: $0) }])
        #expect(caption.attributes.map(\.key.value) == ["unit", "totals", "goals", "x"])
        #expect(caption.attributes.map(\.value.value) == ["mnkr", "Summa; Netto", "A1.2,A1.3", ""])
        #expect(caption.attributes[0].key.position == text[4])
        #expect(caption.attributes[0].value.position == text[5])
        #expect(caption.attributes[1].value.position == text[6])
        #expect(document.nodes[caption.nodes.lowerBound].position == text[1])
    }

    @Test func captionCarriesInlineMarkup() throws {
        let document = MarkdownDocument(
            "Table: *Ramar* för [A1.2] enligt [beslut](b.md)[^1] {.frames}\n\n\(Self.table)\n[^1]: not\n"
        )
        let caption = try #require(document.tables.first?.caption)
        #expect(caption.text == "Ramar för [A1.2] enligt beslut")
        #expect(document.brackets.map(\.text) == ["A1.2"])
        #expect(document.links.map(\.destination) == ["b.md"])
        #expect(document.footnotes.count == 1)
        #expect(document.html.contains("<caption><em>Ramar</em> för [A1.2] enligt <a href=\"b.md\">beslut</a><sup"))
    }

    @Test func captionThatNamesAFileMakesATableOfItsOwn() throws {
        let document = MarkdownDocument(
            "före\n\nTable: Ur fil {#f .investments src=inv.csv}\n\n\(Self.table)\n- punkt\n\n  Table: I lista {src=b.csv}\n"
        )
        #expect(document.diagnostics.isEmpty)
        try #require(document.tables.count == 3)
        #expect(document.tables[0].header.isEmpty)
        #expect(document.tables[0].caption?.id?.value == "f")
        #expect(document.tables[1].caption == nil)
        #expect(document.tables[2].caption?.text == "I lista")
        let touching = MarkdownDocument("Table: Ur fil {src=inv.csv}\n\(Self.table)")
        #expect(touching.tables.count == 1)
        #expect(touching.tables.first?.header.count == 2)
    }

    @Test func captionWithoutTableIsAnErrorWhereItIsOne() {
        func codes(_ text: String) -> [DiagnosticCode] { MarkdownDocument(text).codes }
        #expect(codes("Table: ensam\n\ntext\n") == [.captionWithoutTable])
        #expect(codes("Tabell: ensam {.budget}\n") == [.captionWithoutTable])
        #expect(codes(": ensam {.budget}\n") == [.captionWithoutTable])
        #expect(codes("\(Self.table)\ntext\n\nTable: för långt bort\n") == [.captionWithoutTable])
        #expect(codes("Table: en\n\n\(Self.table)\nTable: två\n") == [.captionWithoutTable])
        #expect(codes("> \(Self.table.replacing("\n", with: "\n> "))\n\nTable: utanför\n") == [.captionWithoutTable])
        #expect(codes(": bara text\n").isEmpty)
        #expect(codes("text\nTable: mitt i ett stycke\n").isEmpty)
        #expect(codes("    Table: kod\n").isEmpty)
        #expect(codes("```\nTable: kod\n```\n").isEmpty)
        #expect(MarkdownDocument(": bara text\n").html == "<p>: bara text</p>\n")
    }

    @Test(arguments: [
        "Table: a 1️⃣{#id", "Table: a {#id .x 1️⃣!}", "Table: a {#id 1️⃣#id2}", "Table: a {#id} 1️⃣mer",
        "Table: a {1️⃣# .x}", "Table: a {.x unit=1️⃣”m kr”}", "Table: a {.x unit=1️⃣\"m kr}", "Table: a {1️⃣inv-2025}",
        "Table: a {.x 1️⃣mnkr}",
    ])
    func malformedAttributesAreReportedWhereTheyGoWrong(_ line: String) throws {
        let text = MarkedText("\(line)\n\n\(Self.table)")
        let document = text.document
        #expect(document.codes == [.captionSyntax])
        let position = try #require(document.diagnostics.first?.position)
        // An unclosed brace is reported at the end of the caption, where the other is missed.
        if line.hasSuffix("{#id") {
            #expect(position.line == 1)
        } else {
            #expect(position == text[1])
        }
        #expect(document.tables.first?.caption?.text == "a")
    }
}
