import CCmark
import Foundation
import PlanMarkdown
import PlanModel
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: SpecExample.commonMark)
    func everyCommonMarkExampleIsDrawnAsLibcmarkDrawsIt(_ example: SpecExample) throws {
        let document = MarkdownDocument(example.markdown)
        let html = try #require(Self.libcmark(example.markdown, options: CMARK_OPT_DEFAULT))
        #expect(document.html == html)
    }

    @Test(arguments: SpecExample.commonMark)
    func everyCommonMarkExampleIsDrawnAsTheSpecificationSays(_ example: SpecExample) throws {
        let isFree = try #require(Self.libcmark(example.markdown, options: CMARK_OPT_UNSAFE)) == example.html
        #expect(isFree)
        let document = MarkdownDocument(example.markdown)
        // What is unsafe or raw HTML is left out by contract.
        if !document.codes.contains(.rawHTML), !document.codes.contains(.unsafeLink), !example.html.contains("<!--") {
            #expect(document.html == example.html)
        }
    }

    @Test(arguments: SpecExample.tables)
    func everyTableIsDrawnAsGitHubDrawsIt(_ example: SpecExample) {
        let html = MarkdownDocument(example.markdown).html
        #expect(html.replacing(" class=\"", with: " align=\"") == example.html)
    }

    private static func libcmark(_ markdown: String, options: Int32) -> String? {
        guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, options) else { return nil }
        defer { free(html) }
        return String(cString: html)
    }
}
