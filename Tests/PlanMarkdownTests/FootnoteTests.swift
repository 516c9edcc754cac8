import PlanMarkdown
import PlanModel
import Testing

@Suite struct FootnoteTests {
    @Test func notesAreNumberedByTheirFirstReference() {
        let document = MarkdownDocument("ett[^b] två[^a] tre[^B]\n\n[^a]: första\n[^b]: andra *noten*\n")
        #expect(document.diagnostics.isEmpty)
        #expect(document.footnotes.map(\.label) == ["b", "a"])
        #expect(document.footnotes.map(\.uses) == [2, 1])
        #expect(document.footnotes.map { document.plainText(of: $0.nodes) } == ["andra noten", "första"])
        #expect(
            document.html == """
                <p>ett<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Note 1">1</a></sup> \
                två<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref" aria-label="Note 2">2</a></sup> \
                tre<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
                <section class="footnotes" role="doc-endnotes" aria-label="Notes">
                <ol>
                <li id="fn-1">
                <p>andra <em>noten</em> \
                <a href="#fnref-1" class="footnote-backref" role="doc-backlink" aria-label="Back 1">↩</a> \
                <a href="#fnref-1-2" class="footnote-backref" role="doc-backlink" aria-label="Back 2">↩<sup>2</sup></a></p>
                </li>
                <li id="fn-2">
                <p>första <a href="#fnref-2" class="footnote-backref" role="doc-backlink" aria-label="Back">↩</a></p>
                </li>
                </ol>
                </section>

                """
        )
    }

    @Test func noteHoldsWhateverIsIndentedByFour() throws {
        let document = MarkdownDocument(
            "x[^n]\n\n[^n]: ett\nlat rad\n\n    stycke två\n\n    - punkt\n\n    | a |\n    |---|\n    | b |\n\n        kod\n\nefter\n"
        )
        #expect(document.diagnostics.isEmpty)
        let note = try #require(document.footnotes.first)
        let kinds = note.nodes.map { document.nodes[$0].kind }
        #expect(kinds.contains(.codeBlock(info: "", text: "kod\n")))
        #expect(kinds.contains(.table(0)))
        #expect(kinds.filter { $0 == .paragraph }.count == 3)
        #expect(document.html.hasPrefix("<p>x<sup"))
        #expect(document.html.contains("<p>ett\nlat rad</p>"))
        #expect(document.plainText(of: document.content).hasSuffix("efter"))
    }

    @Test func notesWorkInHeadingsTablesAndOtherNotes() {
        let document = MarkdownDocument(
            "# R[^1]\n\n| a[^2] |\n|---|\n| b[^2] |\nTable: t[^4]\n\n[^1]: se även[^3]\n[^2]: två\n[^3]: tre\n[^4]: fyra\n"
        )
        #expect(document.diagnostics.isEmpty)
        #expect(document.footnotes.map(\.label) == ["1", "4", "2", "3"])
        #expect(document.tables.first?.header.first?.text == "a")
        #expect(document.headings.map(\.text) == ["R"])
    }

    @Test func noteMayStandInAListOrQuoteAndEndsAParagraph() {
        let document = MarkdownDocument(
            "- a[^1]\n\n  [^1]: i lista\n\n> b[^2]\n> [^2]: i citat\n>     forts\n\ntext\n[^3]: tre\n"
        )
        #expect(document.codes == [.unusedFootnote])
        #expect(document.footnotes.map { document.plainText(of: $0.nodes) } == ["i lista", "i citat forts"])
    }

    @Test func singleWordIsANoteAndNoLinkDefinition() {
        let document = MarkdownDocument("x[^1]\n\n[^1]: ord\n")
        #expect(document.footnotes.count == 1)
        #expect(document.links.isEmpty)
    }

    @Test func notesThatMissTheirCounterpartAreReported() {
        let text = MarkedText(
            "x1️⃣[^nope] y[^a] `[^kod]` \\[^inte]\n\n[^a]: not\n\n2️⃣[^a]: igen\n\n3️⃣[^b]: oanvänd\n"
        )
        let document = text.document
        #expect(document.codes == [.unknownFootnote, .duplicateFootnote, .unusedFootnote])
        #expect(document.diagnostics.map(\.position) == [text[1], text[2], text[3]])
        #expect(document.html.contains("x[^nope] y<sup"))
    }

    @Test func definitionInCodeIsCode() {
        let document = MarkdownDocument("```\n[^1]: kod\n```\n\n    [^1]: kod\n")
        #expect(document.codes.isEmpty)
        #expect(document.html == "<pre><code>[^1]: kod\n</code></pre>\n<pre><code>[^1]: kod\n</code></pre>\n")
    }

    @Test func noteEndsATableAndMayBeFollowedByOne() {
        let document = MarkdownDocument("| a[^1] |\n|---|\n| b |\n[^1]: not\n\n| c |\n|---|\n")
        #expect(document.codes.isEmpty)
        #expect(document.tables.map(\.rows.count) == [1, 0])
        #expect(document.footnotes.count == 1)
    }
}
