internal import PlanModel

/// The classes of a site's words, and what else each word is posted under.
struct WordClasses: Sendable {
    struct Piece: Sendable {
        let `class`: Int32
        /// In 64ths of the word's own.
        let weight: Int32
    }

    /// The class of each form.
    let ofForm: [Int32]
    /// The forms of each class that no other stands before: its commonest, then its shortest.
    let heads: [Int32]
    let isStopWord: [Bool]
    /// Where each form's pieces lie in `pieces`; one more than there are forms.
    let pieceStarts: [Int32]
    let pieces: [Piece]
    /// Where a form is split, in bytes; 0 for none.
    let splits: [UInt8]
    /// How often each form stands in the text.
    let counts: [Int]

    var count: Int { heads.count }

    init(forms: FormTable, corpus: Corpus, extraLetters: [Bool], rules: LanguageRules, language: Language) {
        var counts = [Int](repeating: 0, count: forms.count)
        for token in corpus.tokens { counts[Int(token)] += 1 }
        let isLetters = corpus.isLetters + extraLetters
        let stops = Set(rules.stopWords.compactMap { forms.find(Array($0.utf8)) })
        let isStopWord = (0..<forms.count).map { stops.contains($0) }
        var learner = ClassLearner(
            forms: forms, counts: counts, isLetters: isLetters, isStopWord: isStopWord, rules: rules,
            language: language)
        var ofForm = [Int32](repeating: 0, count: forms.count)
        var heads: [Int32] = []
        var numbers: [Int: Int32] = [:]
        for form in 0..<forms.count {
            let root = learner.root(form)
            if let number = numbers[root] {
                ofForm[form] = number
                let head = Int(heads[Int(number)])
                let (length, other) = (forms[form].count, forms[head].count)
                if counts[form] > counts[head] || counts[form] == counts[head] && length < other {
                    heads[Int(number)] = Int32(form)
                }
            } else {
                numbers[root] = Int32(heads.count)
                ofForm[form] = Int32(heads.count)
                heads.append(Int32(form))
            }
        }
        self.ofForm = ofForm
        self.heads = heads
        self.isStopWord = isStopWord
        self.counts = counts
        let isPiece = (0..<forms.count).map { form in
            isLetters[form] && !isStopWord[form] && forms[form].count >= 3
                && (form >= corpus.joints.count || corpus.joints[form] == 0)
        }
        let splitter = CompoundSplitter(
            forms: forms, counts: counts, isPiece: isPiece, suffixes: SuffixTable(rules.suffixes))
        let splits = (0..<forms.count).map { form -> CompoundSplitter.Split? in
            guard isLetters[form], !isStopWord[form] else { return nil }
            if form < corpus.joints.count, corpus.joints[form] > 0 {
                return Self.split(form, at: Int(corpus.joints[form]), forms: forms)
            }
            return rules.splitsCompounds ? splitter.split(form) : nil
        }
        self.splits = splits.map { UInt8(truncatingIfNeeded: $0?.place ?? 0) }
        var starts: [Int32] = [0]
        var pieces: [Piece] = []
        for form in 0..<forms.count {
            if let split = splits[form] {
                var found: [(Int32, Int32)] = []
                Self.collect(split, weight: 64, depth: 0, ofForm: ofForm, splits: splits, into: &found)
                var seen: Set<Int32> = [ofForm[form]]
                for (number, weight) in found where seen.insert(number).inserted {
                    pieces.append(Piece(class: number, weight: weight))
                }
            }
            starts.append(Int32(pieces.count))
        }
        self.pieces = pieces
        pieceStarts = starts
    }

    /// The two words that stand on both sides of a hyphen.
    private static func split(_ form: Int, at place: Int, forms: FormTable) -> CompoundSplitter.Split? {
        let word = forms[form]
        guard place < word.count, let first = forms.find(word.prefix(place)),
            let second = forms.find(word.dropFirst(place))
        else { return nil }
        return CompoundSplitter.Split(place: place, first: first, second: second)
    }

    private static let lastPiece: Int32 = 26
    private static let otherPiece: Int32 = 19

    /// The pieces of a split, and the pieces of these at the product of their weights.
    private static func collect(
        _ split: CompoundSplitter.Split, weight: Int32, depth: Int, ofForm: [Int32],
        splits: [CompoundSplitter.Split?], into found: inout [(Int32, Int32)]
    ) {
        for (form, share) in [(split.second, lastPiece), (split.first, otherPiece)] {
            let own = weight * share / 64
            found.append((ofForm[form], own))
            if depth < 2, let inner = splits[form] {
                collect(inner, weight: own, depth: depth + 1, ofForm: ofForm, splits: splits, into: &found)
            }
        }
    }
}
