internal import PlanModel

extension WordClasses {
    /// Whether each form may be a piece of a compound.
    func pieceForms(_ corpus: Corpus) -> [Bool] {
        (0..<corpus.forms.count).map { form in
            corpus.traits[form] == Corpus.isWhole && !isStopWord[form] && corpus.forms.length(of: form) >= 3
        }
    }

    /// Splits some forms; the columns have room for all.
    mutating func split(_ isWanted: [Bool], _ corpus: Corpus, rules: LanguageRules) {
        let forms = corpus.forms
        let isPiece = pieceForms(corpus)
        let (counts, isStopWord) = (counts, isStopWord)
        let endings = EndingTree(rules.suffixes)
        let ranges = Workers.ranges(of: forms.count, pieces: 32)
        let found = Workers.map(ranges.count) { range in
            forms.read { reader in
                counts.withUnsafeBufferPointer { counts in
                    isPiece.withUnsafeBufferPointer { isPiece in
                        var splitter = CompoundSplitter(
                            forms: reader, counts: counts, isPiece: isPiece, endings: endings)
                        return ranges[range].compactMap { form -> (Int, CompoundSplitter.Split)? in
                            guard isWanted[form], corpus.isLetters(form), !isStopWord[form] else { return nil }
                            let joint = corpus.joint(form)
                            let split =
                                joint > 0
                                ? Self.split(form, at: joint, forms: forms)
                                : rules.splitsCompounds ? splitter.split(form) : nil
                            return split.map { (form, $0) }
                        }
                    }
                }
            }
        }
        if splits.isEmpty {
            splits = [UInt8](repeating: 0, count: forms.count)
            isTied = splits
            firsts = [UInt32](repeating: 0, count: forms.count)
            seconds = firsts
        }
        for (form, split) in found.joined() {
            splits[form] = split.place
            isTied[form] = split.isTied ? 1 : 0
            firsts[form] = split.first
            seconds[form] = split.second
        }
    }

    /// The two words that stand on both sides of a hyphen.
    private static func split(_ form: Int, at place: Int, forms: FormTable) -> CompoundSplitter.Split? {
        let word = forms[form]
        guard place < word.count, let first = forms.find(word.prefix(place)),
            let second = forms.find(word.dropFirst(place))
        else { return nil }
        return CompoundSplitter.Split(
            place: UInt8(truncatingIfNeeded: place), first: UInt32(first), second: UInt32(second))
    }

    private static let lastPiece: UInt32 = 26
    private static let otherPiece: UInt32 = 19

    /// Appends the pieces of the next form.
    mutating func appendPieces(of form: Int) {
        if splits[form] > 0 {
            let first = pieceClasses.count
            collect(form, weight: 64, depth: 0, own: ofForm[form], from: first)
        }
        pieceEnds.append(UInt32(pieceClasses.count))
    }

    /// The pieces of a split, and the pieces of these at the product of their weights; each class once.
    private mutating func collect(_ form: Int, weight: UInt32, depth: Int, own: UInt32, from start: Int) {
        for (piece, share) in [(seconds[form], Self.lastPiece), (firsts[form], Self.otherPiece)] {
            let number = ofForm[Int(piece)]
            let part = weight * share / 64
            if number != own, !pieceClasses[start...].contains(number) {
                pieceClasses.append(number)
                pieceWeights.append(part)
            }
            if depth < 2, splits[Int(piece)] > 0 {
                collect(Int(piece), weight: part, depth: depth + 1, own: own, from: start)
            }
        }
    }
}
