/// Splits long words into words that the site itself uses.
struct CompoundSplitter: Sendable {
    struct Split: Sendable {
        /// Where the second piece begins, in bytes.
        let place: Int
        let first: Int
        let second: Int
    }

    private let forms: FormTable
    private let counts: [UInt32]
    /// Whether a form may be a piece: letters only, no stop word, at least 3 letters.
    private let isPiece: [Bool]
    private let suffixes: SuffixTable

    init(forms: FormTable, counts: [UInt32], isPiece: [Bool], suffixes: SuffixTable) {
        self.forms = forms
        self.counts = counts
        self.isPiece = isPiece
        self.suffixes = suffixes
    }

    private static let shortestPiece = 3

    /// The best split of a form in two: the one whose shorter piece is longest, the more common on equals.
    func split(_ form: Int) -> Split? {
        let word = forms[form]
        guard word.count >= 2 * Self.shortestPiece else { return nil }
        var best: (split: Split, length: Int, count: Int)?
        for offset in Self.shortestPiece...(word.count - Self.shortestPiece) {
            let place = word.startIndex + offset
            // Not within a letter.
            guard word[place] & 0xC0 != 0x80 else { continue }
            let length = min(offset, word.count - offset)
            if let best, length < best.length { continue }
            guard let second = whole(word[place...]), let first = modifier(word[..<place]) else { continue }
            let count = Int(min(counts[first], counts[second]))
            if let best, length == best.length, count <= best.count { continue }
            best = (Split(place: offset, first: first, second: second), length, count)
        }
        return best?.split
    }

    /// A form of the site that begins a compound: as it stands, or with a sound that ties it.
    private func modifier(_ piece: ArraySlice<UInt8>) -> Int? {
        if let form = attested(piece) { return form }
        guard let last = piece.last else { return nil }
        let stem = piece.dropLast()
        switch last {
        case UInt8(ascii: "s"): if let form = attested(stem) { return form }
        // hälso-, gatu-, kyrko-: hälsa, gata, kyrka.
        case UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "e"):
            if let form = attested(stem + [UInt8(ascii: "a")]) { return form }
        default: break
        }
        // skol-, pojk-: skola, pojke.
        return attested(piece + [UInt8(ascii: "a")]) ?? attested(piece + [UInt8(ascii: "e")])
    }

    /// A form of the site, or one that takes another ending of the same paradigm.
    private func whole(_ piece: ArraySlice<UInt8>) -> Int? {
        if let form = attested(piece) { return form }
        for (length, suffix) in suffixes.endings(of: piece) where length > 0 {
            let base = piece.dropLast(length)
            guard CodePoints.count(base) >= 4 else { continue }
            if let form = attested(base),
                suffixes.index(of: []).map({ suffixes.masks[$0] & suffixes.masks[suffix] }) ?? 0 != 0
            {
                return form
            }
        }
        return nil
    }

    private func attested(_ piece: ArraySlice<UInt8>) -> Int? {
        guard CodePoints.count(piece) >= Self.shortestPiece, let form = forms.find(piece), isPiece[form] else {
            return nil
        }
        return form
    }
}
