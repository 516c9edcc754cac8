import PlanModel

/// Anchors by the numbers of what they lead to.
package struct Anchors: Sendable {
    /// In order. A text has few of them, and a site many texts: a list takes less room than a dictionary.
    private let numbers: [Int32]
    private let texts: [String]

    init(_ anchors: [(number: Int, text: String)] = []) {
        let sorted = anchors.sorted { $0.number < $1.number }
        numbers = sorted.map { Int32($0.number) }
        texts = sorted.map(\.text)
    }

    package var values: [String] { texts }

    package subscript(number: Int) -> String? {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? texts[low] : nil
    }
}

/// What `#…` leads to in a text: its headings and its tables.
enum HeadingAnchors {
    /// Ids that the page around a text uses itself.
    private static let taken: Set<String> = ["main", "toc", "thread", "q"]

    /// The anchor of each heading, by its node: the heading's words as a slug, numbered from 2 where taken.
    ///
    /// A table's id is never taken by a heading: `#inv-2025` leads to the table.
    ///
    /// - Parameter tableAnchors: those of the tables.
    static func anchors(of headings: [MarkdownDocument.Heading], tableAnchors: Anchors) -> Anchors {
        guard !headings.isEmpty else { return Anchors() }
        var used = taken.union(tableAnchors.values)
        var anchors: [(number: Int, text: String)] = []
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
            anchors.append((heading.node, anchor))
        }
        return Anchors(anchors)
    }

    /// The anchors of the tables that have a caption, by their index: the id, else the caption's words as a slug.
    ///
    /// A table with a class keeps its anchor, which is its id in the plan; a plain one goes without where it is taken.
    static func tableAnchors(of tables: [MarkdownTable]) -> Anchors {
        guard !tables.isEmpty else { return Anchors() }
        var anchors: [(number: Int, text: String)] = []
        var used = taken
        for isPlain in [false, true] {
            for (index, table) in tables.enumerated() {
                guard let caption = table.caption, caption.classes.isEmpty == isPlain else { continue }
                let anchor = caption.id.map { Slug.address(of: $0.value) } ?? Slug.make(caption.text)
                guard !anchor.isEmpty, used.insert(anchor).inserted || !isPlain else { continue }
                anchors.append((index, anchor))
            }
        }
        return Anchors(anchors)
    }
}
