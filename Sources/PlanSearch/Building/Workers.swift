internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// One worker a core; the results keep the order of the inputs.
enum Workers {
    static func map<Output: Sendable>(_ count: Int, _ transform: @Sendable (Int) -> Output) -> [Output] {
        let workers = min(count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        guard workers > 1 else { return (0..<count).map(transform) }
        let slots = UnsafeMutablePointer<Output?>.allocate(capacity: count)
        slots.initialize(repeating: nil, count: count)
        defer {
            slots.deinitialize(count: count)
            slots.deallocate()
        }
        // Each slot is written by the one worker that took its number.
        nonisolated(unsafe) let results = slots
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                results[index] = transform(index)
            }
        }
        return (0..<count).compactMap { slots[$0] }
    }

    /// So many ranges that cover a count.
    static func ranges(of count: Int, pieces: Int) -> [Range<Int>] {
        let length = max(1, (count + pieces - 1) / pieces)
        return stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
    }
}
