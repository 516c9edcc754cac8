/// The endings of a language as a tree from their last byte on.
struct EndingTree: Sendable {
    /// An ending of a word, with its length in bytes.
    typealias Ending = (length: Int, suffix: Int)

    /// In the order of the language's own list, which numbers them.
    let texts: [[UInt8]]
    /// Whether a word may stand without the ending.
    let mayBeMissing: [Bool]
    /// Where each byte leads from each node, 0 for nowhere.
    private var steps = [UInt16](repeating: 0, count: 256)
    /// The ending that a node stands for; -1 for none.
    private var ends: [Int16] = [-1]

    init(_ suffixes: [(suffix: String, mask: Int)]) {
        texts = suffixes.map { Array($0.suffix.utf8) }
        let empty = suffixes.first { $0.suffix.isEmpty }?.mask ?? 0
        mayBeMissing = suffixes.map { $0.mask & empty != 0 }
        for (index, text) in texts.enumerated() {
            var node = 0
            for byte in text.reversed() {
                let place = node * 256 + Int(byte)
                if steps[place] == 0 {
                    steps[place] = UInt16(ends.count)
                    steps += [UInt16](repeating: 0, count: 256)
                    ends.append(-1)
                }
                node = Int(steps[place])
            }
            ends[node] = Int16(index)
        }
    }

    /// Every ending that a word has, the shortest first. The whole word is none.
    func endings(of word: UnsafeBufferPointer<UInt8>) -> [Ending] {
        var endings: [Ending] = []
        var node = 0
        var length = 0
        while true {
            if ends[node] >= 0 { endings.append((length, Int(ends[node]))) }
            guard length < word.count - 1 else { return endings }
            length += 1
            node = Int(steps[node * 256 + Int(word[word.count - length])])
            if node == 0 { return endings }
        }
    }
}
