import PlanMarkdown
import PlanModel

/// The words of one paragraph, heading or cell, each with its place in the file.
struct ProseBlock {
    enum Kind: Equatable {
        case paragraph, cell
        case heading(level: Int)
    }

    /// A run of letters and digits.
    struct Word {
        /// Offsets into the block's bytes.
        let start: Int
        var end: Int
        var letters = 0
        var capitals = 0
        var digits = 0
        /// Whether a hyphen ties it to the word before.
        let isJoined: Bool
        var endsSentence = false

        init(start: Int, isJoined: Bool) {
            self.start = start
            self.isJoined = isJoined
            end = start
        }
    }

    private(set) var kind = Kind.paragraph
    /// UTF-8; code is left out, line ends are spaces.
    private(set) var bytes: [UInt8] = []
    private(set) var words: [Word] = []
    /// Which of the words are years from 1900 to 2199, in order.
    private(set) var years: [Int] = []
    /// Where each stretch of the text is written, by its first byte.
    private var runs: [(offset: Int, position: SourcePosition)] = []
    /// How many characters stand before each ``stride`` bytes: places in a long paragraph are found without counting it all.
    /// Empty where the text is no longer than one stride.
    private var counts: [Int] = []
    private static let stride = 2048
    /// What the words have among them, so that who looks for one of these passes over most blocks.
    private(set) var traits: Traits = []

    struct Traits: OptionSet {
        let rawValue: UInt8
        /// A year from 1900 to 2199.
        static let year = Traits(rawValue: 1)
        /// A number of one or two digits.
        static let shortNumber = Traits(rawValue: 2)
        /// Three capitals or more in one word.
        static let capitals = Traits(rawValue: 4)
    }

    /// Calls for each block of a document in turn: those of the text and its notes, then the cells of tables.
    static func forEach(in document: MarkdownDocument, _ body: (ProseBlock) -> Void) {
        var block = ProseBlock()
        let nodes = document.nodes
        var index = 0
        while index < nodes.count {
            let node = nodes[index]
            switch node.form {
            case .paragraph: block.fill(.paragraph, index + 1..<node.end, in: nodes)
            case .heading:
                guard case .heading(let level) = node.kind else { preconditionFailure("a heading has a level") }
                block.fill(.heading(level: level), index + 1..<node.end, in: nodes)
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .table, .text,
                .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .bracket,
                .footnoteReference:
                index += 1
                continue
            }
            index = max(index + 1, node.end)
            if !block.words.isEmpty { body(block) }
        }
        for table in document.tables {
            for cells in [table.header] + table.rows.map(\.cells) {
                for cell in cells where !cell.nodes.isEmpty {
                    block.fill(.cell, cell.nodes, in: nodes)
                    if !block.words.isEmpty { body(block) }
                }
            }
        }
    }

    private mutating func fill(_ kind: Kind, _ range: Range<Int>, in nodes: MarkdownNodes) {
        self.kind = kind
        bytes.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        years.removeAll(keepingCapacity: true)
        for index in range {
            let node = nodes[index]
            switch node.form {
            case .text, .bracket:
                runs.append((bytes.count, node.position))
                node.appendText(to: &bytes)
            case .softBreak, .lineBreak, .code: bytes.append(0x20)
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
                .table, .htmlInline, .emphasis, .strong, .link, .image, .footnoteReference:
                break
            }
        }
        countCharacters()
        readWords()
    }

    /// The place of a byte in the file.
    func position(of offset: Int) -> SourcePosition {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        let run = low > 0 ? runs[low - 1] : (offset: 0, position: SourcePosition(file: "", line: 1, column: 1))
        let column = characters(before: max(run.offset, offset)) - characters(before: run.offset)
        return SourcePosition(
            in: run.position.source, line: run.position.line, column: run.position.column + column)
    }

