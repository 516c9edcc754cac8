package import PlanModel

/// Makes the files of an index (docs/search-index.md). The same documents give the same bytes.
package struct SearchIndexBuilder: Sendable {
    private let documents: [SearchDocument]
    private let synonyms: [[String]]
    private let language: Language

    /// - Parameters:
    ///   - documents: in document order, which breaks ties.
    ///   - synonyms: groups of words and phrases that mean the same: `["RUS", "regional utvecklingsstrategi"]`.
    package init(documents: [SearchDocument], synonyms: [[String]], language: Language) {
        self.documents = documents
        self.synonyms = synonyms
        self.language = language
    }

    /// The files, sorted by name; their paths are relative to the folder of the index.
    package func files() -> [SiteFile] {
        let rules = LanguageRules.of(language)
        let corpus = Corpus(documents, language: language)
        var forms = corpus.forms
        // Synonyms are words of the site even where no text has them.
        var scanner = WordScanner(language)
        var extraLetters: [Bool] = []
        let phrases = synonyms.map { group in
            group.map { phrase -> [Int32] in
                scanner.scan(phrase, joinsHyphens: false)
                return scanner.words.map { word in
                    let form = forms.insert(scanner.bytes[word.bytes])
                    if form == corpus.isLetters.count + extraLetters.count { extraLetters.append(word.isLettersOnly) }
                    return Int32(form)
                }
            }
        }
        let words = WordClasses(
            forms: forms, corpus: corpus, extraLetters: extraLetters, rules: rules, language: language)
        let finder = SynonymFinder(groups: synonyms, forms: phrases, words: words)
        let lists = PostingLists(corpus, words: words, synonyms: finder)
        let titles = PostingLists(corpus, words: words, synonyms: finder, titlesOnly: true)
        var titleForms: Set<Int> = []
        for segment in corpus.segments where segment.field == .title || segment.field == .code {
            titleForms.formUnion(corpus.tokens[segment.tokens].map { Int($0) })
        }
        let terms = TermShards(
            forms: forms, words: words, lists: lists, also: finder.also, partCount: corpus.parts.count
        ).shards(titles: titles, titleForms: titleForms)
        let spelling = SpellingShards.shards(
            forms: forms, words: words, lists: lists, isLetters: corpus.isLetters + extraLetters,
            suffixes: SuffixTable(rules.suffixes))
        let records = DocumentFiles(documents, corpus: corpus)

        var root = ByteWriter()
        root.string(language.rawValue)
        root.varint(rules.splitsCompounds ? 1 : 0)
        root.varint(documents.count)
        root.varint(corpus.parts.count)
        root.varint(records.documentsPerBlock)
        root.varint(rules.stopWords.count)
        for word in rules.stopWords { root.string(word) }
        let suffixes = rules.suffixes
        root.varint(suffixes.count)
        for (suffix, mask) in suffixes {
            root.string(suffix)
            root.varint(mask)
        }
        root.u32(records.ranks.hash)
        for column in records.columns { root.u32(column.hash) }
        root.varint(records.blocks.count)
        for block in records.blocks { root.u32(block.hash) }
        for shards in [terms, spelling] {
            root.varint(shards.count)
            var previous: [UInt8] = []
            for shard in shards {
                root.frontCoded(shard.firstKey, after: previous)
                root.u32(shard.hash)
                previous = shard.firstKey
            }
        }
        var files = (terms + spelling).map(\.file)
        files += ([records.ranks] + records.columns + records.blocks).map(\.file)
        files.append(SiteFile(path: IndexFile.rootName, bytes: IndexFile.root.file(root.bytes)))
        // Two files may be alike: they are one.
        var seen: Set<String> = []
        return files.filter { seen.insert($0.path).inserted }.sorted { $0.path < $1.path }
    }
}
