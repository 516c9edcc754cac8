/// Reads the primitives of the index format; never beyond the end.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var position: Int
    let file: String

    init(_ bytes: [UInt8], from position: Int, file: String) {
        self.bytes = bytes
        self.position = position
        self.file = file
    }

    var isAtEnd: Bool { position >= bytes.count }
    var fault: SearchFault { .cut(file: file) }

    mutating func u8() throws(SearchFault) -> Int {
        guard position < bytes.count else { throw fault }
        defer { position += 1 }
        return Int(bytes[position])
    }

    mutating func u32() throws(SearchFault) -> UInt32 {
        guard position + 4 <= bytes.count else { throw fault }
        defer { position += 4 }
        return (0..<4).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32(8 * $1) }
    }

    mutating func varint() throws(SearchFault) -> Int {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            let byte = try u8()
            value |= (byte & 0x7F) << shift
            if byte & 0x80 == 0 {
                guard value <= 0x7FFF_FFFF else { throw fault }
                return value
            }
        }
        throw fault
    }

    /// A count of things that each take at least a byte.
    mutating func count() throws(SearchFault) -> Int {
        let count = try varint()
        guard count <= bytes.count - position else { throw fault }
        return count
    }

    mutating func slice(_ length: Int) throws(SearchFault) -> ArraySlice<UInt8> {
        guard length <= bytes.count - position else { throw fault }
        defer { position += length }
        return bytes[position..<position + length]
    }

    mutating func string() throws(SearchFault) -> String {
        String(decoding: try slice(try varint()), as: UTF8.self)
    }

    mutating func frontCoded(after previous: [UInt8]) throws(SearchFault) -> [UInt8] {
        let shared = try u8()
        guard shared <= previous.count else { throw fault }
        return Array(previous[..<shared]) + (try slice(try varint()))
    }
}
