import PlanModel
import Testing

@testable import PlanMarkdown

/// What libcmark needs lies in stretches of memory of the thread, and nodes lie in the text that they were made from.
@Suite struct MemoryTests {
    private static func document(_ text: String) -> MarkdownDocument {
        MarkdownDocument(parsing: SourceText(file: "a.md", text), fromLine: 1, language: .swedish)
    }

    /// More than a stretch holds, with rows that are parsed within the parse of the whole.
    private static let large = String(
        repeating: "Ett *stycke* med [länk](b.md) och `kod`.\n\n| A | B |\n|---|---|\n2025 | två\n| tre | **3** |\n\n",
        count: 600)
    private static let small = "# Rubrik\n\nEtt stycke."

    @Test func largeAndSmallTextsTakeTurns() {
        let first = Self.document(Self.large)
        #expect(Self.document(Self.small).nodes.count == 5)
        let second = Self.document(Self.large)
        #expect(first.saysTheSame(as: second))
        #expect(first.tables.count == 600)
        #expect(first.tables[599].rows[0].cells.map(\.text) == ["2025", "två"])
    }

    @Test func threadsHaveMemoryOfTheirOwn() {
        let texts = (0..<64).map { $0 % 4 == 0 ? Self.large : Self.small + "\n\nNummer \($0)." }
        let counts = Parallel.map(texts) { Self.document($0).nodes.count }
        #expect(Set(counts.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)).count == 1)
        #expect(Set(counts.enumerated().filter { $0.offset % 4 != 0 }.map(\.element)) == [7])
    }

    /// What is escaped, broken or an entity stands otherwise in the source than in the text.
    @Test func wordsOfNodesAreThoseOfTheText() {
        let text =
            "En \\*stjärna\\* &amp; *tre* ord\n> citat [A1.2] `kod`\n\n| å \\| ä | **ö** |\n|---|---|\n| 1 |  |\n"
        let document = Self.document(text)
        let words = document.nodes.compactMap { node -> String? in
            switch node.kind {
            case .text(let text), .code(let text), .bracket(let text): text
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
                .table, .softBreak, .lineBreak, .htmlInline, .emphasis, .strong, .link, .image, .footnoteReference:
                nil
            }
        }
        #expect(words == ["En *stjärna* & ", "tre", " ord", "citat ", "A1.2", " ", "kod", "å | ä", "ö", "1"])
        for node in document.nodes {
            if case .text(let text) = node.kind {
                #expect(node.withText { String(decoding: $0, as: UTF8.self) } == text)
            }
        }
        #expect(document.nodes.hold(.bracket) && !document.nodes.hold(.link))
    }
}
