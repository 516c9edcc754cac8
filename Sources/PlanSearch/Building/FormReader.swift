/// Looks words up in a table without bounds in the way; lives within ``FormTable/read(_:)``.
struct FormReader {
    let bytes: UnsafePointer<UInt8>
    let starts: UnsafePointer<UInt32>
    let slots: UnsafeBufferPointer<Int64>
    let count: Int

    subscript(form: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + Int(starts[form]), count: Int(starts[form + 1] - starts[form]))
    }

    /// The number of a word in two pieces; -1 where it isn't there.
    ///
    /// - Parameter hash: of both pieces, one behind the other.
    @inline(__always)
    func find(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, hash: WordHash) -> Int {
        let hash = hash.value
        let mask = slots.count - 1
        let tag = Int64(hash >> 31)
        var slot = hash & mask
        while slots[slot] >= 0 {
            if slots[slot] >> 31 == tag {
                let form = Int(slots[slot] & 0x7FFF_FFFF)
                if equals(self[form], first, second) { return form }
            }
            slot = (slot + 1) & mask
        }
        return -1
    }

    func find(_ word: UnsafeBufferPointer<UInt8>, hash: WordHash) -> Int {
        find(word, UnsafeBufferPointer(start: nil, count: 0), hash: hash)
    }

    private func equals(
        _ word: UnsafeBufferPointer<UInt8>, _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard word.count == first.count + second.count else { return false }
        for index in 0..<first.count where word[index] != first[index] { return false }
        for index in 0..<second.count where word[first.count + index] != second[index] { return false }
        return true
    }
}

/// FNV-1a with a last mix, the same on every machine; grows byte by byte.
struct WordHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    @inline(__always)
    func adding(_ byte: UInt8) -> WordHash {
        var hash = self
        hash.add(byte)
        return hash
    }

    func adding(_ bytes: UnsafeBufferPointer<UInt8>) -> WordHash {
        var hash = self
        for byte in bytes { hash.add(byte) }
        return hash
    }

    var value: Int { Int(truncatingIfNeeded: (state ^ state >> 29) & 0x7FFF_FFFF_FFFF_FFFF) }
}

extension FormTable {
    /// Lends the table to many look-ups.
    func read<Result>(_ body: (FormReader) -> Result) -> Result {
        withPointers { bytes, starts, slots in
            // An empty array may have no address.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { none in
                body(
                    FormReader(
                        bytes: bytes.baseAddress ?? UnsafePointer(none.baseAddress.unsafelyUnwrapped),
                        starts: starts.baseAddress.unsafelyUnwrapped, slots: slots, count: count))
            }
        }
    }
}
