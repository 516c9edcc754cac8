internal import PlanModel

/// Finds where the inlines of one block are written, by following libcmark's result through the block's source.
///
/// libcmark 0.30.2 gives no reliable inline positions. Inlines come in the order of the source, so a cursor that
/// matches their text and steps over markup stays with them; where it loses the way it stays where it was.
struct InlineLocator {
    private let source: [UInt8]
    private(set) var cursor: Int
    private let end: Int

    /// How many bytes of markup may lie between two inlines; keeps a lost cursor from searching the whole block again
    /// and again.
    private static let reach = 2_000

    /// `range` is the block in the bytes of the file.
    init(_ source: [UInt8], in range: Range<Int>) {
        self.source = source
        cursor = range.lowerBound
        end = min(source.count, range.upperBound)
    }

    /// Where a text is written, and per byte of it where that byte is, or -1 where it is escaped.
    struct Match {
        let start: Int
        let bytes: [Int]?
        /// Whether the text stands there byte for byte.
        var isExact = false
    }

    /// Steps over a text; `detailed` asks for the place of every byte.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>, detailed: Bool) -> Match {
        let hasBackslash = text.holds(0x5C)
        if !hasBackslash, let found = exact(text) {
            cursor = found + text.count
            return Match(start: found, bytes: detailed ? Array(found..<cursor) : nil, isExact: true)
        }
        let before = cursor
        var places: [Int] = []
        if detailed { places.reserveCapacity(text.count) }
        var start: Int?
        var index = 0
        var skipped = 0
        while index < text.count {
            guard cursor < end, skipped < Self.reach else {
                cursor = before
                return Match(start: before, bytes: nil)
            }
            let byte = source[cursor]
            let isPair = byte == 0x5C && cursor + 1 < end && Self.isPunctuation(source[cursor + 1])
            if isPair, source[cursor + 1] == text[index] {
                start = start ?? cursor
                if detailed { places.append(-1) }
                cursor += 2
                index += 1
            } else if byte == 0x26, let length = entityLength() {
                start = start ?? cursor
                cursor += length
                repeat {
                    if detailed { places.append(-1) }
                    index += 1
                } while index < text.count && text[index] & 0xC0 == 0x80
            } else if byte == text[index] || (byte == 0x0A && text[index] == 0x20) {
                start = start ?? cursor
                if detailed { places.append(cursor) }
                cursor += 1
                index += 1
                if byte == 0x0A { skipLinePrefix() }
            } else {
                cursor += 1
                skipped += 1
            }
        }
        return Match(start: start ?? before, bytes: detailed ? places : nil)
    }

    /// The text right here, after no more than delimiters and white space.
    private func exact(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = text.first else { return cursor }
        return source.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return nil }
            var place = cursor
            while place + text.count <= end {
                if source[place] == first, text.equals(base + place) { return place }
                switch source[place] {
                case 0x2A, 0x5F, 0x20, 0x09, 0x0A, 0x3E, 0x23: place += 1
                default: return nil
                }
            }
            return nil
        }
    }

    /// The length of an entity or character reference at the cursor.
    private func entityLength() -> Int? {
        var place = cursor + 1
        if place < end, source[place] == 0x23 { place += 1 }
        let first = place
        while place < end, place - cursor < 40, Self.isAlphanumeric(source[place]) { place += 1 }
        return place > first && place < end && source[place] == 0x3B ? place + 1 - cursor : nil
    }

    /// Enters a link or image: the place of its first byte.
    mutating func openBracket(isImage: Bool) -> Int {
        var place = cursor
        let limit = min(end, cursor + Self.reach)
        while place < limit {
            switch source[place] {
            case 0x5C: place += 1
            case 0x21 where isImage && place + 1 < end && source[place + 1] == 0x5B:
                cursor = place + 2
                return place
            case 0x5B where !isImage, 0x3C where !isImage:
                cursor = place + 1
                return place
            default: break
            }
            place += 1
        }
        return cursor
    }

    /// Leaves a link or image: steps over its destination or label.
    mutating func closeBracket() {
        var place = cursor
        let limit = min(end, cursor + Self.reach)
        while place < limit, source[place] != 0x5D, source[place] != 0x3E {
            place += source[place] == 0x5C ? 2 : 1
        }
        guard place < limit else { return }
        cursor = place + 1
        guard source[place] == 0x5D, cursor < end else { return }
        if source[cursor] == 0x28 {
            skipDestination()
        } else if source[cursor] == 0x5B {
            var label = cursor + 1
            while label < end, source[label] != 0x5D, label - cursor < 1_100 { label += source[label] == 0x5C ? 2 : 1 }
            if label < end, source[label] == 0x5D { cursor = label + 1 }
        }
    }

    private mutating func skipDestination() {
        var place = cursor + 1
        var depth = 1
        var quote: UInt8 = 0
        let limit = min(end, cursor + 10 * Self.reach)
        while place < limit {
            let byte = source[place]
            if byte == 0x5C {
                place += 2
                continue
            }
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3C {
                quote = 0x3E
            } else if byte == 0x22 || byte == 0x27, [0x20, 0x09, 0x0A].contains(source[place - 1]) {
                quote = byte
            } else if byte == 0x28 {
                depth += 1
            } else if byte == 0x29 {
                depth -= 1
                if depth == 0 {
                    cursor = place + 1
                    return
                }
            }
            place += 1
        }
    }

    /// Steps over a code span and gives the place of its first backtick.
    mutating func code() -> Int {
        guard let start = next(0x60) else { return cursor }
        var open = start
        while open < end, source[open] == 0x60 { open += 1 }
        var place = open
        let limit = min(end, open + 10 * Self.reach)
        while place < limit {
            guard source[place] == 0x60 else {
                place += 1
                continue
            }
            var close = place
            while close < end, source[close] == 0x60 { close += 1 }
            if close - place == open - start {
                cursor = close
                return start
            }
            place = close
        }
        cursor = open
        return start
    }

    /// Steps over a tag.
    mutating func tag(length: Int) -> Int {
        guard let start = next(0x3C) else { return cursor }
        cursor = min(end, start + length)
        return start
    }

    /// Steps over the marks of emphasis and gives the place of the first.
    mutating func delimiters(_ count: Int) -> Int {
        let limit = min(end, cursor + Self.reach)
        var place = cursor
        while place < limit, source[place] == 0x20 || source[place] == 0x0A { place += 1 }
        guard place < limit, source[place] == 0x2A || source[place] == 0x5F else { return cursor }
        cursor = min(end, place + count)
        return place
    }

    /// Goes to the text of the next line.
    mutating func newLine() {
        guard let found = next(0x0A) else { return }
        cursor = found + 1
        skipLinePrefix()
    }

    /// Skips what opens a heading.
    mutating func skipHeadingMarks() {
        while cursor < end, source[cursor] == 0x23 || source[cursor] == 0x20 || source[cursor] == 0x09 { cursor += 1 }
    }

    private mutating func skipLinePrefix() {
        while cursor < end, source[cursor] == 0x20 || source[cursor] == 0x09 || source[cursor] == 0x3E { cursor += 1 }
    }

    private func next(_ byte: UInt8) -> Int? {
        var place = cursor
        let limit = min(end, cursor + Self.reach)
        while place < limit {
            if source[place] == byte { return place }
            place += source[place] == 0x5C && byte != 0x0A ? 2 : 1
        }
        return nil
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
