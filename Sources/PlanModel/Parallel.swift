import Dispatch
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Work on many files at once. The results keep the order of the inputs.
package enum Parallel {
    /// One worker a core takes the next input until none is left.
    package static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ transform: @Sendable (Input) -> Output
    ) -> [Output] {
        let workers = min(inputs.count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        guard workers > 1 else { return inputs.map(transform) }
        let slots = UnsafeMutablePointer<Output?>.allocate(capacity: inputs.count)
        slots.initialize(repeating: nil, count: inputs.count)
        defer {
            slots.deinitialize(count: inputs.count)
            slots.deallocate()
        }
        // Each slot is written by the one worker that took its number.
        nonisolated(unsafe) let results = slots
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < inputs.count else { return }
                results[index] = transform(inputs[index])
            }
        }
        return [Output](unsafeUninitializedCapacity: inputs.count) { outputs, count in
            for index in 0..<inputs.count {
                guard let output = slots[index].take() else { preconditionFailure("each input was taken") }
                outputs.initializeElement(at: index, to: output)
                count = index + 1
            }
        }
    }
}
