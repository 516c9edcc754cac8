import PlanModel

/// Finds `[A1.2]` and `[^1]` in the text that libcmark has left as text.
enum BracketScanner {
    /// The places of brackets with what may be an id or the label of a footnote in them.
    ///
    /// `places` says per byte where it is written, or -1 where it is escaped and means nothing but itself.
    static func spans(in bytes: [UInt8], places: [Int]?) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x5B, places.map({ $0[index] >= 0 }) ?? true else {
                index += 1
                continue
            }
            var end = index + 1
            let isNote = end < bytes.count && bytes[end] == 0x5E
            if isNote { end += 1 }
            let first = end
            while end < bytes.count, isNote ? isLabelByte(bytes[end]) : isIDByte(bytes[end]) { end += 1 }
            guard end > first, end < bytes.count, bytes[end] == 0x5D, places.map({ $0[end] >= 0 }) ?? true,
                isNote || isID(bytes[first..<end])
            else {
                index = max(end, index + 1)
                continue
            }
            spans.append(index..<end + 1)
            index = end + 1
        }
        return spans
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x5D && byte != 0x5B }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2F, 0x80...: true
        default: false
        }
    }

    /// Whether whatever is not ASCII is a letter.
    private static func isID(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.isASCII || $0.isLetter || $0.properties.canonicalCombiningClass != .notReordered
        }
    }

    /// Whether HTML is nothing but comments, of which no reader loses anything.
    static func isComment(_ html: String) -> Bool {
        let bytes = Array(html.utf8)
        var index = 0
        while true {
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            guard index < bytes.count else { return true }
            guard bytes[index...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) else { return false }
            index += 4
            while index < bytes.count, !bytes[index...].starts(with: [0x2D, 0x2D, 0x3E]) { index += 1 }
            index += 3
        }
    }
}
