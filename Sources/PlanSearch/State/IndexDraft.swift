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
    let spellingTable: SpellingTable

    init(_ corpus: Corpus, words: WordClasses, synonyms: SynonymFinder, lists: PostingLists, rules: LanguageRules) {
        self.corpus = corpus
        self.words = words
        also = synonyms.also
        self.lists = lists
        order = TermOrder(corpus.forms, words: words, lists: lists, partCount: corpus.partCount)
        prefixes = TermPrefixes(
            order, corpus: corpus, words: words, lists: lists,
            titles: PostingLists(titlesOf: corpus, words: words, synonyms: synonyms))
        spelling = SpellingWords(corpus, words: words, lists: lists)
        spellingTable = SpellingTable(spelling, forms: corpus.forms, suffixes: SuffixTable(rules.suffixes))
    }

    /// The shards of terms and of spelling.
    ///
    /// - Parameters:
    ///   - terms: the names of those that stand.
    ///   - spelling: likewise.
    func files(
        terms: [UInt32?], spelling: [UInt32?], addingTo files: inout [SiteFile], _ names: inout IndexNames
    ) {
        let shards = TermShards(
            forms: corpus.forms, words: words, lists: lists, also: also, order: order, prefixes: prefixes)
        let table = spellingTable
        let missing = terms.indices.filter { terms[$0] == nil }
        let misspelt = spelling.indices.filter { spelling[$0] == nil }
        let made = Workers.map(missing.count + misspelt.count) { index in
            index < missing.count
                ? shards.file(of: missing[index]) : table.file(of: misspelt[index - missing.count])
        }
        files += made.map(\.file)
        names.terms = terms.map { $0 ?? 0 }
        names.spelling = spelling.map { $0 ?? 0 }
        for (shard, file) in zip(missing, made) { names.terms[shard] = file.hash }
        for (shard, file) in zip(misspelt, made.dropFirst(missing.count)) { names.spelling[shard] = file.hash }
    }

    func model(language: Language, synonyms: UInt64, documents: DocumentTable, names: IndexNames) -> IndexModel {
        var keys = TextColumn()
        for shard in 0..<spellingTable.shardCount { keys.append(spellingTable.firstKey(of: shard).bytes) }
        return IndexModel(
            language: language, synonyms: synonyms, documents: documents, corpus: corpus, words: words, lists: lists,
            order: order, prefixes: prefixes, spelling: spelling, spellingKeys: keys, names: names)
    }
}
