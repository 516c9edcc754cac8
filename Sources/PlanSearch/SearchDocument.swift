/// A page, or a place on a page, as the index knows it: plain values that the builder of the site fills.
package struct SearchDocument: Sendable, Hashable {
    /// Something with an id and a name that results are filtered by.
    package struct Label: Sendable, Hashable {
        /// The id in full: `region-halland/vp-2025`.
        package var id: String
        package var title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// Relative to the site's root, with the language's folder; may carry a fragment.
    package var url: String
    package var title: String
    /// The code that people use as a name: `A1.2`.
    package var code: String?
    /// A raw value of the contract: `goal`, `table`.
    package var type: String
    package var organisation: Label?
    package var plan: Label?
    /// As printed: `2019–2021`.
    package var period: String?
    /// A raw value of the contract: `decided`.
    package var status: String?
    /// Who answers for it.
    package var units: [Label] = []
    /// Whether it belongs to a plan that a newer one has replaced.
    package var isSuperseded = false
    /// Whether it is a table of money.
    package var isMoney = false
    package var sections: [SearchSection]

    package init(url: String, title: String, type: String, sections: [SearchSection]) {
        self.url = url
        self.title = title
        self.type = type
        self.sections = sections
    }
}

/// A stretch of a page's text.
package struct SearchSection: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case prose
        /// A row of a table; its cells are parted by line ends.
        case row
        /// A row of what has a page of its own, where it is found first.
        case repeated
    }

    /// The id of the place on the page, without `#`; `nil` where it has none of its own.
    package var anchor: String?
    package var heading: String?
    package var text: String
    package var kind: Kind

    package init(anchor: String? = nil, heading: String? = nil, text: String, kind: Kind = .prose) {
        self.anchor = anchor
        self.heading = heading
        self.text = text
        self.kind = kind
    }
}
