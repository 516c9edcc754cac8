/// The numbers of words before and after.
struct FormMap: Sendable {
    /// The old number of each form; -1 for new ones.
    private(set) var oldForms: [Int32]
    /// The new number of each old form; -1 for those that are gone.
    private(set) var newForms: [Int32]

    /// - Parameter numbers: the new number of each old form that a text has; -1 of the others.
    init(from old: Corpus, to corpus: Corpus, numbers: [Int32]) {
        newForms = numbers
        for form in newForms.indices where newForms[form] < 0 {
            // A word of synonyms alone.
            newForms[form] = corpus.forms.find(old.forms[form]).map { Int32($0) } ?? -1
        }
        oldForms = [Int32](repeating: -1, count: corpus.forms.count)
        for (form, number) in newForms.enumerated() where number >= 0 { oldForms[Int(number)] = Int32(form) }
    }
}

/// The classes of words before and after that hold the same words, but for new words and those that are gone.
struct ClassMap: Sendable {
    /// The old class of each class; -1 for one without.
    private(set) var oldClasses: [Int32]
    /// The new class of each old class; -1 for one without.
    private(set) var newClasses: [Int32]

    init(_ map: FormMap, from old: WordClasses, to words: WordClasses) {
        newClasses = Self.targets(of: map.newForms, from: old, to: words)
        oldClasses = Self.targets(of: map.oldForms, from: words, to: old)
        for number in newClasses.indices where newClasses[number] >= 0 {
            if Int(oldClasses[Int(newClasses[number])]) != number { newClasses[number] = -1 }
        }
        for number in oldClasses.indices where oldClasses[number] >= 0 {
            if Int(newClasses[Int(oldClasses[number])]) != number { oldClasses[number] = -1 }
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
}
