/// A place for bytes that nobody reads just now, such as a file: memory is for those that somebody does.
package protocol ByteShelf: AnyObject, Sendable {
    /// Puts bytes away, from any thread.
    ///
    /// - Returns: where they lie; `nil` where there is no room for them.
    func put(_ bytes: UnsafeRawBufferPointer) -> ShelfPlace?

    /// Fetches bytes that were put away, from any thread, as often as they are asked for. Where that fails, they are
    /// spaces, and whoever made the shelf is told.
    ///
    /// - Parameter buffer: with room for all of them.
    func fetch(_ place: ShelfPlace, into buffer: UnsafeMutableRawBufferPointer)
}

/// Where bytes lie on a shelf.
package struct ShelfPlace: Sendable {
    /// Of the first of them.
    package let start: Int
    package let count: Int
    /// Tells them from what a disk that fails may give instead.
    private let sum: UInt64

    package init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        self.start = start
        count = bytes.count
        sum = Self.sum(of: bytes)
    }

    /// Whether bytes are those that were put there.
    package func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count == count && Self.sum(of: bytes) == sum
    }

    private static func sum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ word: UInt64) {
            sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
            sum ^= sum >> 29
        }
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        for byte in bytes[whole...] { add(UInt64(byte)) }
        return sum
    }
}

/// Bytes on a shelf.
package struct ShelvedBytes: Sendable {
    private let shelf: any ByteShelf
    private let place: ShelfPlace

    /// - Returns: `nil` where there is no room for them.
    package init?(_ bytes: [UInt8], on shelf: any ByteShelf) {
        guard let place = bytes.withUnsafeBytes({ shelf.put($0) }) else { return nil }
        self.shelf = shelf
        self.place = place
    }

    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: place.count) { buffer, initialized in
            let room = UnsafeMutableRawBufferPointer(buffer)[..<place.count]
            shelf.fetch(place, into: UnsafeMutableRawBufferPointer(rebasing: room))
            initialized = place.count
        }
    }
}
