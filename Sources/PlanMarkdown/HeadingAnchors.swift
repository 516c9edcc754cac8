import PlanModel

/// What `#…` leads to in a text: its headings and its tables.
enum HeadingAnchors {
    /// Ids that the page around a text uses itself.
    private static let taken: Set<String> = ["main", "toc", "thread", "q"]

    /// The anchor of each heading, by its node: the heading's words as a slug, numbered from 2 where taken.
    ///
    /// A table's id is never taken by a heading: `#inv-2025` leads to the table.
    ///
    /// - Parameter tableAnchors: those of the tables.
    static func anchors(of headings: [MarkdownDocument.Heading], tableAnchors: [Int: String]) -> [Int: String] {
        guard !headings.isEmpty else { return [:] }
        var used = taken.union(tableAnchors.values)
        var anchors: [Int: String] = [:]
        var numbers: [String: Int] = [:]
        for heading in headings {
            let words = Slug.make(heading.text)
            let base = words.isEmpty ? "avsnitt" : words
            // `section-…`, `row-…` and those of notes are the page's own.
            let isOwn = ["section-", "row-", "fn-", "fnref"].contains { base.hasPrefix($0) }
            var anchor = isOwn ? "h-" + base : base
            var number = numbers[base] ?? 2
            while used.contains(anchor) {
                anchor = "\(base)-\(number)"
                number += 1
            }
            numbers[base] = number
            used.insert(anchor)
            anchors[heading.node] = anchor
        }
        return anchors
    }

    /// The anchors of the tables that have a caption, by their index: the id, else the caption's words as a slug.
    ///
    /// A table with a class keeps its anchor, which is its id in the plan; a plain one goes without where it is taken.
    static func tableAnchors(of tables: [MarkdownTable]) -> [Int: String] {
        var anchors: [Int: String] = [:]
        var used = taken
        for isPlain in [false, true] {
            for (index, table) in tables.enumerated() {
                guard let caption = table.caption, caption.classes.isEmpty == isPlain else { continue }
                let anchor = caption.id.map { Slug.address(of: $0.value) } ?? Slug.make(caption.text)
                guard !anchor.isEmpty, used.insert(anchor).inserted || !isPlain else { continue }
                anchors[index] = anchor
            }
        }
        return anchors
    }
}
