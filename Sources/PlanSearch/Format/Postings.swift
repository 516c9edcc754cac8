/// A part of a document that holds a class, and how much it weighs there.
struct Posting: Hashable {
    let part: Int
    /// 1 to 15.
    let level: Int
}

/// Postings as bits: groups of equal level, gaps Rice-coded (docs/search-index.md, *Postings*).
enum PostingCode {
    /// - Parameter postings: in rising order of part, each part once.
    static func bytes(of postings: [Posting], parts: Int) -> [UInt8] {
        guard !postings.isEmpty else { return [] }
        var groups = [[Int]](repeating: [], count: 16)
        for posting in postings { groups[posting.level].append(posting.part) }
        let used = (1...15).reversed().filter { !groups[$0].isEmpty }
        var bits = BitWriter()
        bits.gamma(used.count)
        for level in used {
            let group = groups[level]
            let k = riceParameter(parts: parts, count: group.count)
            bits.append(UInt32(level), count: 4)
            bits.gamma(group.count)
            var previous = -1
            for part in group {
                bits.rice(part - previous - 1, k)
                previous = part
            }
        }
        return bits.finished()
    }

    static func postings(in bytes: ArraySlice<UInt8>, parts: Int, file: String) throws(SearchFault) -> [Posting] {
        guard !bytes.isEmpty else { return [] }
        var bits = BitReader(bytes, file: file)
        var postings: [Posting] = []
        for _ in 0..<(try bits.gamma()) {
            let level = try bits.read(4)
            let count = try bits.gamma()
            guard level > 0, count <= parts else { throw .cut(file: file) }
            let k = riceParameter(parts: parts, count: count)
            var part = -1
            for _ in 0..<count {
                part += 1 + (try bits.rice(k, limit: parts))
                guard part < parts else { throw .cut(file: file) }
                postings.append(Posting(part: part, level: level))
            }
        }
        return postings
    }

    static func riceParameter(parts: Int, count: Int) -> Int { max(0, bitLength(parts * 11 / 16 / count) - 1) }

    static func bitLength(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }
}

struct BitWriter {
    private var bytes: [UInt8] = []
    private var buffer: UInt64 = 0
    private var held = 0

    /// - Parameter count: at most 32.
    mutating func append(_ value: UInt32, count: Int) {
        buffer = buffer << UInt64(count) | UInt64(value)
        held += count
        while held >= 8 {
            held -= 8
            bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt64(held)))
        }
    }

    mutating func gamma(_ number: Int) {
        let length = PostingCode.bitLength(number)
        append(0, count: length - 1)
        append(UInt32(number), count: length)
    }

    mutating func rice(_ gap: Int, _ k: Int) {
        var ones = gap >> k
        while ones >= 16 {
            append(0xFFFF, count: 16)
            ones -= 16
        }
        append((1 << UInt32(ones + 1)) - 2, count: ones + 1)
        if k > 0 { append(UInt32(gap & ((1 << k) - 1)), count: k) }
    }

    mutating func finished() -> [UInt8] {
        if held > 0 { append(0, count: 8 - held) }
        return bytes
    }
}

struct BitReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var held = 0
    private var byte: UInt8 = 0
    private let file: String

    init(_ bytes: ArraySlice<UInt8>, file: String) {
        self.bytes = bytes
        self.position = bytes.startIndex
        self.file = file
    }

    mutating func bit() throws(SearchFault) -> Int {
        if held == 0 {
            guard position < bytes.endIndex else { throw .cut(file: file) }
            byte = bytes[position]
            position += 1
            held = 8
        }
        held -= 1
        return Int(byte >> UInt8(held)) & 1
    }

    mutating func read(_ count: Int) throws(SearchFault) -> Int {
        var value = 0
        for _ in 0..<count { value = value << 1 | (try bit()) }
        return value
    }

    mutating func gamma() throws(SearchFault) -> Int {
        var zeros = 0
        while try bit() == 0 {
            zeros += 1
            guard zeros < 31 else { throw .cut(file: file) }
        }
        return 1 << zeros | (try read(zeros))
    }

    mutating func rice(_ k: Int, limit: Int) throws(SearchFault) -> Int {
        var ones = 0
        while try bit() == 1 {
            ones += 1
            guard ones << k <= limit else { throw .cut(file: file) }
        }
        return ones << k | (try read(k))
    }
}
