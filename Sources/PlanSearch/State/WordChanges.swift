/// Which words of a site are posted otherwise than they were.
struct WordChanges: Sendable {
    /// The old number of each form; -1 for new ones.
    private(set) var oldForms: [Int32]
    /// The new number of each old form; -1 for those that are gone.
    private(set) var newForms: [Int32]
    /// The old class that holds the same forms as a new one, but for new and gone ones; -1 where there is none.
    private(set) var oldClasses: [Int32]
    private var newClasses: [Int32]
    /// Forms that are posted otherwise, by their new numbers.
    private(set) var isChanged: [Bool]

    /// - Parameter numbers: the new number of each old form that a text has; -1 of the others.
    init(from old: IndexModel, to corpus: Corpus, _ words: WordClasses, numbers: [Int32]) {
        newForms = numbers
        for form in newForms.indices where newForms[form] < 0 {
            // A word of synonyms alone.
            newForms[form] = corpus.forms.find(old.corpus.forms[form]).map { Int32($0) } ?? -1
        }
        oldForms = [Int32](repeating: -1, count: corpus.forms.count)
        for (form, number) in newForms.enumerated() where number >= 0 { oldForms[Int(number)] = Int32(form) }
        newClasses = Self.targets(of: newForms, from: old.words, to: words)
        oldClasses = Self.targets(of: oldForms, from: words, to: old.words)
        for number in newClasses.indices where newClasses[number] >= 0 {
            if Int(oldClasses[Int(newClasses[number])]) != number { newClasses[number] = -1 }
        }
        for number in oldClasses.indices where oldClasses[number] >= 0 {
            if Int(newClasses[Int(oldClasses[number])]) != number { oldClasses[number] = -1 }
        }
        isChanged = [Bool](repeating: false, count: corpus.forms.count)
        for (form, before) in oldForms.enumerated() where before >= 0 {
            isChanged[form] = !isPostedAlike(form, words, Int(before), old.words)
        }
    }

    /// For each class the one of the other side that holds all its forms that are there; -1 where several do, or none.
    private static func targets(of forms: [Int32], from source: WordClasses, to target: WordClasses) -> [Int32] {
        var targets = [Int32](repeating: -1, count: source.count)
        var isSplit = [Bool](repeating: false, count: source.count)
        for (form, other) in forms.enumerated() where other >= 0 {
            let number = Int(source.ofForm[form])
            let found = Int32(target.ofForm[Int(other)])
            if targets[number] < 0 { targets[number] = found }
            if targets[number] != found { isSplit[number] = true }
        }
        for number in targets.indices where isSplit[number] { targets[number] = -1 }
        return targets
    }

    private func isPostedAlike(_ form: Int, _ words: WordClasses, _ before: Int, _ old: WordClasses) -> Bool {
        guard oldClasses[Int(words.ofForm[form])] == Int32(old.ofForm[before]) else { return false }
        let (pieces, others) = (words.pieces(of: form), old.pieces(of: before))
        guard pieces.count == others.count else { return false }
        for (piece, other) in zip(pieces, others) {
            guard oldClasses[Int(words.pieceClasses[piece])] == Int32(old.pieceClasses[other]),
                words.pieceWeights[piece] == old.pieceWeights[other]
            else { return false }
        }
        return true
    }

    /// Where words of a group of synonyms are posted otherwise, so is every phrase of the group: all words of the
    /// group's classes count as changed.
    mutating func spread(
        over groups: SynonymGroups, _ words: WordClasses, before others: SynonymGroups, _ old: WordClasses
    ) {
        var isTold = [Bool](repeating: false, count: words.count)
        var wasTold = [Bool](repeating: false, count: old.count)
        var isAny = false
        for (phrases, before) in zip(groups.forms, others.forms) {
            let numbers = phrases.joined().map { Int(words.ofForm[Int($0)]) }
            let olds = before.joined().map { Int(old.ofForm[Int($0)]) }
            if numbers.map({ oldClasses[$0] }) == olds.map({ Int32($0) }) { continue }
            isAny = true
            for number in numbers { isTold[number] = true }
            for number in olds { wasTold[number] = true }
        }
        guard isAny else { return }
        for form in isChanged.indices {
            let before = Int(oldForms[form])
            if isTold[Int(words.ofForm[form])] || before >= 0 && wasTold[Int(old.ofForm[before])] {
                isChanged[form] = true
            }
        }
    }
}
