internal import PlanModel

/// The kinds of index files and what every file begins with (docs/search-index.md, 1).
enum IndexFile: UInt8 {
    case root = 0x52
    case ranks = 0x4B
    case terms = 0x54
    case documents = 0x44
    case column = 0x43
    case spelling = 0x53

    /// A file with the number that its name is made from.
    typealias Named = (file: SiteFile, hash: UInt32)

    static let version = 2
    static let rootName = "root.bin"
    /// Magic, kind, version, length.
    static let headerLength = 10

    /// The name of a file with these first 4 bytes of its SHA-256.
    func name(_ hash: UInt32) -> String {
        let digits = String(hash, radix: 16)
        let letter = Character(Unicode.Scalar(rawValue + 0x20))
        return "\(letter)-" + String(repeating: "0", count: 8 - digits.utf8.count) + digits + ".bin"
    }

    /// A whole file around its body.
    func file(_ body: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x4B, 0x50, 0x53, rawValue, UInt8(Self.version), 0]
        bytes.reserveCapacity(body.count + Self.headerLength)
        let length = UInt32(body.count)
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8((length >> shift) & 0xFF)) }
        bytes += body
        return bytes
    }

    /// A file with a name made from its content.
    func siteFile(_ body: [UInt8]) -> Named {
        let bytes = file(body)
        let hash = UInt32(SHA256.hex(bytes).prefix(8), radix: 16) ?? 0
        return (SiteFile(path: name(hash), bytes: bytes), hash)
    }

    /// A reader at the body of a file, if it is of this kind, of our version and whole.
    func body(of bytes: [UInt8], named name: String) throws(SearchFault) -> ByteReader {
        guard bytes.count >= Self.headerLength, Array(bytes[0..<4]) == [0x4B, 0x50, 0x53, rawValue] else {
            throw .cut(file: name)
        }
        let version = Int(bytes[4]) | Int(bytes[5]) << 8
        guard version == Self.version else { throw .otherVersion(file: name, version: version) }
        var length = 0
        for index in 0..<4 { length |= Int(bytes[6 + index]) << (8 * index) }
        guard length == bytes.count - Self.headerLength else { throw .cut(file: name) }
        return ByteReader(bytes, from: Self.headerLength, file: name)
    }

    /// A reader at the coded body of a file.
    func coded(_ bytes: [UInt8], numbers: Int, named name: String) throws(SearchFault) -> CodedReader {
        _ = try body(of: bytes, named: name)
        return try CodedReader(bytes, from: Self.headerLength, numbers: numbers, file: name)
    }
}
