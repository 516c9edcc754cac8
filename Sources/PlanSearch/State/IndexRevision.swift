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
        corpus.tokens.reserveCapacity(old.tokens.count + read.tokens.count)
        var numbers = [Int32](repeating: -1, count: old.forms.count + added.count)
        var readNumbers = read.unnumbered
        var order: [UInt32] = []
        var traits: [UInt8] = []
        func assign(_ word: Int, _ trait: UInt8) -> Int32 {
            order.append(UInt32(word))
            traits.append(trait)
            return Int32(min(order.count - 1, Int(Corpus.formMask)))
        }
        var next = 0
        for (place, number) in edited.enumerated() {
            corpus.append(old, documents: next..<number, &numbers, assign: assign)
            corpus.append(read, documents: place..<place + 1, &readNumbers) { form, trait in
                if numbers[words[form]] < 0 { numbers[words[form]] = assign(words[form], trait) }
                return numbers[words[form]]
            }
            next = number + 1
        }
        corpus.append(old, documents: next..<old.documentCount, &numbers, assign: assign)
        let known = numbers[..<old.forms.count]
        corpus.forms = FormTable(renumbering: old.forms, order: order, numbers: known, added: added)
        corpus.traits = traits
        return (corpus, Array(known))
    }

    /// The files that differ or aren't there, the names of the others, and the state.
    ///
    /// - Returns: `nil` where a file is gone that no text goes into.
    func index(where isThere: (String) -> Bool) -> SearchIndex? {
        guard old.names.columns.allSatisfy({ isThere(IndexFile.column.name($0)) }) else { return nil }
        let map = FormMap(from: old.corpus, to: corpus, numbers: numbers)
        let words = WordClasses(revising: old, edited, corpus, map, rules: rules)
        let finder = SynonymFinder(groups, words: words)
        var changes = WordChanges(map, from: old.words, to: words)
        changes.spread(over: groups, words, before: oldGroups, old.words)
        let parts = partsToWeigh(changes)
        var weigher = PartWeigher(corpus, words: words, synonyms: finder)
        for part in parts.indices where parts[part] { weigher.weigh(part) }
        let (lists, isChanged) = PostingLists.revised(
            old.lists, classes: changes.classes.oldClasses, parts: oldParts(toWeigh: parts),
            found: PostingLists([weigher.found], classes: words.count))
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
            spelling: SpellingWords(corpus, words: words, lists: lists))
        let standing = StandingShards(old, draft, changes: changes, isChanged: isChanged, also: oldFinder.also)
        var names = old.names
        func there(_ names: [UInt32?], _ kind: IndexFile) -> [UInt32?] {
            names.map { name in name.flatMap { isThere(kind.name($0)) ? $0 : nil } }
        }
        let terms = draft.termFiles(standing: there(standing.terms(), .terms))
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
        var token = 0
        for part in 0..<corpus.partCount {
            let segments = corpus.segments(of: part)
            let end = segments.isEmpty ? token : Int(corpus.segmentEnds[segments.upperBound - 1])
            var isChanged = isWeighed[part]
            while token < end {
                isChanged = isChanged || changes.isChanged[Int(corpus.tokens[token] & Corpus.formMask)]
                token += 1
            }
            isWeighed[part] = isChanged
        }
        return isWeighed
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
