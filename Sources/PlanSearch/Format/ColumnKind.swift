/// The kinds of numbers in columns of facets (docs/search-index.md, *c-*).
enum ColumnKind {
    static let facet = 0
    static let valueCount = 1
    /// And the next.
    static let valueID = 2
    static let valueTitle = 4
    static let runCount = 5
    static let length = 6
    static let heldCount = 7
    static let held = 8
    static let count = 9
}
