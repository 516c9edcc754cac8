/// Small matters of setting text.
package enum Typography {
    private static let units: Set<String> = [
        "mnkr", "mkr", "tkr", "kr", "mdkr", "kronor", "miljoner", "miljarder", "MEUR", "EUR", "euro", "million",
        "billion",
    ]

    /// A text in which no line breaks within a number (`2 547,4`) or between a number and its unit (`15 mnkr`, `2,1 %`):
    /// these spaces become no-break spaces.
    package static func binding(_ text: String) -> String {
        var text = text
        let bound = text.withUTF8 { boundSpaces(in: $0) }
        guard !bound.isEmpty else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + bound.count)
        var start = 0
        let bytes = Array(text.utf8)
        for space in bound {
            result += bytes[start..<space]
            // U+00A0
            result += [0xC2, 0xA0]
            start = space + 1
        }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The spaces of a text at which no line is to break, as offsets.
    package static func boundSpaces(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var bound: [Int] = []
        var index = 0
        while index + 1 < bytes.count {
            if holdsNoDigit(bytes, at: index) {
                index += 8
                continue
            }
            if isDigit(bytes[index]), bytes[index + 1] == 0x20,
                beginsGroup(bytes, at: index + 2) || beginsUnit(bytes, at: index + 2)
            {
                bound.append(index + 1)
            }
            index += 1
        }
        return bound
    }

    /// Whether eight bytes at a place are neither digits nor `:;<=>?`; looked at as one number, since digits are few.
    private static func holdsNoDigit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 8 <= bytes.count, let base = bytes.baseAddress else { return false }
        let eight = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A byte of zero for each that begins with the half of a byte that digits begin with.
        let halves = (eight ^ (ones &* 0x30)) & (ones &* 0xF0)
        return (halves &- ones) & ~halves & (ones << 7) == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Three digits and no fourth.
    private static func beginsGroup(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + 3 <= bytes.count, bytes[start..<(start + 3)].allSatisfy(isDigit) else { return false }
        return start + 3 == bytes.count || !isDigit(bytes[start + 3])
    }

    private static func beginsUnit(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start < bytes.count else { return false }
        if bytes[start] == UInt8(ascii: "%") { return true }
        var end = start
        while end < bytes.count, end - start < 10, (0x41...0x5A).contains(bytes[end] & 0xDF) { end += 1 }
        // A letter beyond ASCII: the word goes on and is no unit. Dashes and spaces begin with C2 and E2.
        guard end > start, end == bytes.count || bytes[end] < 0x80 || bytes[end] == 0xC2 || bytes[end] == 0xE2 else {
            return false
        }
        return units.contains(String(decoding: bytes[start..<end], as: UTF8.self))
    }
}
