internal import PlanModel

/// A word of a text.
struct ScannedWord: Hashable, Sendable {
    /// Where its letters lie in ``WordScanner/bytes``.
    let bytes: Range<Int>
    /// Where it stands in the text, in code points after NFC.
    let place: Range<Int>
    let isLettersOnly: Bool
    /// For two words joined over a hyphen: how many bytes the first has.
    let joint: Int?
}

/// Cuts texts into words (docs/search-index.md, 3). Keeps its buffers: one scanner reads many texts.
struct WordScanner: Sendable {
    static let longestWord = 60

    /// The letters of all words of the last text, in UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var words: [ScannedWord] = []
    private var units: [UInt32] = []
    private var places: [Int32] = []
    private let isEnglish: Bool

    init(_ language: Language) {
        isEnglish = language == .english
    }

    /// Reads the words of a text.
    ///
    /// - Parameter joinsHyphens: whether `e-hälsa` gives `ehälsa`, too.
    mutating func scan(_ text: String, joinsHyphens: Bool) {
        bytes.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        Letters.append(text, to: &units, places: &places)
        var index = 0
        // The word before a hyphen that may be joined with the next, and the unit that it has to begin at.
        var open: (word: Range<Int>, next: Int)?
        while index < units.count {
            guard isWordUnit(index) else {
                index += 1
                continue
            }
            let start = index
            let first = bytes.count
            let isLetters = readWord(&index)
            let range = first..<bytes.count
            let place = Int(places[start])..<Int(places[index - 1]) + 1
            words.append(ScannedWord(bytes: range, place: place, isLettersOnly: isLetters, joint: nil))
            if joinsHyphens, isLetters, let before = open, before.next == start {
                let joined = bytes.count
                bytes += bytes[before.word] + bytes[range]
                words.append(
                    ScannedWord(
                        bytes: joined..<bytes.count, place: place, isLettersOnly: true, joint: before.word.count))
            }
            skipGenitive(&index)
            open = isLetters && kind(index) == .hyphen ? (range, index + 1) : nil
        }
    }

    /// The words of the last text as strings.
    var texts: [String] { words.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } }

    private func kind(_ index: Int) -> LetterKind { index < units.count ? Letters.kind(units[index]) : .separator }

    private func isWordUnit(_ index: Int) -> Bool {
        let kind = kind(index)
        return kind == .letter || kind == .digit
    }

    /// Appends one word and moves behind it.
    ///
    /// - Returns: whether it holds letters only.
    private mutating func readWord(_ index: inout Int) -> Bool {
        if readLetters(&index) { return true }
        let start = bytes.count
        var shape = WordShape()
        reading: while index < units.count {
            let code = units[index] & Letters.codeMask
            switch kind(index) {
            case .letter:
                shape.hasLetters = true
                append(code, &shape)
            case .digit:
                shape.digits += 1
                append(code, &shape)
            case .nothing: break
            case .sign:
                guard index > 0, kind(index - 1) == .digit, kind(index + 1) == .digit else { break reading }
                if isEnglish, code == 0x2C, shape.mayGroup, hasThreeDigits(after: index), kind(index + 4) != .digit {
                    shape.hasGroups = true
                } else {
                    if code == 0x2E { shape.points += 1 } else { shape.otherSigns += 1 }
                    append(code, &shape)
                }
            case .space:
                guard shape.mayGroup, kind(index - 1) == .digit, hasThreeDigits(after: index), !isWordUnit(index + 4)
                else { break reading }
                shape.hasGroups = true
            case .separator, .hyphen: break reading
            }
            index += 1
        }
        if isEnglish, shape.isDecimal, let point = bytes[start...].firstIndex(of: 0x2E) { bytes[point] = 0x2C }
        return shape.digits == 0
    }

    /// Appends a word that is a run of letters of Latin alphabets and no more, as nearly all are, and moves behind it.
    ///
    /// - Returns: `false`, and nothing appended, where it is another.
    private mutating func readLetters(_ index: inout Int) -> Bool {
        let start = index
        let last = min(units.count, start + Self.longestWord + 1)
        // Codes that UTF-8 writes in one byte or two.
        let end = units.withUnsafeBufferPointer { units in
            var end = start
            while end < last, units[end] & ~0x7FF == LetterKind.letter.rawValue << Letters.kindShift { end += 1 }
            return end
        }
        guard end > start, end - start <= Self.longestWord else { return false }
        switch kind(end) {
        case .letter, .digit, .nothing: return false
        // Between letters and what follows them these end a word.
        case .separator, .space, .hyphen, .sign: break
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Self.longestWord) { word in
            var count = 0
            for unit in units[start..<end] {
                let code = unit & Letters.codeMask
                if code < 0x80 {
                    word.initializeElement(at: count, to: UInt8(truncatingIfNeeded: code))
                    count += 1
                } else {
                    word.initializeElement(at: count, to: UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
                    word.initializeElement(at: count + 1, to: UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
                    count += 2
                }
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: word[..<count]))
        }
        index = end
        return true
    }

    /// What has been read of a word.
    private struct WordShape {
        var length = 0
        var digits = 0
        var points = 0
        var otherSigns = 0
        var hasLetters = false
        var hasGroups = false

        /// Whether a group of three digits may follow: so far a number of one to three digits, or of groups.
        var mayGroup: Bool {
            !hasLetters && points == 0 && otherSigns == 0 && (hasGroups || (1...3).contains(digits))
        }

        var isDecimal: Bool { !hasLetters && points == 1 && otherSigns == 0 }
    }

    private func hasThreeDigits(after index: Int) -> Bool {
        kind(index + 1) == .digit && kind(index + 2) == .digit && kind(index + 3) == .digit
    }

    private mutating func append(_ code: UInt32, _ shape: inout WordShape) {
        shape.length += 1
        guard shape.length <= Self.longestWord else { return }
        if code < 0x80 {
            bytes.append(UInt8(code))
        } else if code < 0x800 {
            bytes.append(UInt8(0xC0 | code >> 6))
            bytes.append(UInt8(0x80 | code & 0x3F))
        } else if let scalar = Unicode.Scalar(code) {
            bytes += String(scalar).utf8
        }
    }

    /// Skips the ending of `EU:s` and the like.
    private func skipGenitive(_ index: inout Int) {
        guard index > 0, index < units.count, units[index] & Letters.codeMask == 0x3A, kind(index) == .sign,
            kind(index - 1) == .letter, kind(index + 1) == .letter
        else { return }
        var end = index + 1
        var ending = ""
        while isWordUnit(end), end - index <= 5 {
            if let scalar = Unicode.Scalar(units[end] & Letters.codeMask) { ending.unicodeScalars.append(scalar) }
            end += 1
        }
        if Self.genitives.contains(ending), !isWordUnit(end) { index = end }
    }

    private static let genitives: Set<String> = [
        "s", "n", "ns", "en", "ens", "t", "ts", "et", "ets", "ar", "arna", "er", "erna", "or", "r", "rna",
    ]
}
