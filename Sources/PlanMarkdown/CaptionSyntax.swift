internal import PlanModel

/// `Table: Investeringar 2025–2029 {#inv-2025 .investments unit=mnkr}` taken apart.
struct CaptionSyntax {
    /// Bytes together with the places they were written at: a caption may go over several lines of a block quote.
    struct Text {
        var bytes: [UInt8] = []
        /// Per byte its offset in the source; one more for the end.
        var offsets: [Int] = []
    }

    struct Value {
        let text: String
        let offset: Int
    }

    enum Fault: Equatable {
        case unclosed, unexpected, secondID, textAfter, emptyName, curlyQuote, unclosedQuote
    }

    /// The text before the attributes.
    private(set) var title: Range<Int>
    private(set) var id: Value?
    private(set) var classes: [Value] = []
    private(set) var attributes: [(key: Value, value: Value)] = []
    private(set) var fault: (kind: Fault, offset: Int)?
    let hasAttributes: Bool

    private let text: Text
    private var index = 0

    /// The length of `Table:`, `Tabell:` or `: ` where a caption begins, else 0.
    ///
    /// In other case, or with a space before the colon, the words begin a caption where braces follow: without them the
    /// line may as well be a sentence.
    static func marker(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        func has(_ word: StaticString) -> Bool {
            let count = word.utf8CodeUnitCount
            guard start + count <= bytes.count else { return false }
            for offset in 0..<count where bytes[start + offset] != word.utf8Start[offset] { return false }
            return true
        }
        if has("Table:") { return 6 }
        if has("Tabell:") { return 7 }
        if start < bytes.count, bytes[start] | 0x20 == 0x74 {
            let length = looseMarker(in: bytes, at: start)
            if length > 0 { return length }
        }
        return has(": ") || has(":\t") ? 2 : 0
    }

    private static func looseMarker(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        for word in ["tabell", "table"] as [StaticString] {
            let count = word.utf8CodeUnitCount
            guard start + count < bytes.count,
                (0..<count).allSatisfy({ bytes[start + $0] | 0x20 == word.utf8Start[$0] })
            else { continue }
            var end = start + count
            while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            guard end < bytes.count, bytes[end] == 0x3A, bytes[end...].contains(0x7B) else { return 0 }
            return end + 1 - start
        }
        return 0
    }

    /// - Parameter text: the caption without its marker; line ends have become spaces.
    init(_ text: Text) {
        self.text = text
        title = Self.trimmed(0..<text.bytes.count, in: text.bytes)
        let start = Self.attributesStart(in: text.bytes, title)
        hasAttributes = start != nil
        guard let start else { return }
        title = Self.trimmed(title.lowerBound..<start, in: text.bytes)
        index = start + 1
        readAttributes()
    }

    /// Attributes begin at the first `{` followed by what can only be one; or at a last `{` that the caption closes.
    private static func attributesStart(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var lastBrace: Int?
        for place in range where bytes[place] == 0x7B && (place == 0 || bytes[place - 1] != 0x5C) {
            lastBrace = place
            var next = place + 1
            while next < range.upperBound, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            guard next < range.upperBound else { break }
            if bytes[next] == 0x23 || bytes[next] == 0x2E || bytes[next] == 0x7D { return place }
            var end = next
            while end < range.upperBound, isNameByte(bytes[end]) { end += 1 }
            if end > next, end < range.upperBound, bytes[end] == 0x3D { return place }
        }
        guard let lastBrace, bytes[range.upperBound - 1] == 0x7D else { return nil }
        return lastBrace
    }

    private mutating func readAttributes() {
        let bytes = text.bytes
        while true {
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            guard index < bytes.count else { return fail(.unclosed, at: index) }
            switch bytes[index] {
            case 0x7D:
                let rest = Self.trimmed(index + 1..<bytes.count, in: bytes)
                if !rest.isEmpty { fail(.textAfter, at: rest.lowerBound) }
                return
            case 0x23:
                let mark = index
                guard let value = word(after: 1) else { return fail(.emptyName, at: mark) }
                guard id == nil else { return fail(.secondID, at: mark) }
                id = value
            case 0x2E:
                let mark = index
                guard let value = word(after: 1) else { return fail(.emptyName, at: mark) }
                classes.append(value)
            default:
                let start = index
                while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
                guard index > start, index < bytes.count, bytes[index] == 0x3D else {
                    return fail(.unexpected, at: start)
                }
                let key = value(start..<index)
                index += 1
                guard let value = attributeValue() else { return }
                attributes.append((key, value))
            }
        }
    }

    private mutating func attributeValue() -> Value? {
        let bytes = text.bytes
        guard index < bytes.count, bytes[index] == 0x22 else {
            let start = index
            // “ and ” look like quotes and are none: the value would end at its first space.
            if bytes[start...].starts(with: [0xE2, 0x80]), start + 2 < bytes.count,
                [0x9C, 0x9D].contains(bytes[start + 2])
            {
                fail(.curlyQuote, at: start)
                return nil
            }
            return word(after: 0) ?? value(start..<start)
        }
        let start = index + 1
        var content: [UInt8] = []
        index = start
        while index < bytes.count, bytes[index] != 0x22 {
            if bytes[index] == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x22 || bytes[index + 1] == 0x5C {
                index += 1
            }
            content.append(bytes[index])
            index += 1
        }
        guard index < bytes.count else {
            fail(.unclosedQuote, at: start - 1)
            return nil
        }
        index += 1
        return Value(text: String(decoding: content, as: UTF8.self), offset: text.offsets[start])
    }

    /// Everything up to white space or the closing brace.
    private mutating func word(after skipped: Int) -> Value? {
        let start = index + skipped
        index = start
        while index < text.bytes.count, ![0x20, 0x09, 0x7D].contains(text.bytes[index]) { index += 1 }
        return index > start ? value(start..<index) : nil
    }

    private func value(_ range: Range<Int>) -> Value {
        Value(text: String(decoding: text.bytes[range], as: UTF8.self), offset: text.offsets[range.lowerBound])
    }

    private mutating func fail(_ kind: Fault, at place: Int) {
        fault = (kind, text.offsets[min(place, text.offsets.count - 1)])
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...: true
        default: false
        }
    }

    private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }
}
