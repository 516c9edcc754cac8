/// The kinds of numbers in files of records (docs/search-index.md, *d-*).
enum DocumentKind {
    static let valueCount = 0
    static let valueID = 1
    static let valueTitle = 2
    /// And the next.
    static let url = 3
    static let title = 5
    static let code = 6
    static let words = 7
    static let anchor = 8
    static let heading = 9
    /// The first facet's; the others follow.
    static let facet = 10
    static let count = 15
}
