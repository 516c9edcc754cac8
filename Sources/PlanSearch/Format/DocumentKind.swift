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

/// The kinds of numbers in columns of facets and in spelling (docs/search-index.md, *c-*, *s-*).
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

/// The kinds of numbers in files of spelling (docs/search-index.md, *s-*).
enum SpellingKind {
    static let keyCount = 0
    /// And the next.
    static let key = 1
    static let wordCount = 3
    /// And the next.
    static let word = 4
    static let weight = 6
    static let count = 7
}
