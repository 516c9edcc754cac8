/// Appends the primitives of the index format.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func u8(_ value: Int) { bytes.append(UInt8(truncatingIfNeeded: value)) }

    mutating func u32(_ value: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8((value >> shift) & 0xFF)) }
    }

    /// LEB128, lowest 7 bits first.
    mutating func varint(_ value: Int) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func string(_ text: String) { string(Array(text.utf8)[...]) }

    mutating func string(_ text: ArraySlice<UInt8>) {
        varint(text.count)
        bytes += text
    }

    /// A string by what it shares with the one before.
    mutating func frontCoded(_ text: [UInt8], after previous: [UInt8]) {
        var shared = 0
        let limit = min(text.count, previous.count, 255)
        while shared < limit, text[shared] == previous[shared] { shared += 1 }
        u8(shared)
        string(text[shared...])
    }

    mutating func append(_ more: [UInt8]) { bytes += more }
}
