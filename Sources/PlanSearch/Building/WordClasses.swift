internal import PlanModel

/// The classes of a site's words, and what else each word is posted under: columns that can be kept as they are.
struct WordClasses: Sendable {
    /// How often each form stands in the text.
    var counts: [UInt32] = []
    /// The class of each form; classes are numbered by their first forms.
    var ofForm: [UInt32] = []
    /// The forms of each class that no other stands before: its commonest, then its shortest.
    var heads: [UInt32] = []
    var isStopWord: [Bool] = []

    /// Where a form is split, in bytes; 0 for none.
    var splits: [UInt8] = []
    /// The forms that it is split into; 0 where it isn't.
    var firsts: [UInt32] = []
    var seconds: [UInt32] = []
    /// 1 where another split would be as good, were other words more common.
    var isTied: [UInt8] = []

    /// Behind each form's last piece.
    var pieceEnds: [UInt32] = []
    /// The other classes that a compound is posted under, and what they weigh, in 64ths of the word's own.
    var pieceClasses: [UInt32] = []
    var pieceWeights: [UInt32] = []

    var count: Int { heads.count }

    init() {}

    init(_ corpus: Corpus, rules: LanguageRules, language: Language) {
        let forms = corpus.forms
        counts = [UInt32](repeating: 0, count: forms.count)
        for token in corpus.tokens { counts[Int(token & Corpus.formMask)] += 1 }
        isStopWord = Self.stopWords(among: forms, rules: rules)
        var learner = ClassLearner(
            forms: forms, counts: counts, isLetters: classable(corpus), rules: rules, language: language)
        number(roots: (0..<forms.count).map { Int32(learner.root($0)) }, forms)
        let all = [Bool](repeating: true, count: forms.count)
        split(all, corpus, rules: rules)
        for form in 0..<forms.count { appendPieces(of: form) }
    }

    static func stopWords(among forms: FormTable, rules: LanguageRules) -> [Bool] {
        var isStopWord = [Bool](repeating: false, count: forms.count)
        for word in rules.stopWords { if let form = forms.find(Array(word.utf8)) { isStopWord[form] = true } }
        return isStopWord
    }

    /// Whether each form may be of a class with others.
    func classable(_ corpus: Corpus) -> [Bool] {
        zip(corpus.traits, isStopWord).map { $0 != Corpus.hasDigits && !$1 }
    }

    func pieces(of form: Int) -> Range<Int> {
        (form == 0 ? 0 : Int(pieceEnds[form - 1]))..<Int(pieceEnds[form])
    }

    /// Numbers classes and finds their heads.
    ///
    /// - Parameter roots: the form of each form's class that has the lowest number.
    mutating func number(roots: [Int32], _ forms: FormTable) {
        ofForm = [UInt32](repeating: 0, count: forms.count)
        heads.removeAll()
        for (form, root) in roots.enumerated() {
            if Int(root) == form {
                ofForm[form] = UInt32(heads.count)
                heads.append(UInt32(form))
                continue
            }
            let number = ofForm[Int(root)]
            ofForm[form] = number
            let head = Int(heads[Int(number)])
            if counts[form] > counts[head]
                || counts[form] == counts[head] && forms.length(of: form) < forms.length(of: head)
            {
                heads[Int(number)] = UInt32(form)
            }
        }
    }
}
