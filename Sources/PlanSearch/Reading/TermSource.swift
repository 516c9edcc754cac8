/// How a word of a query was found, best first (docs/search-index.md, 4.2).
enum SourceKind: Int, Comparable {
    case exact, inflected, folded, foldedInflected, prefix, parts, contained, spelling, held

    var factor: Int {
        switch self {
        case .exact: 16
        case .inflected: 14
        case .folded: 10
        case .foldedInflected: 9
        case .prefix: 8
        case .parts: 6
        case .contained: 6
        case .spelling: 9
        case .held: 4
        }
    }

    /// Whether the word itself is not there in any form.
    var isGuess: Bool { self >= .spelling }

    static func < (left: SourceKind, right: SourceKind) -> Bool { left.rawValue < right.rawValue }
}

struct TermSource {
    let kind: SourceKind
    let postings: [Posting]
    /// Spellings to mark.
    let marks: [String]
}

/// What one index knows of one word of a query.
struct ResolvedTerm {
    var sources: [TermSource] = []
    /// The word that was probably meant, where nothing was found otherwise.
    var suggestion: Suggestion?

    /// The number of postings of the first source that has any.
    var frequency: Int { sources.first { !$0.postings.isEmpty }?.postings.count ?? 0 }
    var isFound: Bool { sources.contains { !$0.kind.isGuess && !$0.postings.isEmpty } }
}

/// A known word near one that is not.
struct Suggestion: Comparable {
    let word: [UInt8]
    /// The word of the index that it is, or is a beginning of.
    let form: [UInt8]
    let distance: Int
    let hasOtherInitial: Bool
    let weight: Int

    static func < (left: Suggestion, right: Suggestion) -> Bool {
        if left.distance != right.distance { return left.distance < right.distance }
        if left.hasOtherInitial != right.hasOtherInitial { return right.hasOtherInitial }
        if left.weight != right.weight { return left.weight > right.weight }
        return left.form == right.form ? left.word.count > right.word.count : Folding.precedes(left.form, right.form)
    }
}

extension ResolvedTerm {
    mutating func add(_ kind: SourceKind, _ postings: [Posting], _ marks: [String]) {
        guard !postings.isEmpty else { return }
        sources.append(TermSource(kind: kind, postings: postings, marks: marks))
    }
}
