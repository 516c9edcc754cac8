/// A place for bytes that nobody reads just now, such as a file: memory is for those that somebody does.
package protocol ByteShelf: AnyObject, Sendable {
    /// Puts bytes away, from any thread.
    ///
    /// - Returns: where they lie; `nil` where there is no room for them.
    func put(_ bytes: UnsafeRawBufferPointer) -> Int?

    /// Fetches bytes that were put away, from any thread, as often as they are asked for. Where that fails, they are
    /// spaces, and whoever made the shelf is told.
    func fetch(from place: Int, into buffer: UnsafeMutableRawBufferPointer)
}

/// Bytes on a shelf.
package struct ShelvedBytes: Sendable {
    private let shelf: any ByteShelf
    private let place: Int
    private let count: Int

    /// - Returns: `nil` where there is no room for them.
    package init?(_ bytes: [UInt8], on shelf: any ByteShelf) {
        guard let place = bytes.withUnsafeBytes({ shelf.put($0) }) else { return nil }
        self.shelf = shelf
        self.place = place
        count = bytes.count
    }

    package var bytes: [UInt8] { bytes(in: 0..<count) }

    /// Some of the bytes.
    package func bytes(in range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "there are no such bytes")
        return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
            let room = UnsafeMutableRawBufferPointer(buffer)[..<range.count]
            shelf.fetch(from: place + range.lowerBound, into: UnsafeMutableRawBufferPointer(rebasing: room))
            initialized = range.count
        }
    }
}
