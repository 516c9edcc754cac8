import PlanModel

/// Tells the comments that speak to the program from other HTML, however long the lines are.
struct CommentScanner {
    private let source: SourceText
    /// The place that was last looked at, and the byte there: the next one mostly follows on the same line.
    private var line = 0
    private var column = 1
    private var offset = 0

    init(_ source: SourceText) { self.source = source }

    /// Whether `<!-- klarplan:` stands at a place.
    mutating func isOurs(at position: SourcePosition) -> Bool {
        seek(position)
        var index = offset
        guard source.bytes[index...].starts(with: Array("<!--".utf8)) else { return false }
        index += 4
        while index < source.bytes.count, [0x20, 0x09, 0x0A].contains(source.bytes[index]) { index += 1 }
        return source.bytes[index...].starts(with: Array("klarplan:".utf8))
    }

    private mutating func seek(_ position: SourcePosition) {
        if position.line != line || position.column < column {
            (line, column) = (position.line, 1)
            offset = source.range(ofLine: line).lowerBound
        }
        let end = source.range(ofLine: line).upperBound
        while column < position.column, offset < end {
            offset += 1
            // Columns count characters: the bytes that go on one are passed over.
            while offset < end, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
    }
}
