import Dispatch
import Synchronization

/// A value that another core makes while this one does something else.
package final class Ahead<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let group = DispatchGroup()

    package init(_ make: @escaping @Sendable () -> Value) {
        // A queue of its own gets a thread of its own: it waits for nobody, so nobody waits for it in vain.
        DispatchQueue(label: "klarplan.ahead").async(group: group) { [self] in
            let value = make()
            made.withLock { $0 = value }
        }
    }

    /// The value, as soon as it is there.
    package var value: Value {
        group.wait()
        guard let value = made.withLock({ $0 }) else { preconditionFailure("it was waited for") }
        return value
    }
}
