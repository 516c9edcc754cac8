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
                // Where the byte that is rarest at the text's beginning stands, perhaps the piece does.
                let rare = Self.rarest(of: piece, in: UnsafeRawBufferPointer(rebasing: all[start...].prefix(512)))
                let (byte, last) = (Int32(piece[rare]), piece.count - 1)
                var place = start
                while place + piece.count <= all.count,
                    let found = memchr(base + place + rare, byte, all.count - place - last)
                {
                    place = UnsafeRawPointer(found) - base - rare
                    // Most places are told by the ends.
                    if all[place] == piece[0], all[place + last] == piece[last],
                        memcmp(base + place, sought, piece.count) == 0
                    {
                        return place
                    }
                    place += 1
                }
                return nil
            }
        }
    }

    /// The offset in a piece of the byte that a text has least of; of several the first.
    private static func rarest(of piece: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Int {
        guard piece.count > 1 else { return 0 }
        return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 256) { counts in
            counts.initialize(repeating: 0)
            for byte in text { counts[Int(byte)] += 1 }
            var rarest = 0
            for offset in piece.indices where counts[Int(piece[offset])] < counts[Int(piece[rarest])] {
                rarest = offset
            }
            return rarest
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
