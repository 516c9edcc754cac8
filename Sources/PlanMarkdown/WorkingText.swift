internal import PlanModel

/// A body on its way through libcmark: the author's lines, some of them stood in for by placeholders, with the pieces
/// that libcmark reads apart (cells, captions, footnotes) as lines of their own in front.
///
/// libcmark knows neither pipe tables nor footnotes nor captions. Their lines become a processing instruction
/// (`<?` … `?>`), the one HTML block that may interrupt a paragraph, ends on its own last line and counts for tight
/// and loose lists as a table does. Their inline text goes in front as headings, so that the document's link
/// definitions hold there too.
struct WorkingText {
    /// What a line in front carries.
    enum Carrier: Equatable {
        /// A line of the author's text.
        case none
        /// The heading that carries a piece of inline text.
        case fragment(Int)
        /// The block quote that carries the blocks of a footnote begins here.
        case note(Int)
        /// What closes or goes on the block above and is no block itself.
        case separator
    }

    /// What a line stands in for.
    enum Role: Equatable {
        case plain
        /// A placeholder for a table begins here.
        case table(Int)
        /// A placeholder for something that leaves nothing in its place begins here.
        case dropped
        /// A further line of a placeholder.
        case placeholder
    }

    /// Whether a line may be of interest; saves the search through texts without tables and footnotes.
    struct Hints: OptionSet {
        let rawValue: UInt8
        static let delimiterRow = Hints(rawValue: 1)
        static let caption = Hints(rawValue: 2)
        static let note = Hints(rawValue: 4)
    }

    struct Line {
        /// The line's text where it isn't the author's own; without line end.
        var replacement: [UInt8]?
        /// The author's line in ``SourceText/bytes``.
        let source: Range<Int>
        /// The offset in the source that the line's byte 0 would have.
        var origin: Int
        var carrier: Carrier = .none
        var role: Role = .plain
        var hints: Hints = []

        /// Takes the mark of a block quote off a line of nothing but `=`.
        mutating func stayLazy() {
            guard let text = replacement?.dropFirst(2), text.first == 0x3D,
                text.allSatisfy({ $0 == 0x3D || $0 == 0x20 || $0 == 0x09 })
            else { return }
            replacement = Array(text)
            origin += 2
        }
    }

    let source: SourceText
    private(set) var lines: [Line]

    init(_ source: SourceText, fromLine: Int) {
        self.source = source
        let first = max(1, fromLine)
        lines = []
        guard first <= source.lineCount else { return }
        lines.reserveCapacity(source.lineCount - first + 1)
        source.bytes.withUnsafeBufferPointer { bytes in
            for number in first...source.lineCount {
                let range = source.range(ofLine: number)
                let hints = Self.hints(UnsafeBufferPointer(rebasing: bytes[range]))
                lines.append(Line(source: range, origin: range.lowerBound, hints: hints))
            }
        }
    }

    /// The offset in the source of a byte of a line.
    func origin(line: Int, column: Int) -> Int {
        guard lines.indices.contains(line) else { return source.bytes.count }
        return min(lines[line].source.upperBound, max(lines[line].source.lowerBound, lines[line].origin + column))
    }

    func withBytes<Result>(ofLine line: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let replacement = lines[line].replacement { return replacement.withUnsafeBufferPointer(body) }
        return source.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[lines[line].source])) }
    }

    /// Whether a line could define a footnote, which libcmark might take for a link definition and drop.
    var mayHoldNotes: Bool { lines.contains { $0.hints.contains(.note) } }

    /// The whole text for libcmark.
    ///
    /// `hidingNotes` changes the bracket of what may be footnotes, so that they stay as paragraphs.
    func joined(hidingNotes: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.reduce(0) { $0 + ($1.replacement?.count ?? $1.source.count) + 1 })
        for line in lines {
            let start = bytes.count
            if let replacement = line.replacement {
                bytes.append(contentsOf: replacement)
            } else {
                bytes.append(contentsOf: source.bytes[line.source])
            }
            if hidingNotes, line.hints.contains(.note), let bracket = bytes[start...].firstIndex(of: 0x5B) {
                bytes[bracket] = 0x78
            }
            bytes.append(0x0A)
        }
        return bytes
    }

    /// Puts a placeholder in place of lines.
    ///
    /// `prefixes` gives per line the bytes that stand for containers and stay; `nil` leaves a blank line alone.
    mutating func replace(from first: Int, prefixes: [Int?], role: Role) {
        for (index, prefix) in prefixes.enumerated() {
            lines[first + index].hints = []
            lines[first + index].role = .placeholder
            guard let prefix else { continue }
            var bytes = withBytes(ofLine: first + index) { Array($0.prefix(prefix)) }
            if index == 0 { bytes.append(contentsOf: [0x3C, 0x3F]) }
            if index == prefixes.count - 1 { bytes.append(contentsOf: [0x3F, 0x3E]) }
            lines[first + index].replacement = bytes
        }
        lines[first].role = role
    }

    mutating func putInFront(_ pieces: [Line]) {
        lines.insert(contentsOf: pieces, at: 0)
    }

    /// What a line could be, judged by its bytes alone; a wrong `true` costs time only.
    static func hints(_ bytes: UnsafeBufferPointer<UInt8>) -> Hints {
        var hints: Hints = []
        var start = 0
        // Prefixes of containers: `>`, list markers and space.
        prefix: while start < bytes.count {
            switch bytes[start] {
            case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x29, 0x2E: start += 1
            default: break prefix
            }
        }
        if start < bytes.count {
            switch bytes[start] {
            case 0x5B: if start + 1 < bytes.count, bytes[start + 1] == 0x5E { hints.insert(.note) }
            case 0x3A, 0x54, 0x74: if CaptionSyntax.marker(in: bytes, at: start) > 0 { hints.insert(.caption) }
            default: break
            }
        }
        // Dashes alone underline a heading; a row of delimiters has a bar or a colon too.
        var hasDash = false
        var hasMark = false
        for byte in bytes {
            switch byte {
            case 0x2D: hasDash = true
            case 0x7C, 0x3A: hasMark = true
            case 0x20, 0x09, 0x0B, 0x0C, 0x3E: break
            default: return hints
            }
        }
        return hasDash && hasMark ? hints.union(.delimiterRow) : hints
    }
}
