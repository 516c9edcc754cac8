import PlanModel

/// How hard a text is to read: LIX (C.-H. Björnsson, Läsbarhet, 1968), words per sentence + words of more than six
/// letters per cent. Above 60 is called very hard.
///
/// Headings and cells of tables are no sentences and don't count.
struct ReadingEase {
    /// Below this many words the number says nothing.
    static let fewestWords = 100
    static let limit = 60
    private static let longWord = 7

    private var words = 0
    private var longWords = 0
    private var sentences = 0
    private var longest: (words: Int, position: SourcePosition)?

    mutating func add(_ block: ProseBlock) {
        guard block.kind == .paragraph else { return }
        var length = 0
        var letters = 0
        var start: Int?
        for (index, word) in block.words.enumerated() {
            if start == nil { start = word.start }
            letters += word.letters
            // What a hyphen ties together is one word.
            let isTied = index + 1 < block.words.count && block.words[index + 1].isJoined
            if !isTied {
                length += 1
                if letters >= Self.longWord { longWords += 1 }
                letters = 0
            }
            guard word.endsSentence, let first = start else { continue }
            sentences += 1
            words += length
            if length > longest?.words ?? 0 { longest = (length, block.position(of: first)) }
            length = 0
            start = nil
        }
    }

    /// Half and more is rounded up.
    var index: Int {
        guard words > 0, sentences > 0 else { return 0 }
        // (words / sentences + 100 · long / words), in one fraction.
        let above = words * words + 100 * longWords * sentences
        let below = sentences * words
        return (2 * above + below) / (2 * below)
    }

    var finding: Diagnostic? {
        guard words >= Self.fewestWords, index > Self.limit, let longest else { return nil }
        return .hardToRead(index, longest: longest.words, at: longest.position)
    }
}
