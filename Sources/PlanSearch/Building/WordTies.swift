internal import PlanModel

/// What ties single words beside paradigms: Snowball's stems, and the irregular words that a language is known for.
struct WordTies: ~Copyable {
    private let stemmer: Stemmer
    private let rules: LanguageRules
    private let suffixes: SuffixTable
    /// The ends of compounds that are forms of an irregular word, each with its group.
    private var tails = FormTable(capacity: 1 << 10)
    private var groups: [UInt8] = []

    init(_ rules: LanguageRules, suffixes: SuffixTable, language: Language) {
        stemmer = Stemmer(language)
        self.rules = rules
        self.suffixes = suffixes
        for (group, words) in rules.irregular.enumerated() {
            for word in words.map({ Array($0.utf8) }) where word.count >= 4 {
                if tails.insert(word[...]) == groups.count { groups.append(UInt8(group)) }
            }
        }
    }

    /// A word's stem, where words of the same stem are forms of one word.
    func stem(of word: [UInt8]) -> [UInt8]? {
        let stem = stemmer.stem(word)
        guard CodePoints.count(stem[...]) >= (rules.splitsCompounds ? 5 : 3) else { return nil }
        // Only where what was taken away is an ending: `viktig` is no form of `vikt`.
        if rules.splitsCompounds {
            guard word.starts(with: stem), suffixes.index(of: word[stem.count...]) != nil else { return nil }
        }
        return stem
    }

    /// What words have in common that end in forms of an irregular word, huvudstad and huvudstäder: what stands before,
    /// and the number of the word's group behind a zero.
    func heads(of word: [UInt8]) -> [[UInt8]] {
        guard word.count >= 7 else { return [] }
        return (4...min(12, word.count - 3)).compactMap { length in
            tails.find(word.suffix(length)).map { Array(word.dropLast(length)) + [0, groups[$0]] }
        }
    }

    /// All words that have a head.
    func words(of head: [UInt8]) -> [[UInt8]] {
        rules.irregular[Int(head[head.count - 1])].map { Array($0.utf8) }.filter { (4...12).contains($0.count) }
            .map { head.dropLast(2) + $0 }
    }
}