    private func characters(before offset: Int) -> Int {
        let mark = offset / Self.stride
        guard !counts.isEmpty else { return bytes[..<offset].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
        return bytes[mark * Self.stride..<offset].reduce(counts[mark]) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    private mutating func countCharacters() {
        counts.removeAll(keepingCapacity: true)
        guard bytes.count > Self.stride else { return }
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.stride == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        // An offset may be that of the end.
        counts.append(count)
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func text(_ word: Word) -> String { text(word.start..<word.end) }

    /// A word in lower case.
    func lowercased(_ word: Word) -> String {
        let letters = bytes[word.start..<word.end]
        // Beyond Latin-1 there are capitals that were not told apart.
        if word.capitals == 0, !letters.contains(where: { $0 >= 0xC4 }) { return text(word) }
        guard !letters.contains(where: { $0 >= 0x80 }) else { return text(word).lowercased() }
        // Digits have the bit already.
        return String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    }

    /// Appends a word in lower case.
    func appendLowercased(_ word: Word, to text: inout [UInt8]) {
        let start = text.count
        var isLatin = false
        for byte in bytes[word.start..<word.end] {
            // Beyond Latin-1 letters are told apart by Unicode alone.
            guard byte < 0xC4 else {
                text.removeSubrange(start...)
                text.append(contentsOf: lowercased(word).utf8)
                return
            }
            // Capitals of Latin-1 are 0xC3 with 0x80 to 0x9E; digits have the bit already.
            let isSmall = byte >= 0x80 && !(isLatin && byte <= 0x9E)
            text.append(isSmall ? byte : byte | 0x20)
            isLatin = byte == 0xC3
        }
    }

    /// Whether a word is this one, written in small letters of ASCII, whatever its case.
    func isWord(_ word: Word, _ letters: StaticString) -> Bool {
        guard word.end - word.start == letters.utf8CodeUnitCount else { return false }
        return (0..<letters.utf8CodeUnitCount).allSatisfy { bytes[word.start + $0] | 0x20 == letters.utf8Start[$0] }
    }

    /// The byte at an offset; 0 outside of the block.
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

    /// The number that a word of at most four digits is.
    func number(_ word: Word) -> Int? {
        guard word.letters == 0, word.digits > 0, word.digits <= 4 else { return nil }
        return bytes[word.start..<word.end].reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    /// The year from 1900 to 2199 that a word is.
    func year(_ word: Word) -> Int? {
        guard word.digits == 4, word.letters == 0 else { return nil }
        let number = bytes[word.start..<word.end].withUnsafeBufferPointer { digits in
            digits.reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        return (1900..<2200).contains(number) ? number : nil
    }
}

extension ProseBlock {
    private enum Class: UInt8 { case other, small, capital, digit }

    private mutating func readWords() {
        var found = (words: words, years: years, traits: Traits())
        // The only owner goes on: its room is used again.
        (words, years) = ([], [])
        bytes.withUnsafeBufferPointer { Self.readWords(of: $0, into: &found) }
        (words, years, traits) = found
    }

    private static func readWords(
        of bytes: UnsafeBufferPointer<UInt8>, into found: inout (words: [Word], years: [Int], traits: Traits)
    ) {
        var mark: UInt8 = 0
        var hasSpace = true
        var index = 0
        while index < bytes.count {
            let (kind, width) = classify(bytes, index)
            guard kind == .other else {
                if let last = found.words.indices.last, mark == 2 || (mark == 1 && hasSpace && kind != .small),
                    found.words[last].letters != 1 || found.words[last].digits > 0
                {
                    found.words[last].endsSentence = true
                }
                let word = readWord(of: bytes, at: index, follows: !found.words.isEmpty)
                found.words.append(word)
                let traits = traits(of: word, in: bytes)
                if traits.contains(.year) { found.years.append(found.words.count - 1) }
                found.traits.formUnion(traits)
                index = word.end
                mark = 0
                hasSpace = false
                continue
            }
            switch bytes[index] {
            case 0x21, 0x2E, 0x3F: mark = max(mark, bytes[index] == 0x2E ? 1 : 2)
            case 0x20: hasSpace = true
            default: break
            }
            index += width
        }
        if let last = found.words.indices.last { found.words[last].endsSentence = true }
    }

    /// The word that begins at a byte.
    ///
    /// - Parameter follows: whether there is a word before it.
    private static func readWord(of bytes: UnsafeBufferPointer<UInt8>, at start: Int, follows: Bool) -> Word {
        var word = Word(start: start, isJoined: start > 0 && bytes[start - 1] == 0x2D && follows)
        var index = start
        letters: while index < bytes.count {
            // Most signs are small letters.
            let run = smallLetters(bytes, from: index)
            if run > 0 {
                word.letters += run
                index += run
                continue
            }
            let (kind, width) = classify(bytes, index)
            switch kind {
            case .other: break letters
            case .digit: word.digits += 1
            case .capital:
                word.letters += 1
                word.capitals += 1
            case .small: word.letters += 1
            }
            index += width
        }
        word.end = index
        return word
    }

    /// How many of the eight bytes from a place on are small letters of ASCII, up to the first that is none; looked at as
    /// one number. Within the last seven bytes of the text, the first alone is looked at.
    private static func smallLetters(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        guard index + 8 <= bytes.count, let base = bytes.baseAddress else {
            return bytes[index] >= 0x61 && bytes[index] <= 0x7A ? 1 : 0
        }
        let eight = UInt64(
            littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let highest: UInt64 = 0x8080_8080_8080_8080
        // Without its highest bit, no byte carries into the next.
        let low = eight & ~highest
        let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let afterZ = low &+ 0x0505_0505_0505_0505
        return (~(fromA & ~afterZ & ~eight) & highest).trailingZeroBitCount / 8
    }

    private static func traits(of word: Word, in bytes: UnsafeBufferPointer<UInt8>) -> Traits {
        if word.letters > 0 { return word.capitals >= 3 ? .capitals : [] }
        if word.digits <= 2 { return .shortNumber }
        return word.digits == 4 && isYear(bytes, at: word.start) ? .year : []
    }

    /// Whether four digits are a year from 1900 to 2199.
    private static func isYear(_ digits: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        switch (digits[start], digits[start + 1]) {
        case (0x31, 0x39), (0x32, 0x30), (0x32, 0x31): true
        default: false
        }
    }

    /// What a character is, and of how many bytes: ASCII and the letters of Latin-1 are told apart by case.
    private static func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Class, Int) {
        let byte = bytes[index]
        switch byte {
        case 0x61...0x7A: return (.small, 1)
        case 0x41...0x5A: return (.capital, 1)
        case 0x30...0x39: return (.digit, 1)
        case 0..<0x80: return (.other, 1)
        case 0xC3:
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if next == 0x97 || next == 0xB7 { return (.other, 2) }
            return (next < 0x9F ? .capital : .small, 2)
        case 0xC2, 0x80..<0xC2: return (.other, byte == 0xC2 ? 2 : 1)
        case 0xC4..<0xE0: return (.small, 2)
        case 0xE2: return (.other, 3)
        case 0xE0..<0xF0: return (.small, 3)
        default: return (.other, 4)
        }
    }
}
