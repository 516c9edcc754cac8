internal import PlanModel

/// All that follows from the words of a site but for the bytes of files; these are made where none stands.
struct IndexDraft: Sendable {
    let corpus: Corpus
    let words: WordClasses
    let also: [UInt32: [String]]
    let lists: PostingLists
    let order: TermOrder
    let prefixes: TermPrefixes
    let spelling: SpellingWords

    /// The shards of terms.
    ///
    /// - Parameter standing: the names of those that stand.
    func termFiles(standing: [UInt32?]) -> (files: [SiteFile], hashes: [UInt32]) {
        let shards = TermShards(
            forms: corpus.forms, words: words, lists: lists, also: also, order: order, prefixes: prefixes)
        return Self.files(standing: standing) { shards.file(of: $0) }
    }

    /// The shards for spelling; likewise.
    static func spellingFiles(_ table: SpellingTable, standing: [UInt32?]) -> (files: [SiteFile], hashes: [UInt32]) {
        files(standing: standing) { table.file(of: $0) }
    }

    private static func files(
        standing: [UInt32?], _ make: @escaping @Sendable (Int) -> IndexFile.Named
    ) -> (files: [SiteFile], hashes: [UInt32]) {
        let missing = standing.indices.filter { standing[$0] == nil }
        let made = Workers.map(missing.count) { make(missing[$0]) }
        var hashes = standing.map { $0 ?? 0 }
        for (shard, file) in zip(missing, made) { hashes[shard] = file.hash }
        return (made.map(\.file), hashes)
    }

    func model(
        language: Language, synonyms: UInt64, documents: DocumentTable, spellingKeys: TextColumn, names: IndexNames
    ) -> IndexModel {
        IndexModel(
            language: language, synonyms: synonyms, documents: documents, corpus: corpus, words: words, lists: lists,
            order: order, prefixes: prefixes, spelling: spelling, spellingKeys: spellingKeys, names: names)
    }
}
