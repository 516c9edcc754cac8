import PlanModel

/// What `#…` leads to in a text: its headings and its tables.
package enum HeadingAnchors {
    /// Ids that the page around a text uses itself.
    private static let taken: Set<String> = ["main", "toc", "thread", "q"]

    /// The anchor of each heading, by its node: the heading's words as a slug, numbered from 2 where taken.
    ///
    /// A table's id is never taken by a heading: `#inv-2025` leads to the table.
    package static func anchors(of document: MarkdownDocument) -> [Int: String] {
        var used = taken.union(tableAnchors(of: document))
        var anchors: [Int: String] = [:]
        for heading in document.headings {
            let words = Slug.make(heading.text)
            let base = words.isEmpty ? "avsnitt" : words
            var anchor = base
            var number = 2
            while used.contains(anchor) {
                anchor = "\(base)-\(number)"
                number += 1
            }
            used.insert(anchor)
            anchors[heading.node] = anchor
        }
        return anchors
    }

    /// The anchors of the tables that have a caption.
    package static func tableAnchors(of document: MarkdownDocument) -> Set<String> {
        Set(
            document.tables.compactMap { table in
                guard let caption = table.caption else { return nil }
                let anchor = caption.id.map { Slug.address(of: $0.value) } ?? Slug.make(caption.text)
                return anchor.isEmpty ? nil : anchor
            })
    }
}
