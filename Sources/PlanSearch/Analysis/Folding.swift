/// Spellings without å, ä and ö.
enum Folding {
    /// `å ä` as `a`, `ö` as `o`, in UTF-8.
    static func folded(_ word: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(word.count)
        var isLead = false
        for byte in word {
            if isLead {
                isLead = false
                switch byte {
                case 0xA4, 0xA5: result.append(UInt8(ascii: "a"))
                case 0xB6: result.append(UInt8(ascii: "o"))
                default: result += [0xC3, byte]
                }
            } else if byte == 0xC3 {
                isLead = true
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// Whether a word has no å, ä or ö.
    static func isPlain(_ word: [UInt8]) -> Bool { folded(word) == word }

    /// Byte by byte.
    static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool { precedes(left[...], right[...]) }

    static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let shared = shared(left, right)
        guard shared < left.count, shared < right.count else { return left.count < right.count }
        return left[left.startIndex + shared] < right[right.startIndex + shared]
    }

    /// Compares two words by their folded spellings: below 0 where the first comes first, 0 where they are alike.
    static func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        let shared = shared(left, right)
        // Not within a letter.
        var start = shared
        if start > 0, left[left.startIndex + start - 1] == 0xC3 { start -= 1 }
        let (left, right) = (folded(left.dropFirst(start)), folded(right.dropFirst(start)))
        if left == right { return 0 }
        return precedes(left, right) ? -1 : 1
    }

    /// How many bytes two words begin with alike.
    static func shared(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        let limit = min(left.count, right.count)
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                var index = 0
                while index < limit, left[index] == right[index] { index += 1 }
                return index
            }
        }
    }
}
