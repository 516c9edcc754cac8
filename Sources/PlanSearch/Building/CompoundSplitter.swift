/// Splits long words into words that the site itself uses.
///
/// Lives within ``FormTable/read(_:)``.
struct CompoundSplitter {
    struct Split {
        /// Where the second piece begins, in bytes.
        var place: UInt8 = 0
        /// Whether another split would be as good, were other words more common.
        var isTied = false
        var first: UInt32 = 0
        var second: UInt32 = 0
    }

    private let forms: FormReader
    private let counts: UnsafeBufferPointer<UInt32>
    /// Whether a form may be a piece: letters only, no stop word, at least 3 letters.
    private let isPiece: UnsafeBufferPointer<Bool>
    private let endings: EndingTree
    /// Of each beginning of the word at hand.
    private var hashes: [WordHash] = []
    private var lengths: [Int] = []

    init(
        forms: FormReader, counts: UnsafeBufferPointer<UInt32>, isPiece: UnsafeBufferPointer<Bool>,
        endings: EndingTree
    ) {
        self.forms = forms
        self.counts = counts
        self.isPiece = isPiece
        self.endings = endings
    }

    private static let shortestPiece = 3

    /// The best split of a form in two: the one whose shorter piece is longest, the more common on equals.
    mutating func split(_ form: Int) -> Split? {
        let word = forms[form]
        guard word.count >= 2 * Self.shortestPiece else { return nil }
        readBeginnings(word)
        let missing = endings.endings(of: word).filter { $0.length > 0 && endings.mayBeMissing[$0.suffix] }
        var best: (split: Split, length: Int, count: UInt32)?
        for place in Self.shortestPiece...(word.count - Self.shortestPiece) {
            // Not within a letter.
            guard word[place] & 0xC0 != 0x80 else { continue }
            let length = min(place, word.count - place)
            if let best, length < best.length { continue }
            let first = modifier(word, place)
            guard first >= 0 else { continue }
            let second = whole(UnsafeBufferPointer(rebasing: word[place...]), endings: missing)
            guard second >= 0 else { continue }
            let count = min(counts[first], counts[second])
            var isTied = false
            if let other = best, length == other.length {
                best?.split.isTied = true
                isTied = true
                if count <= other.count { continue }
            }
            let split = Split(
                place: UInt8(truncatingIfNeeded: place), isTied: isTied, first: UInt32(first), second: UInt32(second))
            best = (split, length, count)
        }
        return best?.split
    }

    private mutating func readBeginnings(_ word: UnsafeBufferPointer<UInt8>) {
        hashes.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        var hash = WordHash()
        var length = 0
        hashes.append(hash)
        lengths.append(0)
        for byte in word {
            hash.add(byte)
            if byte & 0xC0 != 0x80 { length += 1 }
            hashes.append(hash)
            lengths.append(length)
        }
    }

    /// A form of the site that begins a compound: as it stands, or with a sound that ties it; -1 for none.
    private func modifier(_ word: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
        let form = beginning(word, end)
        if form >= 0 { return form }
        switch word[end - 1] {
        case UInt8(ascii: "s"):
            let form = beginning(word, end - 1)
            if form >= 0 { return form }
        // hälso-, gatu-, kyrko-: hälsa, gata, kyrka.
        case UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "e"):
            let form = beginning(word, end - 1, UInt8(ascii: "a"))
            if form >= 0 { return form }
        default: break
        }
        // skol-, pojk-: skola, pojke.
        let other = beginning(word, end, UInt8(ascii: "a"))
        return other >= 0 ? other : beginning(word, end, UInt8(ascii: "e"))
    }

    private func beginning(_ word: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
        guard lengths[end] >= Self.shortestPiece else { return -1 }
        let form = forms.find(UnsafeBufferPointer(rebasing: word[..<end]), hash: hashes[end])
        return form >= 0 && isPiece[form] ? form : -1
    }

    /// A beginning with another letter behind it.
    private func beginning(_ word: UnsafeBufferPointer<UInt8>, _ end: Int, _ letter: UInt8) -> Int {
        guard lengths[end] + 1 >= Self.shortestPiece else { return -1 }
        let form = withUnsafePointer(to: letter) { last in
            forms.find(
                UnsafeBufferPointer(rebasing: word[..<end]), UnsafeBufferPointer(start: last, count: 1),
                hash: hashes[end].adding(letter))
        }
        return form >= 0 && isPiece[form] ? form : -1
    }

    /// A form of the site, or one that takes another ending of the same paradigm; -1 for none.
    ///
    /// - Parameter endings: those of the word that may be missing, the shortest first.
    private func whole(_ piece: UnsafeBufferPointer<UInt8>, endings: [EndingTree.Ending]) -> Int {
        let form = attested(piece, shortest: Self.shortestPiece)
        if form >= 0 { return form }
        for ending in endings where ending.length < piece.count {
            let form = attested(UnsafeBufferPointer(rebasing: piece.dropLast(ending.length)), shortest: 4)
            if form >= 0 { return form }
        }
        return -1
    }

    private func attested(_ piece: UnsafeBufferPointer<UInt8>, shortest: Int) -> Int {
        var hash = WordHash()
        var length = 0
        for byte in piece {
            hash.add(byte)
            if byte & 0xC0 != 0x80 { length += 1 }
        }
        guard length >= shortest else { return -1 }
        let form = forms.find(piece, hash: hash)
        return form >= 0 && isPiece[form] ? form : -1
    }
}
