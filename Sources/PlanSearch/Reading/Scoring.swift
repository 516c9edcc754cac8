/// The ranking (docs/search-index.md, 5): integers only.
enum Scoring {
    struct Hit {
        let document: Int
        /// The part that matches best.
        let part: Int
        let score: Int
        /// Which terms it holds, a bit each.
        let held: Int
        let mass: Int
    }

    /// The weight of a word in so many of all parts, in 16ths of a doubling.
    static func weight(parts: Int, frequency: Int) -> Int {
        guard frequency > 0 else { return 0 }
        let ratio = parts * 32 / frequency + 16
        let bits = PostingCode.bitLength(ratio)
        return 16 * (bits - 5) + (((ratio - (1 << (bits - 1))) * 16) >> (bits - 1))
    }

    /// Scores every document that holds a term.
    ///
    /// - Parameters:
    ///   - terms: the sources of each term that count.
    ///   - weights: each term's.
    ///   - documentOfPart: and ``priors`` by document.
    static func hits(terms: [[TermSource]], weights: [Int], documentOfPart: [Int32], priors: [UInt8]) -> [Hit] {
        var sums: [Int: [Int]] = [:]
        for (number, sources) in terms.enumerated() {
            for source in sources {
                for posting in source.postings {
                    let value = weights[number] * source.kind.factor * posting.level / 16
                    sums[posting.part, default: [Int](repeating: 0, count: terms.count)][number].raise(to: value)
                }
            }
        }
        let total = weights.reduce(0, +)
        guard total > 0 else { return [] }
        var hits: [Hit] = []
        let parts = sums.keys.sorted()
        var index = 0
        while index < parts.count {
            let document = documentOfPart[parts[index]]
            var best = [Int](repeating: 0, count: terms.count)
            var bestPart = parts[index]
            var bestSum = -1
            while index < parts.count, documentOfPart[parts[index]] == document {
                let values = sums[parts[index]] ?? []
                for (number, value) in values.enumerated() { best[number].raise(to: value) }
                let sum = values.reduce(0, +)
                if sum > bestSum { (bestSum, bestPart) = (sum, parts[index]) }
                index += 1
            }
            let held = best.indices.filter { best[$0] > 0 }
            let mass = held.reduce(0) { $0 + weights[$1] }
            let sum = (best.reduce(0, +) + bestSum) / 2
            let score = sum * mass / total * mass / total * Int(priors[Int(document)]) / 16
            hits.append(
                Hit(
                    document: Int(document), part: bestPart, score: score,
                    held: held.reduce(0) { $0 | 1 << $1 }, mass: mass))
        }
        return hits
    }
}

extension Int {
    fileprivate mutating func raise(to value: Int) { if value > self { self = value } }
}
