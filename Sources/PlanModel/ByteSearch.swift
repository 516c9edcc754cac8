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

    package func contains(text: String) -> Bool { firstOffset(of: Array(text.utf8)) != nil }
}
