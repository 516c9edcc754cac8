/// Tells bytes from what a disk that fails, or another version, may have left instead: several times as fast as
/// ``SHA256``, and no hindrance to anybody who means harm.
///
/// The same bytes give the same digest in whatever pieces they come.
package struct QuickDigest {
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
        0xCBF2_9CE4_8422_2325, 0x8422_2325_CBF2_9CE4, 0x9E37_79B9_7F4A_7C15, 0x7F4A_7C15_9E37_79B9
    )
    /// What is no whole block yet.
    private var rest: [UInt8] = []
    /// How many bytes have come.
    private var count: UInt64 = 0

    /// Bytes of a block: a word for each lane.
    private static let block = 32

    package init() {}

    /// The digest of bytes, as 64 hexadecimal digits in lower case.
    package static func hex(_ bytes: [UInt8]) -> String {
        var digest = QuickDigest()
        bytes.withUnsafeBytes { digest.add($0) }
        return digest.hex
    }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        count &+= UInt64(bytes.count)
        var bytes = bytes
        if !rest.isEmpty {
            let missing = min(Self.block - rest.count, bytes.count)
            rest += bytes[..<missing]
            bytes = UnsafeRawBufferPointer(rebasing: bytes[missing...])
            guard rest.count == Self.block else { return }
            rest.withUnsafeBytes { addBlocks($0) }
        }
        let whole = bytes.count - bytes.count % Self.block
        addBlocks(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
        rest = Array(bytes[whole...])
    }

    private mutating func addBlocks(_ bytes: UnsafeRawBufferPointer) {
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var (a, b, c, d) = lanes
        for offset in stride(from: 0, to: bytes.count, by: Self.block) {
            a = Self.mixed(a, word(offset))
            b = Self.mixed(b, word(offset + 8))
            c = Self.mixed(c, word(offset + 16))
            d = Self.mixed(d, word(offset + 24))
        }
        lanes = (a, b, c, d)
    }

    /// A lane once a word is in it: each bit of both may change any of it.
    private static func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    /// The digest of all that has come, as 64 hexadecimal digits in lower case.
    package var hex: String {
        // What is left, zeros, and how many bytes there were.
        var end = self
        let last = rest + [UInt8](repeating: 0, count: Self.block - rest.count)
        last.withUnsafeBytes { end.addBlocks($0) }
        let (a, b, c, d) = end.lanes
        return [a, b, c, d].map { lane in
            let digits = String(Self.mixed(Self.mixed(lane, count), 0), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
