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
    ///
    /// Within other work of this kind, too: whoever has nothing left to do there comes to help here
    /// (`concurrentPerform` would leave all of it to one core).
    package static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
    ) -> [Output] {
        let workers = min(inputs.count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        guard workers > 1 else { return inputs.map(transform) }
        let work = Work(inputs, transform)
        let door = Door { work.run() }
        for _ in 1..<workers { DispatchQueue.global().async { door.enter() } }
        work.run()
        // Whoever comes later finds nothing to do, and holds on to nothing.
        door.close()
        return work.outputs()
    }

    /// Leads to work, as long as there is some.
    private final class Door: Sendable {
        private let work: Mutex<(@Sendable () -> Void)?>

        init(_ work: @escaping @Sendable () -> Void) { self.work = Mutex(work) }

        func enter() { work.withLock(\.self)?() }

        func close() { work.withLock { $0 = nil } }
    }

    private final class Work<Input: Sendable, Output: Sendable>: Sendable {
        private let inputs: [Input]
        private let transform: @Sendable (Input) -> Output
        private let next = Atomic<Int>(0)
        private let done = Atomic<Int>(0)
        private let isDone = DispatchSemaphore(value: 0)
        /// Each is written by the one worker that took its number.
        private nonisolated(unsafe) let slots: UnsafeMutablePointer<Output?>

        init(_ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output) {
            self.inputs = inputs
            self.transform = transform
            slots = UnsafeMutablePointer<Output?>.allocate(capacity: inputs.count)
            slots.initialize(repeating: nil, count: inputs.count)
        }

        deinit {
            slots.deinitialize(count: inputs.count)
            slots.deallocate()
        }

        /// Takes inputs until none is left.
        func run() {
            var made = 0
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < inputs.count else { break }
                slots[index] = transform(inputs[index])
                made += 1
            }
            guard made > 0 else { return }
            if done.wrappingAdd(made, ordering: .acquiringAndReleasing).newValue == inputs.count { isDone.signal() }
        }

        /// The results, once all workers are through; to be asked for once.
        func outputs() -> [Output] {
            isDone.wait()
            return [Output](unsafeUninitializedCapacity: inputs.count) { outputs, count in
                for index in 0..<inputs.count {
                    guard let output = slots[index].take() else { preconditionFailure("each input was taken") }
                    outputs.initializeElement(at: index, to: output)
                    count = index + 1
                }
            }
        }
    }
}
