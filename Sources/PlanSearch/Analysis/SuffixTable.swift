/// The endings of a language, found from the end of a word.
struct SuffixTable: Sendable {
    let masks: [Int]
    let lengths: [Int]
    /// The ending without a genitive's `s`, as an index; its own where it has none.
    let nominative: [Int]
    /// Whether an ending is none, or `a`.
    let isThin: [Bool]
    /// Whether an ending is `n` or `t`, or its genitive.
    let isArticle: [Bool]
    private let table: FormTable

    init(_ suffixes: [(suffix: String, mask: Int)]) {
        var table = FormTable(capacity: 1 << 10)
        for (suffix, _) in suffixes { _ = table.insert(Array(suffix.utf8)[...]) }
        self.table = table
        isThin = suffixes.map { ["", "a"].contains($0.suffix) }
        isArticle = suffixes.map { ["n", "t", "ns", "ts"].contains($0.suffix) }
        masks = suffixes.map(\.mask)
        lengths = suffixes.map { $0.suffix.utf8.count }
        nominative = suffixes.enumerated().map { index, entry in
            entry.suffix.hasSuffix("s") ? table.find(Array(entry.suffix.utf8.dropLast())) ?? index : index
        }
    }

    /// The longest ending, in bytes.
    static let longest = 11

    func index(of ending: ArraySlice<UInt8>) -> Int? { table.find(ending) }

    /// A word without its longest ending that may be missing; at least 4 code points are left.
    func stem(of word: [UInt8]) -> [UInt8]? {
        for length in stride(from: min(Self.longest, word.count - 1), through: 1, by: -1) {
            let stem = word.dropLast(length)
            if areKin(word.suffix(length), []), CodePoints.count(stem) >= 4 { return Array(stem) }
        }
        return nil
    }

    /// Whether one word can take both endings.
    func areKin(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        guard let left = index(of: left), let right = index(of: right) else { return false }
        return masks[left] & masks[right] != 0
    }
}

enum CodePoints {
    /// How many code points UTF-8 holds.
    static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}
