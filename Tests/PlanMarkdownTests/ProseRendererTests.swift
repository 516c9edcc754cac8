import PlanMarkdown
import PlanModel
import Testing

/// Knows one id, keeps one link out, and draws tables itself.
private struct PageResolver: ProseResolver {
    var drawsTables = false

    func link(_ destination: String) -> LinkTarget {
        switch destination {
        case "bort": .omit
        case "a.md": .href("../a/?x=1&y")
        default: .keep
        }
    }
    func image(_ source: String) -> LinkTarget { source == "bort" ? .omit : .href("/assets/" + source) }
    func bracket(_ text: String) -> (href: String, title: String?)? {
        text == "A1.2" ? ("../A1.2/", "Mål \"ett\"") : nil
    }
    func headingAnchor(_ node: Int) -> String? { "n\(node)" }
    var headingShift: Int { 2 }
    func renderTable(_ index: Int, document: MarkdownDocument, into html: inout HTML) -> Bool {
        guard drawsTables else { return false }
        html.append("<table-")
        html.append(index)
        html.append("/>")
        return true
    }
    var footnotePrefix: String { "p-" }
    var footnoteWords: FootnoteWords { FootnoteWords(note: "Fotnot", back: "Till texten", section: "Fotnoter") }
}

@Suite struct ProseRendererTests {
    private func html(_ text: String, drawsTables: Bool = false) -> String {
        var html = HTML()
        ProseRenderer(document: MarkdownDocument(text), resolver: PageResolver(drawsTables: drawsTables))
            .renderAll(into: &html)
        return html.string
    }

    @Test func resolverDecidesWhereLinksAndImagesLead() {
        #expect(html("[x](a.md \"t\")") == "<p><a href=\"../a/?x=1&amp;y\" title=\"t\">x</a></p>\n")
        #expect(html("[*x*](bort) [y](z)") == "<p><em>x</em> <a href=\"z\">y</a></p>\n")
        #expect(html("![*å*](b.png) ![c & d](bort)") == "<p><img src=\"/assets/b.png\" alt=\"å\" /> c &amp; d</p>\n")
    }

    @Test func bracketBecomesALinkWhereItIsAnIDAndNowhereElse() {
        let link = "<a href=\"../A1.2/\" title=\"Mål &quot;ett&quot;\">A1.2</a>"
        #expect(html("Se [A1.2].") == "<p>Se \(link).</p>\n")
        #expect(html("[A1.2][B9] [x]") == "<p>\(link)[B9] [x]</p>\n")
        #expect(html("\\[A1.2] [A1.2\\] `[A1.2]` &#91;A1.2]") == "<p>[A1.2] [A1.2] <code>[A1.2]</code> [A1.2]</p>\n")
        #expect(html("[se [A1.2]](z) ![[A1.2]](b)").contains("A1.2/") == false)
        #expect(html("[A1.2](z)") == "<p><a href=\"z\">A1.2</a></p>\n")
        #expect(html("[A1.2]\n\n[A1.2]: z") == "<p><a href=\"z\">A1.2</a></p>\n")
        #expect(html("| [A1.2] |\n|---|").contains(link))
    }

    @Test func headingsAreMovedDownAndGetAnchors() {
        #expect(html("# a\n\n##### b\n") == "<h3 id=\"n1\">a</h3>\n<h6 id=\"n3\">b</h6>\n")
    }

    @Test func tablesMayBeDrawnByTheCaller() {
        #expect(html("a\n\n| b |\n|---|\n\nc", drawsTables: true) == "<p>a</p>\n<table-0/>\n<p>c</p>\n")
    }

    @Test func idsOfFootnotesHaveThePagesPrefix() {
        let result = html("x[^1]\n\n[^1]: y")
        #expect(result.contains("<a href=\"#p-fn-1\" id=\"p-fnref-1\" role=\"doc-noteref\" aria-label=\"Fotnot 1\">"))
    }

    @Test func documentTellsItsHeadingsAndWords() throws {
        let document = MarkdownDocument("# Plan *för* [A1]\n\nEtt `två`\ntre.\n\n## Mål\n\n| fyra |\n|---|\n")
        #expect(document.title?.text == "Plan för [A1]")
        #expect(document.headings.map(\.level) == [1, 2])
        #expect(document.headings.map(\.text) == ["Plan för [A1]", "Mål"])
        #expect(document.wordCount == 8)
        let heading = try #require(document.headings.last)
        #expect(document.nodes[heading.node].kind == .heading(level: 2))
    }

    @Test func cellsBeyondTheHeadingAreKeptButNotDrawn() throws {
        let document = MarkdownDocument("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |\n")
        let table = try #require(document.tables.first)
        #expect(table.rows.map(\.cells.count) == [1, 2])
        #expect(table.rows.map { $0.extra.map(\.text) } == [[], ["3", "4"]])
        #expect(!document.html.contains("3"))
    }
}
