internal import PlanModel

/// The classes of a site's words, and what else each word is posted under: columns that can be kept as they are.
struct WordClasses: Sendable {
    /// How often each form stands in the text.
    var counts: [UInt32] = []
    /// The class of each form; classes are numbered by their first forms.
    var ofForm: [UInt32] = []
    /// The forms of each class that no other stands before: its commonest, then its shortest.
    var heads: [UInt32] = []
    /// Behind each form's last piece.
    var pieceEnds: [UInt32] = []
    /// The other classes that a compound is posted under, and what they weigh, in 64ths of the word's own.
    var pieceClasses: [UInt32] = []
    var pieceWeights: [UInt32] = []
    /// Where a form is split, in bytes; 0 for none.
    var splits: [UInt8] = []
    var isStopWord: [Bool] = []

    var count: Int { heads.count }

    init() {}

    init(_ corpus: Corpus, rules: LanguageRules, language: Language) {
        let forms = corpus.forms
        counts = [UInt32](repeating: 0, count: forms.count)
        for token in corpus.tokens { counts[Int(token & Corpus.formMask)] += 1 }
        isStopWord = Self.stopWords(among: forms, rules: rules)
        groupForms(corpus, rules: rules, language: language)
        splitCompounds(corpus, rules: rules)
    }

    static func stopWords(among forms: FormTable, rules: LanguageRules) -> [Bool] {
        var isStopWord = [Bool](repeating: false, count: forms.count)
        for word in rules.stopWords { if let form = forms.find(Array(word.utf8)) { isStopWord[form] = true } }
        return isStopWord
    }

    func pieces(of form: Int) -> Range<Int> {
        (form == 0 ? 0 : Int(pieceEnds[form - 1]))..<Int(pieceEnds[form])
    }

    private mutating func groupForms(_ corpus: Corpus, rules: LanguageRules, language: Language) {
        let forms = corpus.forms
        var learner = ClassLearner(
            forms: forms, counts: counts,
            isLetters: (0..<forms.count).map { corpus.isLetters($0) && !isStopWord[$0] }, rules: rules,
            language: language)
        ofForm = [UInt32](repeating: 0, count: forms.count)
        // The class of each root; the root has the lowest number of all its forms.
        for form in 0..<forms.count {
            let root = learner.root(form)
            if root == form {
                ofForm[form] = UInt32(heads.count)
                heads.append(UInt32(form))
                continue
            }
            let number = ofForm[root]
            ofForm[form] = number
            let head = Int(heads[Int(number)])
            let (length, other) = (forms[form].count, forms[head].count)
            if counts[form] > counts[head] || counts[form] == counts[head] && length < other {
                heads[Int(number)] = UInt32(form)
            }
        }
    }

    private mutating func splitCompounds(_ corpus: Corpus, rules: LanguageRules) {
        let forms = corpus.forms
        let stops = isStopWord
        let isPiece = (0..<forms.count).map { form in
            corpus.isLetters(form) && !stops[form] && forms[form].count >= 3 && corpus.joint(form) == 0
        }
        let splitter = CompoundSplitter(
            forms: forms, counts: counts, isPiece: isPiece, suffixes: SuffixTable(rules.suffixes))
        let ranges = Workers.ranges(of: forms.count, pieces: 32)
        let found = Workers.map(ranges.count) { range in
            ranges[range].map { form -> CompoundSplitter.Split? in
                guard corpus.isLetters(form), !stops[form] else { return nil }
                let joint = corpus.joint(form)
                if joint > 0 { return Self.split(form, at: joint, forms: forms) }
                return rules.splitsCompounds ? splitter.split(form) : nil
            }
        }
        let splits = found.flatMap(\.self)
        self.splits = splits.map { UInt8(truncatingIfNeeded: $0?.place ?? 0) }
        pieceEnds.reserveCapacity(forms.count)
        for form in 0..<forms.count {
            if let split = splits[form] {
                var found: [(UInt32, UInt32)] = []
                collect(split, weight: 64, depth: 0, splits: splits, into: &found)
                var seen: [UInt32] = [ofForm[form]]
                for (number, weight) in found where !seen.contains(number) {
                    seen.append(number)
                    pieceClasses.append(number)
                    pieceWeights.append(weight)
                }
            }
            pieceEnds.append(UInt32(pieceClasses.count))
        }
    }

    /// The two words that stand on both sides of a hyphen.
    private static func split(_ form: Int, at place: Int, forms: FormTable) -> CompoundSplitter.Split? {
        let word = forms[form]
        guard place < word.count, let first = forms.find(word.prefix(place)),
            let second = forms.find(word.dropFirst(place))
        else { return nil }
        return CompoundSplitter.Split(place: place, first: first, second: second)
    }

    private static let lastPiece: UInt32 = 26
    private static let otherPiece: UInt32 = 19

    /// The pieces of a split, and the pieces of these at the product of their weights.
    private func collect(
        _ split: CompoundSplitter.Split, weight: UInt32, depth: Int, splits: [CompoundSplitter.Split?],
        into found: inout [(UInt32, UInt32)]
    ) {
        for (form, share) in [(split.second, Self.lastPiece), (split.first, Self.otherPiece)] {
            let own = weight * share / 64
            found.append((ofForm[form], own))
            if depth < 2, let inner = splits[form] {
                collect(inner, weight: own, depth: depth + 1, splits: splits, into: &found)
            }
        }
    }
}
