internal import PlanModel

/// An index as its builder knows it: what the files are made from, and what they are called.
struct IndexModel: Sendable {
    let language: Language
    /// Of all synonyms.
    let synonyms: UInt64
    let documents: DocumentTable
    let corpus: Corpus
    let words: WordClasses
    let lists: PostingLists
    let order: TermOrder
    let prefixes: TermPrefixes
    let spelling: SpellingWords
    /// The first key of each shard for spelling.
    let spellingKeys: TextColumn
    let names: IndexNames

    static func digest(ofSynonyms groups: [[String]]) -> UInt64 {
        var digest = TextDigest()
        for group in groups {
            for text in group { digest.add(text) }
            digest.add(nil)
        }
        return digest.value
    }

    /// The root file: all of the directory.
    func root() -> SiteFile {
        let rules = LanguageRules.of(language)
        var root = ByteWriter()
        root.string(language.rawValue)
        root.varint(rules.splitsCompounds ? 1 : 0)
        root.varint(documents.count)
        root.varint(corpus.partCount)
        root.varint(DocumentFiles.documentsPerBlock(documents.count))
        root.varint(rules.stopWords.count)
        for word in rules.stopWords { root.string(word) }
        let suffixes = rules.suffixes
        root.varint(suffixes.count)
        for (suffix, mask) in suffixes {
            root.string(suffix)
            root.varint(mask)
        }
        root.u32(names.ranks)
        for column in names.columns { root.u32(column) }
        root.varint(names.blocks.count)
        for block in names.blocks { root.u32(block) }
        let firsts = order.cuts.dropLast().map { order.key(Int($0)) }
        let spellingFirsts = (0..<spellingKeys.count).map { Array(spellingKeys[$0]) }
        for (keys, hashes) in [(firsts, names.terms), (spellingFirsts, names.spelling)] {
            root.varint(hashes.count)
            var previous: [UInt8] = []
            for (key, hash) in zip(keys, hashes) {
                root.frontCoded(key, after: previous)
                root.u32(hash)
                previous = key
            }
        }
        return SiteFile(path: IndexFile.rootName, bytes: IndexFile.root.file(root.bytes))
    }
}

extension IndexModel {
    /// Of the columns and their order, and of every rule by which they are made.
    private static let version: UInt64 = 1
    private static let magic: UInt64 = 0x5453_5350

    /// Reads what ``write(to:)`` wrote; `nil` for anything else.
    init?(from reader: inout StateReader) {
        guard let head = reader.column(UInt64.self), head.count == 4, head[0] == Self.magic,
            head[1] == Self.version << 32 | UInt64(IndexFile.version), head[2] < UInt64(Language.allCases.count)
        else { return nil }
        let language = Language.allCases[Int(head[2])]
        guard let documents = DocumentTable(from: &reader), let corpus = Corpus(from: &reader),
            corpus.documentCount == documents.count,
            let words = WordClasses(from: &reader, forms: corpus.forms, rules: .of(language)),
            let listEnds = reader.column(UInt32.self), let values = reader.column(UInt32.self),
            let lists = PostingLists(ends: listEnds, values: values, partCount: corpus.partCount),
            lists.count == words.count, let order = TermOrder(from: &reader, corpus.forms),
            let prefixes = TermPrefixes(from: &reader, partCount: corpus.partCount),
            prefixes.shardEnds.count == order.shardCount, let spelt = reader.column(UInt32.self),
            let weights = reader.column(UInt8.self),
            let spelling = SpellingWords(forms: spelt, weights: weights, formCount: corpus.forms.count),
            let spellingKeys = reader.texts(), let names = IndexNames(from: &reader, documentCount: documents.count),
            names.terms.count == order.shardCount, names.spelling.count == spellingKeys.count, reader.isAtEnd
        else { return nil }
        self.init(
            language: language, synonyms: head[3], documents: documents, corpus: corpus, words: words, lists: lists,
            order: order, prefixes: prefixes, spelling: spelling, spellingKeys: spellingKeys, names: names)
    }

    func write(to writer: StateWriter) {
        let code = UInt64(Language.allCases.firstIndex(of: language) ?? 0)
        writer.column([Self.magic, Self.version << 32 | UInt64(IndexFile.version), code, synonyms])
        documents.write(to: writer)
        corpus.write(to: writer)
        words.write(to: writer)
        writer.column(lists.ends)
        writer.column(lists.values)
        order.write(to: writer)
        prefixes.write(to: writer)
        writer.column(spelling.forms)
        writer.column(spelling.weights)
        writer.texts(spellingKeys)
        names.write(to: writer)
    }
}
