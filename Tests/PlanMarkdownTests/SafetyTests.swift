import PlanMarkdown
import PlanModel
import Testing

@Suite struct SafetyTests {
    @Test(arguments: [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](<java\tscript:alert(1)>)", "[x](<  javascript:alert(1)>)", "[x](&#1;javascript:alert(1))",
        "[x](&Tab;javascript:a)", "[x](java&NewLine;script:a)", "<javascript:alert(1)>", "[x](vbscript:a)",
        "[x](file:///etc/passwd)", "[x](data:text/html,x)", "![x](data:image/png;base64,AAAA)",
        "[x]\n\n[x]: javascript:a",
        "| a |\n|---|\n| [x](javascript:a) |", "Table: [x](javascript:a)\n\n| a |\n|---|",
        "x[^1]\n\n[^1]: [x](javascript:a)", "[x](javascript\\:a)",
    ])
    func unsafeLinkIsLeftOutAndReported(_ text: String) {
        let document = MarkdownDocument(text)
        #expect(document.codes == [.unsafeLink])
        let hasEmpty = document.html.contains("href=\"\"") || document.html.contains("src=\"\"")
        #expect(hasEmpty)
        #expect(document.links.allSatisfy { $0.destination.isEmpty })
    }

    @Test(arguments: [
        "[x](javascript.md)", "[x](/file:x)", "[x](#data:1)", "[x](https://a/javascript:x)", "[x](datar:x)",
    ])
    func ordinaryLinkStays(_ text: String) {
        #expect(MarkdownDocument(text).codes.isEmpty)
    }

    @Test func rawHTMLIsLeftOutAndReportedOnceALine() {
        let text = MarkedText(
            "a 1️⃣<b>x</b> <i>y</i>\n\n2️⃣<div>\n<p>\n</div>\n\n| a |\n|---|\n| 3️⃣<br> |\n\n<!-- c -->\n\nz <!-- d -->\n"
        )
        let document = text.document
        #expect(document.codes == [.rawHTML, .rawHTML, .rawHTML])
        #expect(document.diagnostics.map(\.position) == [text[1], text[2], text[3]])
        for tag in ["<b>", "<i>", "<div", "<br>", "<!-- c", "<!-- d"] { #expect(!document.html.contains(tag)) }
        #expect(MarkdownDocument("<!-- a --><script>").codes == [.rawHTML])
    }

    @Test func imagesNeedTextAndHeadingsTheirOrder() {
        let text = MarkedText("# a\n\n## b\n\n1️⃣#### c\n\n2️⃣# d\n\n3️⃣![](x.png) ![*y*](z.png)\n")
        let document = text.document
        #expect(document.codes == [.skippedHeading, .secondTopHeading, .imageWithoutText])
        #expect(document.diagnostics.map(\.position) == [text[1], text[2], text[3]])
    }

    @Test func rowIndentedByFourIsReported() {
        let text = MarkedText("| a | b |\n|---|---|\n| 1 | 2 |\n    1️⃣| 3 | 4 |\n\n| a |\n    2️⃣|---|\n| b |\n")
        let document = text.document
        #expect(document.codes == [.indentedTableRow, .indentedTableRow])
        #expect(document.diagnostics.map(\.position) == [text[1], text[2]])
        #expect(document.tables.map(\.rows.count) == [1])
    }

    @Test(arguments: HostileText.deep)
    func deepNestingIsRefused(_ hostile: HostileText) {
        let document = MarkdownDocument(hostile.text)
        #expect(document.codes == [.markdownTooDeep])
        #expect(document.nodes.count == 1)
    }

    @Test(.timeLimit(.minutes(1)), arguments: HostileText.long)
    func hostileTextCostsNoMoreThanItsLength(_ hostile: HostileText) {
        let duration = ContinuousClock().measure { _ = MarkdownDocument(hostile.text).html }
        // Quadratic time would be minutes; the rest is a slow machine and a build without optimisation.
        #expect(duration < .seconds(15))
    }

    @Test func anyBytesAreRead() {
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "| a | b |\n", "|---|--:|\n", "[^1]", "[^1]: ", "Table: ", ": ", "{#a .b c=\"d\"}", "\n", "\n\n", "> ",
            "- ", "1. ",
            "    ", "\t", "[A1.2]", "![", "](x)", "<b>", "<!--", "-->", "```\n", "***", "_", "`", "\\", "\u{0}", "å",
            "👍🏽", "&#0;",
            "===\n", "---\n", "|", "\r\n", "\u{FEFF}", "\u{2028}", "[r]: /u\n", "src=a.csv", "\u{0B}", "}",
        ]
        for _ in 0..<3_000 {
            let text = (0..<random(40)).map { _ in pieces[random(pieces.count)] }.joined()
            let document = MarkdownDocument(text)
            #expect(document.nodes.first?.kind == .document)
            for node in document.nodes { #expect(node.position.line >= 1 && node.position.column >= 1) }
            _ = document.html
        }
        for _ in 0..<2_000 {
            let bytes = (0..<random(200)).map { _ in UInt8(random(256)) }
            _ = MarkdownDocument(String(decoding: bytes, as: UTF8.self)).html
        }
        #expect(MarkdownDocument("a\u{0}b").html == "<p>a\u{FFFD}b</p>\n")
    }

    @Test func directionOfTextIsNotTurned() {
        let turns = [
            "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        ]
        for turn in turns {
            #expect(MarkdownDocument("a\(turn)b \(turn)").html == "<p>ab </p>\n")
            var html = HTML()
            html.append(attribute: turn + "“a”\u{2029}\u{200E}\u{200F}\u{61C}" + turn)
            #expect(html.string == "“a”\u{2029}\u{200E}\u{200F}\u{61C}")
        }
    }
}
