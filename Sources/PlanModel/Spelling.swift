/// Finds the word that was meant.
package enum Spelling {
    /// The number of letters to add, drop, change or swap with a neighbour to turn one word into the other
    /// (Damerau–Levenshtein, restricted), in lower case; stops counting above `limit`.
    ///
    /// - Returns: the distance, or `limit + 1` where it is larger.
    package static func distance(_ left: String, _ right: String, limit: Int = 3) -> Int {
        let a = Array(left.lowercased().unicodeScalars)
        let b = Array(right.lowercased().unicodeScalars)
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var current = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    current[j] = min(current[j], before[j - 2] + 1)
                }
            }
            if (current.min() ?? 0) > limit { return limit + 1 }
            before = previous
            previous = current
        }
        return min(previous[b.count], limit + 1)
    }

    /// The known word nearest to a misspelt one, where one is near enough to be meant.
    ///
    /// One letter may differ in words of up to four, two in longer ones, three from nine; ties go to the first.
    package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        let length = word.unicodeScalars.count
        let limit = length <= 4 ? 1 : length <= 8 ? 2 : 3
        var best: (word: String, distance: Int)?
        for candidate in known {
            let distance = distance(word, candidate, limit: limit)
            if distance <= limit, distance < (best?.distance ?? .max) { best = (candidate, distance) }
        }
        return best?.word
    }
}
