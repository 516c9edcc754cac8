internal import PlanModel

/// Makes an index out of the last one, where nothing but the sections of some documents has changed.
///
/// Words are numbered anew and their classes found anew, as if all were read again; what costs (reading texts, weighing
/// the words of parts, coding files) is done only where something differs.
struct IndexRevision {
    private let old: IndexModel
    /// The numbers of the documents that have changed, sorted.
    private let edited: [Int]
    private let corpus: Corpus
    private let groups: SynonymGroups
    private let oldGroups: SynonymGroups
    /// The new number of each old form that a text has; -1 of the others.
    private let numbers: [Int32]
    private let rules: LanguageRules

    /// - Returns: `nil` where something else differs, or the old index can't be what it says it is.
    init?(of old: IndexModel, changing documents: [Int: SearchDocument], synonyms: [[String]]) {
        guard IndexModel.digest(ofSynonyms: synonyms) == old.synonyms else { return nil }
        edited = documents.keys.sorted()
        var reader = CorpusReader(old.language)
        for number in edited {
            guard old.documents.digests.indices.contains(number), let document = documents[number],
                DocumentTable.digest(of: document) == old.documents.digests[number]
            else { return nil }
            reader.add(document)
        }
        var (corpus, numbers) = Self.merged(old.corpus, reader.corpus, edited)
        groups = SynonymGroups(synonyms, language: old.language, addingTo: &corpus)
        var oldCorpus = old.corpus
        oldGroups = SynonymGroups(synonyms, language: old.language, addingTo: &oldCorpus)
        guard oldCorpus.forms.count == old.corpus.forms.count else { return nil }
        self.old = old
        self.corpus = corpus
        self.numbers = numbers
        rules = LanguageRules.of(old.language)
    }

    /// All documents one after another, some of them from other texts.
    ///
    /// - Returns: the new number of each old form that a text has as well; -1 of the others.
    private static func merged(_ old: Corpus, _ read: Corpus, _ edited: [Int]) -> (Corpus, numbers: [Int32]) {
        // New words have numbers behind those of the old ones.
        var added: [ArraySlice<UInt8>] = []
        let words = (0..<read.forms.count).map { form -> Int in
            if let known = old.forms.find(read.forms[form]) { return known }
            added.append(read.forms[form])
            return old.forms.count + added.count - 1
        }
        var corpus = Corpus()
        var numbers = [Int32](repeating: -1, count: old.forms.count + added.count)
        var readNumbers = read.unnumbered
        var order: [UInt32] = []
        var traits: [UInt8] = []
        func assign(_ word: Int, _ trait: UInt8) -> Int32 {
            order.append(UInt32(word))
            traits.append(trait)
            return Int32(min(order.count - 1, Int(Corpus.formMask)))
        }
        var pieces: [TokenPiece] = []
        var tokenCount = 0
        func append(_ other: Corpus, _ documents: Range<Int>, isOld: Bool) {
            let tokens = other.tokens(of: documents)
            pieces.append(TokenPiece(range: tokens, isOld: isOld))
            corpus.append(other, documents: documents, firstToken: tokenCount)
            tokenCount += tokens.count
        }
        func appendOld(_ documents: Range<Int>) {
            append(old, documents, isOld: true)
            Self.number(old.tokens[old.tokens(of: documents)], &numbers, assign)
        }
        var next = 0
        for (place, number) in edited.enumerated() {
            appendOld(next..<number)
            append(read, place..<place + 1, isOld: false)
            Self.number(read.tokens[read.tokens(of: place..<place + 1)], &readNumbers) { form, trait in
                if numbers[words[form]] < 0 { numbers[words[form]] = assign(words[form], trait) }
                return numbers[words[form]]
            }
            next = number + 1
        }
        appendOld(next..<old.documentCount)
        let known = numbers[..<old.forms.count]
        let tokens = Ahead { [numbers, readNumbers, pieces] in
            Self.joined(pieces, old: (old.tokens, numbers), read: (read.tokens, readNumbers))
        }
        corpus.forms = FormTable(renumbering: old.forms, order: order, numbers: known, added: added)
        corpus.traits = traits
        corpus.tokens = tokens.value
        return (corpus, Array(known))
    }

    /// Tokens that follow one another, of the old corpus or of the texts that were read.
    private struct TokenPiece: Sendable {
        let range: Range<Int>
        let isOld: Bool
    }

