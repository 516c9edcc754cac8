/// The kinds of numbers in files of terms (docs/search-index.md, *t-*).
enum TermKind {
    static let counts = 0
    /// And the next, for what follows.
    static let form = 1
    static let reference = 3
    static let home = 4
    static let splitCount = 5
    static let split = 6
    static let alsoCount = 7
    static let also = 8
    /// And the next.
    static let prefix = 9
    static let postings = 11
    static let count = postings + PostingCode.kinds
}
