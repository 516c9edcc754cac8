/// Words that are made of others, and words within them (docs/search-index.md, 4.4 and 4.7).
extension TermResolver {
    mutating func parts(of word: SearchQuery.Word, direct: Found?, isPlain: Bool) -> (
        postings: [Posting], marks: [String]
    )? {
        if let direct, !direct.wordClass.splits.isEmpty {
            let whole = direct.shard.forms[direct.wordClass.first].exact
            var pieces: [[UInt8]] = []
            var start = 0
            for split in direct.wordClass.splits + [CodePoints.count(whole[...])] {
                guard let end = CodePoints.offset(of: split, in: whole), end > start else { return nil }
                pieces.append(Array(whole[start..<end]))
                start = end
            }
            var found: [Found] = []
            for (index, piece) in pieces.enumerated() {
                guard let one = findPiece(piece, isLast: index == pieces.count - 1, isPlain: isPlain) else {
                    return nil
                }
                found.append(one)
            }
            return Self.together(found)
        }
        guard root.splitsCompounds, word.isLettersOnly else { return nil }
        let count = CodePoints.count(word.bytes[...])
        guard count >= 6 else { return nil }
        var tried = 0
        for length in (3...count - 3).reversed() {
            guard let place = CodePoints.offset(of: length, in: word.bytes) else { continue }
            guard let first = findPiece(Array(word.bytes[..<place]), isLast: false, isPlain: isPlain) else { continue }
            tried += 1
            if let second = findPiece(Array(word.bytes[place...]), isLast: true, isPlain: isPlain) {
                return Self.together([first, second])
            }
            if tried == Self.mostCuts { break }
        }
        return nil
    }

    private static let mostCuts = 2

    /// A piece as it stands; one that is not the last also without the `s`, or with the vowel, that compounds change.
    private mutating func findPiece(_ piece: [UInt8], isLast: Bool, isPlain: Bool) -> Found? {
        if let found = findWhole(piece, isPlain: isPlain) { return found }
        guard !isLast, piece.count > 3, let last = piece.last else { return nil }
        switch last {
        case UInt8(ascii: "s"): return findWhole(piece.dropLast(), isPlain: isPlain)
        case UInt8(ascii: "o"), UInt8(ascii: "u"):
            return findWhole(piece.dropLast() + [UInt8(ascii: "a")], isPlain: isPlain)
        default: return nil
        }
    }

    private mutating func findWhole(_ piece: [UInt8], isPlain: Bool) -> Found? {
        guard !root.stopWords.contains(String(decoding: piece, as: UTF8.self)),
            let shard = shard(of: Folding.folded(piece))
        else { return nil }
        if let found = findWord(piece, in: shard)?.found { return found }
        guard isPlain else { return nil }
        var best: Found?
        for form in shard.forms where form.folded == piece {
            guard let found = find(form, in: shard), found.postings.count > best?.postings.count ?? 0 else { continue }
            best = found
        }
        return best
    }

    /// The parts of documents that hold all pieces, at the lowest level.
    private static func together(_ pieces: [Found]) -> (postings: [Posting], marks: [String])? {
        guard let first = pieces.first else { return nil }
        var levels = Dictionary(first.postings.map { ($0.part, $0.level) }, uniquingKeysWith: max)
        for piece in pieces.dropFirst() {
            let others = Dictionary(piece.postings.map { ($0.part, $0.level) }, uniquingKeysWith: max)
            levels = levels.compactMapValues { $0 }.filter { others[$0.key] != nil }
            for (part, level) in levels { levels[part] = min(level, others[part] ?? level) }
        }
        guard !levels.isEmpty else { return nil }
        return (levels.map { Posting(part: $0.key, level: $0.value) }, pieces.flatMap(\.marks))
    }

    /// Compounds that begin or end with a word that stands nowhere alone.
    mutating func addContained(_ word: SearchQuery.Word, isPlain: Bool, to term: inout ResolvedTerm) {
        guard word.isLettersOnly, root.splitsCompounds, CodePoints.count(word.bytes[...]) >= 4 else { return }
        var readings = [word.bytes]
        if let stem = root.suffixes.stem(of: word.bytes) { readings.append(stem) }
        var found: [[UInt8]: Int] = [:]
        for reading in readings {
            guard let (first, last) = SpellingKeys.ends(of: reading) else { continue }
            for (key, isFirst) in [(first, true), (last, false)] {
                for (candidate, weight) in spellingWords(under: key) {
                    let whole = isPlain ? Folding.folded(candidate) : candidate
                    let endings = [whole, root.suffixes.stem(of: whole) ?? whole]
                    let isHeld =
                        isFirst
                        ? whole.starts(with: reading)
                        : endings.contains { $0.suffix(reading.count).elementsEqual(reading) }
                    guard isHeld else { continue }
                    found[candidate] = weight
                }
            }
        }
        let best = found.sorted { $0.value == $1.value ? Folding.precedes($0.key, $1.key) : $0.value > $1.value }
        for (candidate, _) in best.prefix(Self.mostContaining) {
            guard let shard = shard(of: Folding.folded(candidate)), let form = shard.form(candidate),
                let found = find(form, in: shard)
            else { continue }
            term.add(.contained, found.postings, found.marks)
        }
    }

    private static let mostContaining = 4

    /// The longest words that a word ends and begins with.
    mutating func addHeld(_ word: SearchQuery.Word, isPlain: Bool, to term: inout ResolvedTerm) {
        guard word.isLettersOnly, root.splitsCompounds else { return }
        var readings = [word.bytes]
        if let stem = root.suffixes.stem(of: word.bytes) { readings.append(stem) }
        for isFirst in [false, true] {
            var best: (form: [UInt8], length: Int, weight: Int)?
            for reading in isFirst ? [word.bytes] : readings {
                guard let ends = SpellingKeys.ends(of: reading) else { continue }
                for (candidate, weight) in spellingWords(under: isFirst ? ends.0 : ends.1) {
                    let whole = isPlain ? Folding.folded(candidate) : candidate
                    let length = CodePoints.count(whole[...])
                    guard length >= Self.shortestHeld, CodePoints.count(reading[...]) - length >= Self.shortestRest,
                        isFirst ? reading.starts(with: whole) : reading.suffix(whole.count).elementsEqual(whole),
                        !root.stopWords.contains(String(decoding: candidate, as: UTF8.self))
                    else { continue }
                    if let best {
                        let isBetter =
                            length == best.length
                            ? (best.weight, 0) < (weight, Folding.precedes(candidate, best.form) ? 1 : 0)
                            : length > best.length
                        guard isBetter else { continue }
                    }
                    best = (candidate, length, weight)
                }
            }
            guard let best, let shard = shard(of: Folding.folded(best.form)), let form = shard.form(best.form),
                let found = find(form, in: shard)
            else { continue }
            term.add(.held, found.postings, found.marks)
        }
    }

    private static let shortestHeld = 4
    private static let shortestRest = 3
}

extension CodePoints {
    /// Where a code point begins, or the end behind the last; `nil` beyond.
    static func offset(of number: Int, in bytes: [UInt8]) -> Int? {
        var count = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if count == number { return index }
            count += 1
        }
        return count == number ? bytes.count : nil
    }
}
