internal import PlanModel

/// Finds the words and phrases of synonym groups in a text of classes.
struct SynonymFinder {
    private struct Phrase {
        let group: Int
        let number: Int
        let words: [Int32]
    }

    private var byFirst: [Int32: [Phrase]] = [:]
    /// The classes that each phrase stands for, without stop words.
    private var classes: [[[Int32]]] = []
    /// What a class means as well, for marking.
    private(set) var also: [Int32: [String]] = [:]

    /// - Parameters:
    ///   - groups: words and phrases that mean the same.
    ///   - forms: each phrase's forms.
    init(groups: [[String]], forms: [[[Int32]]], words: WordClasses) {
        for (group, phrases) in forms.enumerated() {
            var meanings: [[Int32]] = []
            for (number, phrase) in phrases.enumerated() {
                let sequence = phrase.map { words.ofForm[Int($0)] }
                meanings.append(phrase.filter { !words.isStopWord[Int($0)] }.map { words.ofForm[Int($0)] })
                guard let first = sequence.first else { continue }
                byFirst[first, default: []].append(Phrase(group: group, number: number, words: sequence))
                // Marks hang on the rarest word of a phrase.
                let rarest = phrase.filter { !words.isStopWord[Int($0)] }.min {
                    (words.counts[Int($0)], $0) < (words.counts[Int($1)], $1)
                }
                if let rarest {
                    let others = groups[group].enumerated().filter { $0.offset != number }.map(\.element)
                    let known = also[words.ofForm[Int(rarest)]] ?? []
                    also[words.ofForm[Int(rarest)]] = (Set(known + others)).sorted {
                        $0.utf8.lexicographicallyPrecedes($1.utf8)
                    }
                }
            }
            classes.append(meanings)
        }
    }

    var isEmpty: Bool { byFirst.isEmpty }

    /// What else stands in a text where a phrase begins at a token.
    func meanings(at index: Int, of tokens: Range<Int>, in corpus: [Int32], words: WordClasses) -> [Int32] {
        guard let phrases = byFirst[words.ofForm[Int(corpus[index])]] else { return [] }
        var result: [Int32] = []
        for phrase in phrases where index + phrase.words.count <= tokens.upperBound {
            let isThere = phrase.words.indices.allSatisfy { offset in
                words.ofForm[Int(corpus[index + offset])] == phrase.words[offset]
            }
            guard isThere else { continue }
            for (number, classes) in classes[phrase.group].enumerated() where number != phrase.number {
                result += classes.filter { !phrase.words.contains($0) }
            }
        }
        return result
    }
}
