/// Which words of a site are posted otherwise than they were.
struct WordChanges: Sendable {
    let forms: FormMap
    let classes: ClassMap
    /// Forms that are posted otherwise, by their new numbers.
    private(set) var isChanged: [Bool]

    init(_ forms: FormMap, _ classes: ClassMap, from old: WordClasses, to words: WordClasses) {
        self.forms = forms
        self.classes = classes
        isChanged = forms.oldForms.enumerated().map { form, before in
            before >= 0 && !Self.isPostedAlike(form, words, Int(before), old, classes)
        }
    }

    private static func isPostedAlike(
        _ form: Int, _ words: WordClasses, _ before: Int, _ old: WordClasses, _ classes: ClassMap
    ) -> Bool {
        guard classes.oldClasses[Int(words.ofForm[form])] == Int32(old.ofForm[before]) else { return false }
        let (pieces, others) = (words.pieces(of: form), old.pieces(of: before))
        guard pieces.count == others.count else { return false }
        for (piece, other) in zip(pieces, others) {
            guard classes.oldClasses[Int(words.pieceClasses[piece])] == Int32(old.pieceClasses[other]),
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
            if numbers.map({ classes.oldClasses[$0] }) == olds.map({ Int32($0) }) { continue }
            isAny = true
            for number in numbers { isTold[number] = true }
            for number in olds { wasTold[number] = true }
        }
        guard isAny else { return }
        for form in isChanged.indices {
            let before = Int(forms.oldForms[form])
            if isTold[Int(words.ofForm[form])] || before >= 0 && wasTold[Int(old.ofForm[before])] {
                isChanged[form] = true
            }
        }
    }
}
