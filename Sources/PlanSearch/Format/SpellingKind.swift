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
