/// Finds the words that some others may be pieces of, and now and then a word too many.
struct PieceFinder: Sendable {
    private static let size = 1 << 17
    /// By the hash of what a compound may begin or end with.
    private var beginnings = [Bool](repeating: false, count: size)
    private var ends = [Bool](repeating: false, count: size)
    private var isEmpty = true
    private let endings: EndingTree

    init(_ endings: EndingTree) { self.endings = endings }

    /// Adds a word that may be a piece, in each way in which ``CompoundSplitter`` would find it.
    mutating func add(_ word: ArraySlice<UInt8>) {
        isEmpty = false
        let stem = word.dropLast()
        var beginnings = [Array(word), word + [UInt8(ascii: "s")]]
        if word.last == UInt8(ascii: "a") {
            beginnings += [Array(stem)] + "oue".utf8.map { stem + [$0] }
        } else if word.last == UInt8(ascii: "e") {
            beginnings.append(Array(stem))
        }
        for beginning in beginnings { self.beginnings[Self.place(Self.hash(beginning))] = true }
        ends[Self.place(Self.hash(word.reversed()))] = true
        for (ending, mayBeMissing) in zip(endings.texts, endings.mayBeMissing) where mayBeMissing {
            ends[Self.place(Self.hash((word + ending).reversed()))] = true
        }
    }

    private static func hash(_ bytes: [UInt8]) -> WordHash { bytes.withUnsafeBufferPointer { WordHash().adding($0) } }

    private static func place(_ hash: WordHash) -> Int { hash.value & (size - 1) }

    /// Whether each form may have one of the words as its first or last piece.
    func hits(in forms: FormTable) -> [Bool] {
        guard !isEmpty else { return [Bool](repeating: false, count: forms.count) }
        let ranges = Workers.ranges(of: forms.count, pieces: 16)
        return Workers.map(ranges.count) { range in
            forms.read { reader in ranges[range].map { isHit(reader[$0]) } }
        }.flatMap(\.self)
    }

    private func isHit(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count >= 6 else { return false }
        var (beginning, end) = (WordHash(), WordHash())
        for index in 0..<word.count {
            beginning.add(word[index])
            end.add(word[word.count - 1 - index])
            if beginnings[Self.place(beginning)] || ends[Self.place(end)] { return true }
        }
        return false
    }
}
