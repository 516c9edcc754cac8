internal import PlanModel

extension WordClasses {
    /// The classes of a site in which some documents have changed.
    ///
    /// - Parameters:
    ///   - old: the index before.
    ///   - edited: the numbers of the documents.
    ///   - map: the numbers of words before and after.
    /// - Returns: the classes, and which of them are those that there were.
    static func revised(
        _ old: IndexModel, _ edited: [Int], _ corpus: Corpus, _ map: FormMap, rules: LanguageRules
    ) -> (words: WordClasses, classes: ClassMap) {
        var words = WordClasses()
        words.renumber(old, edited, corpus, map, rules: rules)
        let classes = ClassMap(map, from: old.words, to: words)
        words.resplit(old, corpus, map, classes, rules: rules)
        return (words, classes)
    }

    /// Finds which words are forms of one word.
    private mutating func renumber(
        _ old: IndexModel, _ edited: [Int], _ corpus: Corpus, _ map: FormMap, rules: LanguageRules
    ) {
        let before = old.words
        isStopWord = Self.stopWords(among: corpus.forms, rules: rules)
        count(old, edited, corpus, map)
        // Where stems change letters, whose words share one can't be told from the stem.
        let isLetters = classable(corpus)
        if rules.splitsCompounds {
            var revision = ClassRevision(
                corpus.forms, counts: counts, isLetters: isLetters, rules: rules, language: old.language)
            number(
                roots: revision.roots(changing: changedWords(old, corpus, map), map, before), corpus.forms)
        } else {
            var learner = ClassLearner(
                forms: corpus.forms, counts: counts, isLetters: isLetters, rules: rules, language: old.language)
            number(roots: (0..<corpus.forms.count).map { Int32(learner.root($0)) }, corpus.forms)
        }
    }

    private mutating func count(_ old: IndexModel, _ edited: [Int], _ corpus: Corpus, _ map: FormMap) {
        counts = map.oldForms.map { $0 < 0 ? 0 : old.words.counts[Int($0)] }
        for document in edited {
            for token in old.corpus.tokens[old.corpus.tokens(ofDocument: document)] {
                let form = Int(map.newForms[Int(token & Corpus.formMask)])
                // Only a harmed state has fewer words than its texts.
                if form >= 0 { counts[form] &-= 1 }
            }
            for token in corpus.tokens[corpus.tokens(ofDocument: document)] {
                counts[Int(token & Corpus.formMask)] &+= 1
            }
        }
    }

    /// Words that have come, gone, or become more common or rarer.
    private func changedWords(_ old: IndexModel, _ corpus: Corpus, _ map: FormMap) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        for (form, before) in map.oldForms.enumerated() {
            if before < 0 || counts[form] != old.words.counts[Int(before)]
                || corpus.traits[form] != old.corpus.traits[Int(before)]
            {
                words.append(corpus.forms[form])
            }
        }
        for (form, number) in map.newForms.enumerated() where number < 0 { words.append(old.corpus.forms[form]) }
        return words
    }

    /// Splits the words anew whose pieces have come or gone, or that counts decide on.
    private mutating func resplit(
        _ old: IndexModel, _ corpus: Corpus, _ map: FormMap, _ classes: ClassMap, rules: LanguageRules
    ) {
        let before = old.words
        let forms = corpus.forms
        var finder = PieceFinder(EndingTree(rules.suffixes))
        for (form, other) in map.oldForms.enumerated() {
            if other < 0 || corpus.traits[form] != old.corpus.traits[Int(other)] { finder.add(forms[form]) }
        }
        for (form, number) in map.newForms.enumerated() where number < 0 { finder.add(old.corpus.forms[form]) }
        var isAsked = rules.splitsCompounds ? finder.hits(in: forms) : [Bool](repeating: false, count: forms.count)
        splits = [UInt8](repeating: 0, count: forms.count)
        isTied = splits
        firsts = [UInt32](repeating: 0, count: forms.count)
        seconds = firsts
        for (form, other) in map.oldForms.enumerated() {
            guard other >= 0, !isAsked[form], corpus.traits[form] == old.corpus.traits[Int(other)],
                before.isTied[Int(other)] == 0
            else {
                isAsked[form] = true
                continue
            }
            // A joined word's sides may come and go as well.
            if corpus.joint(form) > 0 { isAsked[form] = true }
            guard before.splits[Int(other)] > 0 else { continue }
            let (first, second) = (
                map.newForms[Int(before.firsts[Int(other)])], map.newForms[Int(before.seconds[Int(other)])]
            )
            guard !isAsked[form], first >= 0, second >= 0 else {
                isAsked[form] = true
                continue
            }
            splits[form] = before.splits[Int(other)]
            firsts[form] = UInt32(first)
            seconds[form] = UInt32(second)
        }
        split(isAsked, corpus, rules: rules)
        let isOther = otherSplits(before, map)
        pieceEnds.reserveCapacity(forms.count)
        for form in 0..<forms.count {
            if !isOther[form], copyPieces(of: form, from: before, Int(map.oldForms[form]), classes) { continue }
            appendPieces(of: form)
        }
    }

    /// Whether each form is split otherwise, or a piece of it is, or a piece of that.
    private func otherSplits(_ before: WordClasses, _ map: FormMap) -> [Bool] {
        var isOther = map.oldForms.enumerated().map { form, other -> Bool in
            guard other >= 0, splits[form] == before.splits[Int(other)] else { return true }
            guard splits[form] > 0 else { return false }
            return Int32(before.firsts[Int(other)]) != map.oldForms[Int(firsts[form])]
                || Int32(before.seconds[Int(other)]) != map.oldForms[Int(seconds[form])]
        }
        for _ in 0..<2 {
            let inner = isOther
            for form in isOther.indices where splits[form] > 0 && !inner[form] {
                isOther[form] = inner[Int(firsts[form])] || inner[Int(seconds[form])]
            }
        }
        return isOther
    }

    /// - Returns: `false`, and nothing appended, where a class of them is another one now.
    private mutating func copyPieces(of form: Int, from before: WordClasses, _ other: Int, _ classes: ClassMap) -> Bool
    {
        let range = before.pieces(of: other)
        if splits[form] > 0 {
            // Which classes are alike tells which of them count.
            guard classes.oldClasses[Int(ofForm[form])] == Int32(before.ofForm[other]) else { return false }
            guard range.allSatisfy({ classes.newClasses[Int(before.pieceClasses[$0])] >= 0 }) else { return false }
            for piece in range {
                pieceClasses.append(UInt32(classes.newClasses[Int(before.pieceClasses[piece])]))
                pieceWeights.append(before.pieceWeights[piece])
            }
        }
        pieceEnds.append(UInt32(pieceClasses.count))
        return true
    }
}
