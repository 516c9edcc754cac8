internal import PlanModel

/// Turns offsets into positions; cheap where they come in the order of the source, however long its lines are.
struct PositionFinder {
    private let source: SourceText
    private var line = 0
    /// The offset that was last asked for.
    private(set) var offset = 0
    private var column = 1

    init(_ source: SourceText) { self.source = source }

    mutating func position(_ place: Int) -> SourcePosition {
        let place = min(max(0, place), source.bytes.count)
        if line > 0, place >= offset, line == source.startCount || place < source.start(line) {
            for index in offset..<place where source.bytes[index] & 0xC0 != 0x80 { column += 1 }
            offset = place
            return SourcePosition(in: source.source, line: line, column: column)
        }
        let position = source.position(ofOffset: place)
        (line, column, offset) = (position.line, position.column, place)
        return position
    }
}
