internal import PlanModel

/// Groups of words and phrases that mean the same, as numbers of forms.
struct SynonymGroups: Sendable {
    let texts: [[String]]
    /// Each phrase's forms.
    let forms: [[[UInt32]]]

    /// Synonyms are words of the site even where no text has them.
    init(_ texts: [[String]], language: Language, addingTo corpus: inout Corpus) {
        self.texts = texts
        var scanner = WordScanner(language)
        var forms: [[[UInt32]]] = []
        for group in texts {
            forms.append(
                group.map { phrase in
                    scanner.scan(phrase, joinsHyphens: false)
                    return scanner.words.map { word in
                        let trait = word.isLettersOnly ? Corpus.isWhole : Corpus.hasDigits
                        return UInt32(corpus.insert(scanner.bytes[word.bytes], trait: trait))
                    }
                })
        }
        self.forms = forms
    }
}

/// Finds the words and phrases of synonym groups in a text of classes.
struct SynonymFinder: Sendable {
    private struct Phrase {
        let group: Int
        let number: Int
        let words: [UInt32]
    }

    private var byFirst: [UInt32: [Phrase]] = [:]
    /// Whether some phrase begins with a class.
    private(set) var isFirst: [Bool]
    /// The classes that each phrase stands for, without stop words.
    private var classes: [[[UInt32]]] = []
    /// What a class means as well, for marking.
    private(set) var also: [UInt32: [String]] = [:]

    init(_ groups: SynonymGroups, words: WordClasses) {
        isFirst = [Bool](repeating: false, count: words.count)
        for (group, phrases) in groups.forms.enumerated() {
            var meanings: [[UInt32]] = []
            for (number, phrase) in phrases.enumerated() {
                let sequence = phrase.map { words.ofForm[Int($0)] }
                meanings.append(phrase.filter { !words.isStopWord[Int($0)] }.map { words.ofForm[Int($0)] })
                guard let first = sequence.first else { continue }
                byFirst[first, default: []].append(Phrase(group: group, number: number, words: sequence))
                isFirst[Int(first)] = true
                // Marks hang on the rarest word of a phrase.
                let rarest = phrase.filter { !words.isStopWord[Int($0)] }.min {
                    (words.counts[Int($0)], $0) < (words.counts[Int($1)], $1)
                }
                if let rarest {
                    let others = groups.texts[group].enumerated().filter { $0.offset != number }.map(\.element)
                    let known = also[words.ofForm[Int(rarest)]] ?? []
                    also[words.ofForm[Int(rarest)]] = (Set(known + others)).sorted {
                        $0.utf8.lexicographicallyPrecedes($1.utf8)
                    }
                }
            }
            classes.append(meanings)
        }
    }

    /// What else stands in a text where a phrase begins at a token.
    func meanings(at index: Int, before end: Int, in tokens: [UInt32], words: WordClasses) -> [UInt32] {
        func number(_ index: Int) -> UInt32 { words.ofForm[Int(tokens[index] & Corpus.formMask)] }
        guard let phrases = byFirst[number(index)] else { return [] }
        var result: [UInt32] = []
        for phrase in phrases where index + phrase.words.count <= end {
            let isThere = phrase.words.indices.allSatisfy { number(index + $0) == phrase.words[$0] }
            guard isThere else { continue }
            for (number, classes) in classes[phrase.group].enumerated() where number != phrase.number {
                result += classes.filter { !phrase.words.contains($0) }
            }
        }
        return result
    }
}
