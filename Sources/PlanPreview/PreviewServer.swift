import NIOCore
import NIOHTTP1
import NIOPosix
import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Listens on this machine's own addresses, 127.0.0.1 and, where there is one, ::1.
final class PreviewServer: Sendable {
    /// The port that is listened on.
    let port: Int

    private let group: MultiThreadedEventLoopGroup
    private let channels: [any Channel]

    /// - Parameter port: 0 takes a free one.
    init(_ site: PreviewSite, port: Int) throws(MachineFailure) {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do throws(MachineFailure) {
            let first = try Self.bind(site, host: "127.0.0.1", port: port, group: group)
            let bound = first.localAddress?.port ?? port
            var channels = [first]
            if let second = try Self.bindIPv6(site, port: bound, group: group) { channels.append(second) }
            self.port = bound
            self.channels = channels
            self.group = group
        } catch {
            try? group.syncShutdownGracefully()
            throw error
        }
    }

    /// `nil` on a machine without IPv6, which has no ::1: a browser there doesn't ask for it. Where another program holds the
    /// port there, a browser that asks for `localhost` would see that one.
    private static func bindIPv6(
        _ site: PreviewSite, port: Int, group: MultiThreadedEventLoopGroup
    ) throws(MachineFailure) -> (any Channel)? {
        do throws(Refusal) {
            return try listen(site, host: "::1", port: port, group: group)
        } catch {
            if error.number == EADDRNOTAVAIL || error.number == EAFNOSUPPORT { return nil }
            throw error.failure
        }
    }

    private static func bind(
        _ site: PreviewSite, host: String, port: Int, group: MultiThreadedEventLoopGroup
    ) throws(MachineFailure) -> any Channel {
        do throws(Refusal) {
            return try listen(site, host: host, port: port, group: group)
        } catch {
            throw error.failure
        }
    }

    /// Why nothing can be listened on.
    private struct Refusal: Error {
        /// The system's number of the error; 0 where it gave none.
        let number: CInt
        let failure: MachineFailure
    }

    private static func listen(
        _ site: PreviewSite, host: String, port: Int, group: MultiThreadedEventLoopGroup
    ) throws(Refusal) -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: true, withErrorHandling: true)
                    try pipeline.addHandler(RequestHandler(site, port: channel.localAddress?.port ?? port))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        do {
            return try bootstrap.bind(host: host, port: port).wait()
        } catch let error as IOError {
            let isTaken = error.errnoCode == EADDRINUSE
            let reason = String(cString: strerror(error.errnoCode))
            throw Refusal(
                number: error.errnoCode,
                failure: isTaken ? .portInUse(port) : .cannotListen(port: port, reason: reason))
        } catch {
            throw Refusal(number: 0, failure: .cannotListen(port: port, reason: "\(error)"))
        }
    }

    /// Ends all connections.
    func stop() {
        for channel in channels { try? channel.close().wait() }
        try? group.syncShutdownGracefully()
    }
}
