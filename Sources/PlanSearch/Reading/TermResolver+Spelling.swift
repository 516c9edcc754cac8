/// Words with a wrong letter or two (docs/search-index.md, 4.6).
extension TermResolver {
    mutating func spelling(_ word: SearchQuery.Word, isPlain: Bool) -> (Suggestion, Found)? {
        guard word.isLettersOnly else { return nil }
        let letters = EditDistance.letters(word.bytes)
        let most = letters.count <= 7 ? 1 : 2
        for step in SpellingKeys.asked(for: word.bytes) {
            var best: Suggestion?
            for key in step {
                for (candidate, weight) in spellingWords(under: key) {
                    guard let suggestion = suggestion(letters, candidate, weight, isPlain: isPlain),
                        suggestion.distance <= most
                    else { continue }
                    best = best.map { min($0, suggestion) } ?? suggestion
                }
            }
            if let best, let shard = shard(of: Folding.folded(best.form)), let form = shard.form(best.form),
                let found = find(form, in: shard)
            {
                return (best, found)
            }
        }
        return nil
    }

    /// How near a known word is, or what is left of it without an ending that may be missing.
    private func suggestion(_ letters: [Unicode.Scalar], _ candidate: [UInt8], _ weight: Int, isPlain: Bool)
        -> Suggestion?
    {
        let exact = EditDistance.letters(candidate)
        let other = isPlain ? EditDistance.letters(Folding.folded(candidate)) : exact
        guard exact.count == other.count, abs(letters.count - exact.count) <= SuffixTable.longest + 2 else {
            return nil
        }
        let distances = EditDistance.toBeginnings(letters, of: other)
        var best: Suggestion?
        for length in stride(from: exact.count, through: 4, by: -1) {
            guard distances[length] > 0, let end = CodePoints.offset(of: length, in: candidate),
                length == exact.count || root.suffixes.areKin(candidate[end...], [])
            else { continue }
            let suggestion = Suggestion(
                word: Array(candidate[..<end]), form: candidate, distance: distances[length],
                hasOtherInitial: letters.first != other.first, weight: weight)
            if suggestion.distance < best?.distance ?? Int.max { best = suggestion }
        }
        return best
    }

    mutating func spellingWords(under key: String) -> [(word: [UInt8], weight: Int)] {
        guard let hash = root.spelling.hash(of: Array(key.utf8)) else { return [] }
        let name = IndexFile.spelling.name(hash)
        guard let bytes = fetch(name) else {
            note(.missing(file: name))
            return []
        }
        do throws(SearchFault) {
            var reader = try IndexFile.spelling.coded(bytes, numbers: SpellingKind.count, named: name)
            let asked = Array(key.utf8)
            var result: [(word: [UInt8], weight: Int)] = []
            var found: [UInt8] = []
            for _ in 0..<(try reader.number(SpellingKind.keyCount)) {
                found = try reader.frontCoded(after: found, SpellingKind.key)
                var previous = Array(found.dropFirst())
                for _ in 0..<(try reader.number(SpellingKind.wordCount)) {
                    previous = try reader.frontCoded(after: previous, SpellingKind.word)
                    let weight = try reader.number(SpellingKind.weight)
                    if found == asked { result.append((previous, weight)) }
                }
            }
            guard reader.isAtEnd else { throw reader.fault }
            return result
        } catch {
            note(error)
            return []
        }
    }
}
