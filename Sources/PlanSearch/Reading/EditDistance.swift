/// How many wrong letters lie between two words: optimal string alignment, over code points.
enum EditDistance {
    static func letters(_ word: [UInt8]) -> [Unicode.Scalar] {
        Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    }

    /// The distances from a word to every beginning of another, the empty one first.
    static func toBeginnings(_ left: [Unicode.Scalar], of right: [Unicode.Scalar]) -> [Int] {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 1..<left.count + 1 {
            var current = [row]
            current.reserveCapacity(right.count + 1)
            for column in 1..<right.count + 1 {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, before[column - 2] + 1)
                }
                current.append(best)
            }
            before = previous
            previous = current
        }
        return previous
    }
}
