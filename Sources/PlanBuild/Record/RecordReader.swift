import PlanModel

/// What ``RecordReader`` meets where nobody has written what it looks for.
package struct RecordFault: Error {}

/// Reads what ``RecordWriter`` has written.
struct RecordReader {
    private let bytes: [UInt8]
    private var place: Int
    private let limit: Int
    private var names: [String] = []
    /// The files among the names.
    private var files: [SourceFile?] = []
    private let moves: LineMoves
    private let isMoving: Bool
    /// The text that the rows of the table stand in that is read; `nil` where it is none.
    var rowFile: SourceFile?

    /// - Parameters:
    ///   - range: of the bytes that are read.
    ///   - moves: where lines have gone since.
    init(_ bytes: [UInt8], in range: Range<Int>, moving moves: LineMoves = LineMoves()) {
        self.bytes = bytes
        self.moves = moves
        isMoving = !moves.isEmpty
        place = range.lowerBound
        limit = range.upperBound
    }

    /// - Throws: where something is left.
    func end() throws(RecordFault) {
        if place != limit { throw RecordFault() }
    }

    mutating func byte() throws(RecordFault) -> UInt8 {
        guard place < limit else { throw RecordFault() }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func number() throws(RecordFault) -> Int {
        // Most take a byte or two.
        var shift: UInt = 0
        var rest: UInt = 0
        while true {
            let next = UInt(try byte())
            guard shift < 63 || (shift == 63 && next <= 1) else { throw RecordFault() }
            rest |= (next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: rest >> 1) ^ -Int(bitPattern: rest & 1)
    }

    mutating func wideNumber() throws(RecordFault) -> Int128 {
        var shift = 0
        var rest: UInt128 = 0
        while true {
            let next = try byte()
            guard shift < 128 else { throw RecordFault() }
            rest |= UInt128(next & 0x7F) << UInt128(shift)
            if next < 0x80 { break }
            shift += 7
        }
        return Int128(bitPattern: rest >> 1) ^ -Int128(bitPattern: rest & 1)
    }

    mutating func wide() throws(RecordFault) -> Int64 {
        guard limit - place >= 8 else { throw RecordFault() }
        defer { place += 8 }
        return Int64(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int64.self) })
    }

    mutating func flag() throws(RecordFault) -> Bool { try byte() == 1 }

    /// How many of something follow, each of which takes a byte at least.
    mutating func count() throws(RecordFault) -> Int {
        let count = try number()
        guard count >= 0, count <= limit - place else { throw RecordFault() }
        return count
    }

    /// Passes over so many bytes.
    ///
    /// - Returns: where they lie.
    mutating func skip(_ count: Int) throws(RecordFault) -> Range<Int> {
        guard count >= 0, count <= limit - place else { throw RecordFault() }
        defer { place += count }
        return place..<place + count
    }

    mutating func text() throws(RecordFault) -> String {
        let count = try count()
        defer { place += count }
        return bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[place..<place + count]), as: UTF8.self)
        }
    }

    mutating func name() throws(RecordFault) -> String { names[try nameNumber()] }

    mutating func file() throws(RecordFault) -> SourceFile {
        let number = try nameNumber()
        if let file = files[number] { return file }
        let file = SourceFile(names[number])
        files[number] = file
        return file
    }

    /// A line of a file, where it is now.
    mutating func line(of file: SourceFile) throws(RecordFault) -> Int {
        let line = try number()
        guard isMoving else { return line }
        guard let now = moves.line(line, of: file) else { throw RecordFault() }
        return now
    }

    /// The line of a row.
    mutating func rowLine() throws(RecordFault) -> Int {
        if let rowFile { try line(of: rowFile) } else { try number() }
    }

    private mutating func nameNumber() throws(RecordFault) -> Int {
        let number = try number()
        guard number == 0 else {
            guard names.indices.contains(number - 1) else { throw RecordFault() }
            return number - 1
        }
        names.append(try text())
        files.append(nil)
        return names.count - 1
    }

    /// One of the words of an enumeration.
    mutating func word<Word: CaseIterable>(_: Word.Type) throws(RecordFault) -> Word
    where Word.AllCases == [Word] {
        let (number, words) = (try number(), Word.allCases)
        guard words.indices.contains(number) else { throw RecordFault() }
        return words[number]
    }

    mutating func list<Element>(
        _ read: (inout RecordReader) throws(RecordFault) -> Element
    ) throws(RecordFault) -> [Element] {
        let count = try count()
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }
}
