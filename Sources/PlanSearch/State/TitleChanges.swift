/// Finds the classes that titles are posted under otherwise than they were.
enum TitleChanges {
    /// Whether each class stands as it did in all titles and codes.
    ///
    /// - Parameters:
    ///   - old: the index before, with its synonyms.
    ///   - documents: those with a first part that is weighed anew; no part has another number than before.
    static func standing(
        _ documents: [Int], _ corpus: Corpus, _ words: WordClasses, _ synonyms: SynonymFinder,
        before old: IndexModel, _ oldSynonyms: SynonymFinder, _ classes: ClassMap
    ) -> [Bool] {
        var stands = classes.oldClasses.map { $0 >= 0 }
        var weigher = PartWeigher(corpus, words: words, synonyms: synonyms)
        var oldWeigher = PartWeigher(old.corpus, words: old.words, synonyms: oldSynonyms)
        for document in documents {
            weigher.weigh(corpus.parts(of: document).lowerBound, titlesOnly: true)
            oldWeigher.weigh(old.corpus.parts(of: document).lowerBound, titlesOnly: true)
        }
        // Both without order; what stands on one side alone differs.
        var values: [UInt64: Int] = [:]
        for found in weigher.found { values[UInt64(found.class) << 32 | UInt64(found.value), default: 0] += 1 }
        for found in oldWeigher.found {
            let number = classes.newClasses[Int(found.class)]
            if number >= 0 { values[UInt64(number) << 32 | UInt64(found.value), default: 0] -= 1 }
        }
        for (value, count) in values where count != 0 { stands[Int(value >> 32)] = false }
        return stands
    }
}
