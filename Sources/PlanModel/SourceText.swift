/// The text of one file, ready to be read: UTF-8 without byte-order mark, with `\n` as the only line end.
///
/// Control characters, which word processors leave behind, nobody sees and neither HTML nor XML may hold, are read as spaces.
///
/// Lines and columns are those of the file on disk, since neither the mark nor `\r` shifts a line or a column.
package struct SourceText: Sendable {
    /// The file's path relative to the project folder.
    package let file: String
    /// The text as UTF-8 bytes. Always valid UTF-8.
    package let bytes: [UInt8]
    /// The offset in `bytes` at which each line begins; never empty.
    package let lineStarts: [Int]

    /// Normalises line ends and drops a byte-order mark.
    ///
    /// - Parameter bytes: valid UTF-8; use ``firstInvalidOffset(in:)`` beforehand.
    package init(file: String, bytes raw: [UInt8]) {
        var clean: [UInt8] = []
        clean.reserveCapacity(raw.count)
        var starts = [0]
        var index = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < raw.count {
            let byte = raw[index]
            index += 1
            if byte == 0x0D {
                if index < raw.count, raw[index] == 0x0A { index += 1 }
                clean.append(0x0A)
                starts.append(clean.count)
            } else if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0 || byte == 0x7F {
                clean.append(0x20)
            } else {
                clean.append(byte)
                if byte == 0x0A { starts.append(clean.count) }
                Self.cleanEnd(of: &clean)
            }
        }
        self.file = file
        self.bytes = clean
        self.lineStarts = starts
    }

    /// Turns the last character into a space, or a mark of a lost one, where it is U+0085, U+FFFE or U+FFFF: each is written
    /// with as many bytes.
    private static func cleanEnd(of bytes: inout [UInt8]) {
        switch bytes[bytes.count - 1] {
        case 0x85 where bytes.count > 1 && bytes[bytes.count - 2] == 0xC2: bytes[bytes.count - 1] = 0xA0
        case 0xBE, 0xBF:
            guard bytes.count > 2, bytes[bytes.count - 2] == 0xBF, bytes[bytes.count - 3] == 0xEF else { return }
            bytes[bytes.count - 1] = 0xBD
        default: return
        }
    }

    package init(file: String, _ text: String) {
        self.init(file: file, bytes: Array(text.utf8))
    }

    /// The number of lines; a last line without text after a final `\n` is not counted.
    package var lineCount: Int {
        lineStarts.last == bytes.count && lineStarts.count > 1 ? lineStarts.count - 1 : lineStarts.count
    }

    /// The bytes of a line without its line end.
    ///
    /// - Parameter line: counted from 1; outside the text the range is empty.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[line - 1]
        let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        return start..<max(start, end)
    }

    package func text(ofLine line: Int) -> String {
        String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
    }

    /// The place of a byte.
    ///
    /// - Parameter offset: into `bytes`, clamped to the text.
    package func position(ofOffset offset: Int) -> SourcePosition {
        let offset = min(max(0, offset), bytes.count)
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return SourcePosition(
            file: file, line: low + 1, column: scalars(from: lineStarts[low], to: offset) + 1)
    }

    /// The place of a byte counted within its line, as C parsers give it.
    ///
    /// - Parameters:
    ///   - line: counted from 1.
    ///   - byteColumn: counted from 1 in bytes.
    package func position(line: Int, byteColumn: Int) -> SourcePosition {
        let range = range(ofLine: line)
        let end = min(range.upperBound, range.lowerBound + max(0, byteColumn - 1))
        return SourcePosition(file: file, line: line, column: scalars(from: range.lowerBound, to: end) + 1)
    }

    private func scalars(from start: Int, to end: Int) -> Int {
        var count = 0
        for index in start..<max(start, end) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Where bytes stop being UTF-8, or `nil` where all of them are.
    package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }
}