    /// Gives numbers to forms that have none yet, in the order in which they are met.
    private static func number(
        _ tokens: ArraySlice<UInt32>, _ numbers: inout [Int32], _ assign: (Int, UInt8) -> Int32
    ) {
        numbers.withUnsafeMutableBufferPointer { numbers in
            for token in tokens where numbers[Int(token & Corpus.formMask)] < 0 {
                let form = Int(token & Corpus.formMask)
                numbers[form] = assign(form, UInt8(token >> Corpus.traitShift))
            }
        }
    }

    /// The tokens of pieces one after another, with the new numbers of their forms.
    private static func joined(
        _ pieces: [TokenPiece], old: (tokens: [UInt32], numbers: [Int32]), read: (tokens: [UInt32], numbers: [Int32])
    ) -> [UInt32] {
        // Pieces short enough for all cores to take part, each with the place where it begins.
        var parts: [(piece: TokenPiece, place: Int)] = []
        var count = 0
        for piece in pieces {
            for start in stride(from: piece.range.lowerBound, to: piece.range.upperBound, by: 1 << 18) {
                let range = start..<min(start + 1 << 18, piece.range.upperBound)
                parts.append((TokenPiece(range: range, isOld: piece.isOld), count))
                count += range.count
            }
        }
        return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
            LargeRoom.willFill(UnsafeMutableRawBufferPointer(buffer))
            // Each part is written by one thread, to its own place.
            nonisolated(unsafe) let buffer = buffer
            _ = Workers.map(parts.count) { [parts] number in
                let (piece, place) = parts[number]
                let (tokens, numbers) = piece.isOld ? old : read
                numbers.withUnsafeBufferPointer { numbers in
                    for (offset, token) in tokens[piece.range].enumerated() {
                        let form = UInt32(numbers[Int(token & Corpus.formMask)])
                        buffer.initializeElement(at: place + offset, to: form | token & ~Corpus.formMask)
                    }
                }
            }
            filled = count
        }
    }

    /// The files that differ or aren't there, the names of the others, and the state.
    ///
    /// - Returns: `nil` where a file is gone that no text goes into.
    func index(where isThere: (String) -> Bool) -> SearchIndex? {
        guard old.names.columns.allSatisfy({ isThere(IndexFile.column.name($0)) }) else { return nil }
        let map = FormMap(from: old.corpus, to: corpus, numbers: numbers)
        let (words, classes) = WordClasses.revised(old, edited, corpus, map, rules: rules)
        let finder = SynonymFinder(groups, words: words)
        let oldHomes = Ahead { [old] in old.order.homes(of: old.words) }
        var changes = WordChanges(map, classes, from: old.words, to: words)
        changes.spread(over: groups, words, before: oldGroups, old.words)
        let parts = partsToWeigh(changes)
        var weigher = PartWeigher(corpus, words: words, synonyms: finder)
        for part in parts.indices where parts[part] { weigher.weigh(part) }
        let (lists, isChanged) = PostingLists.revised(
            old.lists, classes: changes.classes.oldClasses, parts: oldParts(toWeigh: parts),
            found: PostingLists(weigher.found, classes: words.count))
        let spelling = Ahead { [corpus] in SpellingWords(corpus, words: words, lists: lists) }
        let oldFinder = SynonymFinder(oldGroups, words: old.words)
        let order = TermOrder(
            revising: old.order, map, corpus.forms, words: words, lists: lists, partCount: corpus.partCount)
        let prefixes = TermPrefixes(
            order, corpus: corpus, words: words, lists: lists,
            titles: { PostingLists(titlesOf: corpus, words: words, synonyms: finder) },
            revising: TermPrefixes.Revision(
                old: old.prefixes, forms: map, stands: isChanged.map { !$0 },
                standsInTitles: titles(parts, words, finder, oldFinder, changes)))
        let draft = IndexDraft(
            corpus: corpus, words: words, also: finder.also, lists: lists, order: order, prefixes: prefixes,
            spelling: spelling.value)
        let standing = StandingShards(old, draft, changes: changes, isChanged: isChanged, also: oldFinder.also)
        var names = old.names
        func there(_ names: [UInt32?], _ kind: IndexFile) -> [UInt32?] {
            names.map { name in name.flatMap { isThere(kind.name($0)) ? $0 : nil } }
        }
        let terms = draft.termFiles(standing: there(standing.terms(oldHomes: oldHomes.value), .terms))
        var files = terms.files
        names.terms = terms.hashes
        var spellingKeys = old.spellingKeys
        let suffixes = SuffixTable(rules.suffixes)
        let changedKeys = standing.changedKeys(suffixes)
        if !changedKeys.isEmpty || there(names.spelling, .spelling).contains(nil) {
            let table = SpellingTable(draft.spelling, forms: corpus.forms, suffixes: suffixes)
            let stand = there(standing.spelling(table, changed: changedKeys), .spelling)
            let spelt = IndexDraft.spellingFiles(table, standing: stand)
            files += spelt.files
            names.spelling = spelt.hashes
            spellingKeys = table.firstKeys
        }
        addRecords(to: &files, &names, where: isThere)
        let model = draft.model(
            language: old.language, synonyms: old.synonyms, documents: old.documents,
            spellingKeys: spellingKeys, names: names)
        files.append(model.root())
        let made = SearchIndex.sorted(files)
        let stand = names.all.subtracting(made.map(\.path)).sorted()
        return SearchIndex(files: made, standing: stand, state: SearchState(model))
    }

    /// Parts of documents that have changed, and those that hold a word that is posted otherwise.
    private func partsToWeigh(_ changes: WordChanges) -> [Bool] {
        var isWeighed = [Bool](repeating: false, count: corpus.partCount)
        for document in edited { for part in corpus.parts(of: document) { isWeighed[part] = true } }
        guard changes.isChanged.contains(true) else { return isWeighed }
        let ranges = Workers.ranges(of: corpus.partCount, pieces: 16)
        return Workers.map(ranges.count) { [corpus, isWeighed, isChanged = changes.isChanged] range in
            ranges[range].map { part in
                isWeighed[part]
                    || corpus.segments(of: part).contains { segment in
                        corpus.tokens[corpus.tokens(of: segment)].contains { isChanged[Int($0 & Corpus.formMask)] }
                    }
            }
        }.flatMap(\.self)
    }

    /// Whether each class stands in titles as it did.
    private func titles(
        _ parts: [Bool], _ words: WordClasses, _ finder: SynonymFinder, _ oldFinder: SynonymFinder,
        _ changes: WordChanges
    ) -> [Bool] {
        guard corpus.documentEnds == old.corpus.documentEnds else {
            return [Bool](repeating: false, count: words.count)
        }
        return TitleChanges.standing(
            (0..<corpus.documentCount).filter { parts[corpus.parts(of: $0).lowerBound] }, corpus, words, finder,
            before: old, oldFinder, changes.classes)
    }

    /// The number that each old part has now; `nil` where it is weighed anew.
    private func oldParts(toWeigh isWeighed: [Bool]) -> [UInt32?] {
        var parts = [UInt32?](repeating: nil, count: old.corpus.partCount)
        for document in 0..<corpus.documentCount {
            let (now, before) = (corpus.parts(of: document), old.corpus.parts(of: document))
            // Documents that have changed are weighed anew, all of them.
            for (part, other) in zip(now, before) where !isWeighed[part] { parts[other] = UInt32(part) }
        }
        return parts
    }

    /// Ranks and records of documents whose parts or length are others, and those that aren't there.
    private func addRecords(
        to files: inout [SiteFile], _ names: inout IndexNames, where isThere: (String) -> Bool
    ) {
        let records = DocumentFiles(old.documents, corpus: corpus)
        let length = DocumentFiles.documentsPerBlock(old.documents.count)
        var blocks = Set(names.blocks.indices.filter { !isThere(IndexFile.documents.name(names.blocks[$0])) })
        var isMoved = !isThere(IndexFile.ranks.name(names.ranks))
        for document in edited {
            let (parts, before) = (corpus.parts(of: document), old.corpus.parts(of: document))
            if parts.count != before.count { isMoved = true }
            let isSame =
                parts.count == before.count
                && DocumentFiles.length(of: document, in: corpus) == DocumentFiles.length(of: document, in: old.corpus)
                && zip(parts, before).allSatisfy {
                    corpus.anchors[$0] == old.corpus.anchors[$1] && corpus.headings[$0] == old.corpus.headings[$1]
                }
            if !isSame { blocks.insert(document / length) }
        }
        if isMoved {
            let (file, hash) = records.ranks()
            files.append(file)
            names.ranks = hash
        }
        for number in blocks.sorted() {
            let (file, hash) = records.block(number)
            files.append(file)
            names.blocks[number] = hash
        }
    }
}
