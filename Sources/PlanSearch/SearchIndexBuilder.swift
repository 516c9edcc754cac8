package import PlanModel

/// Makes the files of an index (docs/search-index.md). The same documents give the same bytes.
package struct SearchIndexBuilder: Sendable {
    private let count: Int
    private let document: @Sendable (Int) -> SearchDocument
    private let synonyms: [[String]]
    private let language: Language

    /// - Parameters:
    ///   - count: how many documents there are.
    ///   - synonyms: groups of words and phrases that mean the same: `["RUS", "regional utvecklingsstrategi"]`.
    ///   - document: makes each document once, on any thread, in document order, which breaks ties.
    package init(
        count: Int, synonyms: [[String]], language: Language, document: @escaping @Sendable (Int) -> SearchDocument
    ) {
        self.count = count
        self.document = document
        self.synonyms = synonyms
        self.language = language
    }

    /// - Parameters:
    ///   - documents: in document order, which breaks ties.
    ///   - synonyms: groups of words and phrases that mean the same.
    package init(documents: [SearchDocument], synonyms: [[String]], language: Language) {
        self.init(count: documents.count, synonyms: synonyms, language: language) { documents[$0] }
    }

    /// The files, sorted by name; their paths are relative to the folder of the index.
    package func files() -> [SiteFile] { index().files }

    /// The files, and what the next index can be made from where only words of some documents have changed.
    package func index() -> SearchIndex {
        let rules = LanguageRules.of(language)
        var (corpus, documents) = Corpus.reading(count, language: language, document: document)
        let groups = SynonymGroups(synonyms, language: language, addingTo: &corpus)
        let words = WordClasses(corpus, rules: rules, language: language)
        let finder = SynonymFinder(groups, words: words)
        let lists = PostingLists(corpus, words: words, synonyms: finder)
        let order = TermOrder(corpus.forms, words: words, lists: lists, partCount: corpus.partCount)
        let prefixes = TermPrefixes(order, corpus: corpus, words: words, lists: lists) {
            PostingLists(titlesOf: corpus, words: words, synonyms: finder)
        }
        let draft = IndexDraft(
            corpus: corpus, words: words, also: finder.also, lists: lists, order: order, prefixes: prefixes,
            spelling: SpellingWords(corpus, words: words, lists: lists))
        let spelling = SpellingTable(
            draft.spelling, forms: corpus.forms, suffixes: SuffixTable(rules.suffixes))
        let facets = SearchFacet.allCases.map { FacetValues($0, documents) }
        let table = DocumentTable(documents, facets: facets)
        let records = DocumentFiles(table, corpus: corpus)

        var names = IndexNames()
        let terms = draft.termFiles(standing: [UInt32?](repeating: nil, count: order.shardCount))
        let spelt = IndexDraft.spellingFiles(
            spelling, standing: [UInt32?](repeating: nil, count: spelling.shardCount))
        var files = terms.files + spelt.files
        (names.terms, names.spelling) = (terms.hashes, spelt.hashes)
        let ranks = records.ranks()
        // Each column begins with its number, so that two that are alike are still two files.
        let columns = facets.enumerated().map { IndexFile.column.siteFile($1.column($0)) }
        let blocks = (0..<DocumentFiles.blockCount(table.count)).map { records.block($0) }
        files += ([ranks] + columns + blocks).map(\.file)
        names.ranks = ranks.hash
        names.columns = columns.map(\.hash)
        names.blocks = blocks.map(\.hash)
        let model = draft.model(
            language: language, synonyms: IndexModel.digest(ofSynonyms: synonyms), documents: table,
            spellingKeys: spelling.firstKeys, names: names)
        files.append(model.root())
        return SearchIndex(files: SearchIndex.sorted(files), standing: [], state: SearchState(model))
    }
}
