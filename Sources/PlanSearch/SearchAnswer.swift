/// What was found.
package struct SearchAnswer: Sendable, Hashable {
    /// The best, in order.
    package var results: [SearchResult] = []
    /// How many there are in all.
    package var total = 0
    /// `false` where a phrase was looked for in so many pages and no more.
    package var isComplete = true
    /// Values that the found have, most first.
    package var facets: [SearchFacet: [FacetCount]] = [:]
    /// The query as it was probably meant.
    package var suggestion: String?
    /// What could not be read, each file once: what lies in it is missing from the answer.
    package var faults: [SearchFault] = []

    package init() {}
}

/// One page, or one place on a page.
package struct SearchResult: Sendable, Hashable {
    /// Which of the portal's indexes it comes from.
    package var site: Int
    /// Relative to the site's root; without the passage's fragment, but a place's own stays.
    package var url: String
    /// The part that matches best, without `#`; empty for the page's beginning.
    package var anchor: String
    /// The heading of that part.
    package var heading: String
    package var title: String
    package var code: String
    package var type: String
    package var organisation: SearchDocument.Label?
    package var plan: SearchDocument.Label?
    package var period: String?
    package var status: String?
    package var score: Int
    /// How long the page is, in 64ths of words, at most 255.
    package var length: Int
    /// What to mark, a list for each term that was found.
    package var terms: [MarkedTerm]

    /// The address with the part's anchor.
    package var address: String { anchor.isEmpty || url.contains("#") ? url : url + "#" + anchor }
}

/// A term of the query as passages show it.
package struct MarkedTerm: Sendable, Hashable {
    package let weight: Int
    /// Spellings, in lower case.
    package let forms: [String]
    /// The beginning of a word, where the term may go on; else `nil`.
    package let prefix: String?
}

package struct FacetCount: Sendable, Hashable {
    package let id: String
    /// Empty where the id is a raw value that the interface has words for.
    package let title: String
    package let count: Int
}
