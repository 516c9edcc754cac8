internal import Foundation
internal import PlanModel

/// What is shown of a result beneath its title, and where it leads (docs/search-index.md, 6).
package struct SearchExcerpt: Sendable, Hashable {
    /// The address with the fragment of the passage, else of the part that matches best.
    package let address: String
    /// The passage; where there is none, the part's heading, else the title as the page has it.
    package let text: String
}

extension SearchReader {
    /// How many code units a block may have beyond the title that it repeats.
    private static let titleSlack = 24

    /// The excerpt of one of this index's results, from its page; of a page that cannot be fetched, the part's heading.
    package func excerpt(of result: SearchResult) -> SearchExcerpt {
        let heading = result.heading == result.title ? "" : result.heading
        let plain = SearchExcerpt(address: result.address, text: heading)
        guard let page = pageText(of: result.url) else { return plain }
        let fragment = result.url.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init)
        let own = page.blocks.filter { $0.anchor == fragment }
        let title = result.title.precomposedStringWithCanonicalMapping
        let blocks = (own.isEmpty ? page.blocks : own).filter { block in
            block.text.utf16.count >= title.utf16.count + Self.titleSlack || !block.text.contains(title)
        }
        let passage =
            SearchPassage(blocks, terms: result.terms, language: language)
            ?? SearchPassage(blocks, terms: result.terms.map(widened), language: language)
        guard let passage else {
            // Only the title is marked: then it is shown as it stands on the page.
            let whole = heading.isEmpty ? SearchPassage(page, terms: result.terms, language: language)?.text : nil
            return SearchExcerpt(address: plain.address, text: whole ?? heading)
        }
        let leads = fragment == nil && !passage.anchor.isEmpty
        return SearchExcerpt(address: leads ? result.url + "#" + passage.anchor : plain.address, text: passage.text)
    }

    /// A term that is marked by the words of phrases that mean the same, as well.
    private func widened(_ term: MarkedTerm) -> MarkedTerm {
        var scanner = WordScanner(language)
        var forms = term.forms
        for phrase in term.forms where phrase.contains(" ") {
            scanner.scan(phrase, joinsHyphens: false)
            forms += scanner.texts.filter { !root.stopWords.contains($0) }
        }
        return MarkedTerm(weight: term.weight, forms: forms, prefix: term.prefix)
    }
}
