/// A part of a document that holds a class, and how much it weighs there.
struct Posting: Hashable {
    let part: Int
    /// 1 to 15.
    let level: Int
}

/// Postings in a coded body: gaps and levels, part by part (docs/search-index.md, *Postings*).
enum PostingCode {
    /// How many kinds of numbers postings take: how many there are, then gaps and levels by the length of that.
    static let kinds = 65

    /// - Parameter postings: part × 16 + level, in rising order of part, each part once.
    static func write(_ postings: ArraySlice<UInt32>, into writer: inout CodedWriter, _ kind: Int) {
        writer.number(postings.count, kind)
        let length = bitLength(postings.count)
        var next = 0
        for posting in postings {
            let part = Int(posting >> 4)
            writer.number(part - next, kind + 1 + length)
            writer.number(Int(posting & 15) - 1, kind + 33 + length)
            next = part + 1
        }
    }

    static func read(_ reader: inout CodedReader, _ kind: Int, parts: Int) throws(SearchFault) -> [Posting] {
        let count = try reader.number(kind)
        guard count <= parts else { throw reader.fault }
        let length = bitLength(count)
        var postings: [Posting] = []
        postings.reserveCapacity(min(count, 1 << 16))
        var next = 0
        for _ in 0..<count {
            let part = next + (try reader.number(kind + 1 + length))
            let level = try reader.number(kind + 33 + length) + 1
            guard part < parts, level <= 15 else { throw reader.fault }
            postings.append(Posting(part: part, level: level))
            next = part + 1
        }
        return postings
    }

    static func bitLength(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }
}
