#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The text of one file, ready to be read: UTF-8 without byte-order mark, with `\n` as the only line end.
///
/// Control characters, which word processors leave behind, nobody sees and neither HTML nor XML may hold, are read as spaces.
///
/// Lines and columns are those of the file on disk, since neither the mark nor `\r` shifts a line or a column.
package struct SourceText: Sendable {
    /// The file's path relative to the project folder.
    package let file: String
    /// The same as places name it.
    package let source: SourceFile
    /// The text as UTF-8 bytes. Always valid UTF-8.
    package let bytes: [UInt8]
    /// The offset in `bytes` at which each line begins; never empty. A site has as many lines as paragraphs and rows: they
    /// are kept small.
    private let starts: [UInt32]

    /// Normalises line ends and drops a byte-order mark.
    ///
    /// - Parameter bytes: valid UTF-8; use ``firstInvalidOffset(in:)`` beforehand.
    package init(file: String, bytes raw: [UInt8]) {
        self.file = file
        source = SourceFile(file)
        // Most files are as they should be: they are looked through and not copied.
        bytes = raw.withUnsafeBufferPointer(Self.isClean) ? raw : Self.cleaned(raw)
        starts = bytes.withUnsafeBufferPointer(Self.lineStarts)
    }

    /// A text that was one before.
    ///
    /// - Parameter bytes: of ``bytes``.
    package init(_ source: SourceFile, again bytes: [UInt8]) {
        file = source.path
        self.source = source
        self.bytes = bytes
        starts = bytes.withUnsafeBufferPointer(Self.lineStarts)
    }

    /// Whether a text can stay as it is.
    private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return false }
        var index = plainEnd(bytes, from: 0)
        while index < bytes.count {
            switch bytes[index] {
            case 0x20..<0x7F, 0x0A, 0x09, 0: break
            case 0x01..<0x20, 0x7F: return false
            case 0x85: if index > 0, bytes[index - 1] == 0xC2 { return false }
            case 0xBE, 0xBF: if index > 1, bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF { return false }
            default: break
            }
            index = plainEnd(bytes, from: index + 1)
        }
        return true
    }

    /// Where the letters, digits, signs and spaces of ASCII from a place on end. Eight bytes are looked at as one number,
    /// since most of a text is made of those.
    ///
    /// - Returns: the place of the first byte that is none of these; within the last seven bytes, the place to go on at.
    private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        var index = start
        while index + 8 <= bytes.count {
            let eight = UInt64(
                littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // Below 0x20, a byte borrows; 0x7F carries. What they do to the bytes after the first is of no matter.
            let borrowed = eight &- 0x2020_2020_2020_2020
            let carried = eight &+ 0x0101_0101_0101_0101
            let others = (eight | borrowed | carried) & 0x8080_8080_8080_8080
            if others != 0 { return index + others.trailingZeroBitCount / 8 }
            index += 8
        }
        return index
    }

    private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var starts: [UInt32] = [0]
        // A guess: some lines are blank, some are paragraphs.
        starts.reserveCapacity(bytes.count / 96 + 16)
        guard let base = bytes.baseAddress else { return starts }
        var start = 0
        while start < bytes.count, let found = memchr(base + start, 0x0A, bytes.count - start) {
            start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
            starts.append(UInt32(start))
        }
        // Without the room that the guess leaves.
        return starts.withUnsafeBufferPointer { Array($0) }
    }

    private static func cleaned(_ raw: [UInt8]) -> [UInt8] {
        var clean: [UInt8] = []
        clean.reserveCapacity(raw.count)
        var index = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < raw.count {
            let byte = raw[index]
            index += 1
            if byte == 0x0D {
                if index < raw.count, raw[index] == 0x0A { index += 1 }
                clean.append(0x0A)
            } else if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0 || byte == 0x7F {
                clean.append(0x20)
            } else {
                clean.append(byte)
                cleanEnd(of: &clean)
            }
        }
        return clean
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
        starts[starts.count - 1] == bytes.count && starts.count > 1 ? starts.count - 1 : starts.count
    }

    /// The number of lines, with a last one without text after a final `\n`.
    package var startCount: Int { starts.count }

    /// The offset at which a line begins, counted from 0.
    package func start(_ line: Int) -> Int { Int(starts[line]) }

    /// The offset at which each line begins.
    package var lineStarts: [Int] { starts.map { Int($0) } }

    /// The bytes of a line without its line end.
    ///
    /// - Parameter line: counted from 1; outside the text the range is empty.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
        let start = start(line - 1)
        let end = line < starts.count ? self.start(line) - 1 : bytes.count
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
        var high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if start(middle) <= offset { low = middle } else { high = middle - 1 }
        }
        return SourcePosition(
            in: source, line: low + 1, column: scalars(from: start(low), to: offset) + 1)
    }

    /// The place of a byte counted within its line, as C parsers give it.
    ///
    /// - Parameters:
    ///   - line: counted from 1.
    ///   - byteColumn: counted from 1 in bytes.
    package func position(line: Int, byteColumn: Int) -> SourcePosition {
        let range = range(ofLine: line)
        let end = min(range.upperBound, range.lowerBound + max(0, byteColumn - 1))
        return SourcePosition(in: source, line: line, column: scalars(from: range.lowerBound, to: end) + 1)
    }

    private func scalars(from start: Int, to end: Int) -> Int {
        var count = 0
        for index in start..<max(start, end) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Where bytes stop being UTF-8, or `nil` where all of them are.
    package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        if bytes.withUnsafeBufferPointer(isUTF8) { return nil }
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

    /// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7).
    private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var next = plainEnd(bytes, from: 0)
        while next < bytes.count {
            var index = next + 1
            defer { next = plainEnd(bytes, from: index) }
            let first = bytes[next]
            if first < 0x80 { continue }
            let (count, second): (Int, ClosedRange<UInt8>)
            switch first {
            case 0xC2...0xDF: (count, second) = (1, 0x80...0xBF)
            case 0xE0: (count, second) = (2, 0xA0...0xBF)
            case 0xED: (count, second) = (2, 0x80...0x9F)
            case 0xE1...0xEF: (count, second) = (2, 0x80...0xBF)
            case 0xF0: (count, second) = (3, 0x90...0xBF)
            case 0xF1...0xF3: (count, second) = (3, 0x80...0xBF)
            case 0xF4: (count, second) = (3, 0x80...0x8F)
            default: return false
            }
            guard index + count <= bytes.count, second.contains(bytes[index]) else { return false }
            for next in index + 1..<index + count where bytes[next] & 0xC0 != 0x80 { return false }
            index += count
        }
        return true
    }
}
