/// The pipe table rows of GitHub, as cmark-gfm 0.29.0.gfm.6 scans them.
enum TableSyntax {
    /// The places of a row's cells without the white space around them, or none where the line is no row.
    ///
    /// A bar is part of a cell exactly where a backslash stands right before it; code spans do not protect it.
    static func cells(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        cells.reserveCapacity(8)
        var offset = start
        func skipBar() -> Bool {
            guard offset < bytes.count, bytes[offset] == 0x7C else { return false }
            offset += 1
            while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
            return true
        }
        var edge = skipBar() ? start + 1 : start
        while offset < bytes.count, cells.count < Int(UInt16.max) {
            var end = offset
            while end < bytes.count, bytes[end] != 0x7C || (end > offset && bytes[end - 1] == 0x5C) { end += 1 }
            let cell = trimmed(offset..<end, in: bytes)
            // An empty cell stands right after its bar.
            cells.append(cell.isEmpty ? edge..<edge : cell)
            offset = end
            edge = end + 1
            if !skipBar() { break }
        }
        return offset == bytes.count ? cells : []
    }

    /// The columns of a delimiter row (`|---|:-:|`), or `nil` where the line is none.
    static func alignments(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [ColumnAlignment]? {
        var offset = start
        var columns: [ColumnAlignment] = []
        func skipSpace() { while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 } }
        func skip(_ byte: UInt8) -> Bool {
            guard offset < bytes.count, bytes[offset] == byte else { return false }
            offset += 1
            return true
        }
        _ = skip(0x7C)
        repeat {
            skipSpace()
            if offset == bytes.count, !columns.isEmpty { break }
            let left = skip(0x3A)
            guard skip(0x2D) else { return nil }
            while skip(0x2D) {}
            let right = skip(0x3A)
            skipSpace()
            columns.append(left ? (right ? .center : .left) : (right ? .right : .none))
        } while skip(0x7C)
        return offset == bytes.count && columns.count < Int(UInt16.max) ? columns : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
    }

    private static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
