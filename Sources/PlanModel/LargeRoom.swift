#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Memory for very many values.
package enum LargeRoom {
    /// Bytes of a large page; a stretch of fewer than two of them needs none.
    private static let page = 1 << 21

    /// Tells the system that a stretch of memory will be filled to its end: where it can, it gives that in large pages,
    /// which interrupts whoever fills it less often (madvise(2), MADV_HUGEPAGE). Elsewhere nothing happens.
    package static func willFill(_ room: UnsafeMutableRawBufferPointer) {
        #if os(Linux)
            guard room.count >= 2 * page, let start = room.baseAddress else { return }
            let aligned = (Int(bitPattern: start) + page - 1) & ~(page - 1)
            let length = (Int(bitPattern: start) + room.count - aligned) & ~(page - 1)
            madvise(UnsafeMutableRawPointer(bitPattern: aligned), length, MADV_HUGEPAGE)
        #endif
    }
}
