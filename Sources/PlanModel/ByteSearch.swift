#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension [UInt8] {
    /// Where a piece of UTF-8 begins, from an offset on; `nil` where it is nowhere, and where it is empty.
    package func firstOffset(of piece: [UInt8], from start: Int = 0) -> Int? {
        guard !piece.isEmpty, start >= 0, start < count else { return nil }
        return withUnsafeBytes { all in
            piece.withUnsafeBytes { piece in
                guard let base = all.baseAddress, let sought = piece.baseAddress else { return nil }
                if piece.count >= Self.longPiece, piece.count < 256, all.count - start > Self.longText {
                    return Self.firstOffset(ofLong: piece, in: all, from: start)
                }
                let first = Int32(piece[0])
                var place = start
                while place + piece.count <= all.count,
                    let found = memchr(base + place, first, all.count - place - piece.count + 1)
                {
                    place = UnsafeRawPointer(found) - base
                    // The first byte may be a frequent one: most places are told by the last.
                    if all[place + piece.count - 1] == piece[piece.count - 1],
                        memcmp(found, sought, piece.count) == 0
                    {
                        return place
                    }
                    place += 1
                }
                return nil
            }
        }
    }

    /// From where on it is worth a table of how far to go on (R. N. Horspool, Practical fast searching in strings, 1980).
    private static let longPiece = 8
    private static let longText = 1024

    private static func firstOffset(
        ofLong piece: UnsafeRawBufferPointer, in all: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { steps -> Int? in
            steps.initialize(repeating: UInt8(piece.count))
            let last = piece.count - 1
            for place in 0..<last { steps[Int(piece[place])] = UInt8(last - place) }
            var place = start
            while place + last < all.count {
                let byte = all[place + last]
                if byte == piece[last],
                    UnsafeRawBufferPointer(rebasing: all[place..<place + piece.count]).elementsEqual(piece)
                {
                    return place
                }
                place += Int(steps[Int(byte)])
            }
            return nil
        }
    }

    /// Whether a byte that is rare in texts is there more often than so many times.
    package func holds(moreThan limit: Int, of byte: UInt8) -> Bool {
        withUnsafeBytes { all in
            guard let base = all.baseAddress else { return limit < 0 }
            var found = 0
            var place = 0
            while place < all.count, let next = memchr(base + place, Int32(byte), all.count - place) {
                found += 1
                if found > limit { return true }
                place = UnsafeRawPointer(next) - base + 1
            }
            return found > limit
        }
    }

    package func contains(text: String) -> Bool { firstOffset(of: Array(text.utf8)) != nil }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a byte is there.
    package func holds(_ byte: UInt8) -> Bool {
        guard let base = baseAddress else { return false }
        return memchr(base, Int32(byte), count) != nil
    }

    /// Whether the same bytes stand at a place of memory, which has at least as many.
    package func equals(_ other: UnsafePointer<UInt8>) -> Bool {
        guard let base = baseAddress else { return true }
        return memcmp(base, other, count) == 0
    }
}
