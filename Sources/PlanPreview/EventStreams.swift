import NIOCore
import Synchronization

/// The open pages that are told of new states.
final class EventStreams: Sendable {
    private let streams = Mutex<[ObjectIdentifier: @Sendable () -> Void]>([:])

    /// Calls after each new state, until the channel closes.
    func add(_ channel: any Channel, _ tell: @escaping @Sendable () -> Void) {
        let key = ObjectIdentifier(channel)
        streams.withLock { $0[key] = tell }
        channel.closeFuture.whenComplete { _ in self.streams.withLock { $0[key] = nil } }
    }

    func tellAll() {
        for tell in streams.withLock({ Array($0.values) }) { tell() }
    }
}
