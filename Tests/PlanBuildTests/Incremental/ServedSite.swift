import Foundation
import PlanBuild
import PlanPreview

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A project as `klarplan serve` shows it, asked over the network as browsers ask.
final class ServedSite {
    private let preview: Preview
    init(_ project: Project) throws {
        preview = try Preview(project.options(), port: 0)
    }

    /// The options of a build that gives what the preview shows.
    static func options(of project: Project) -> Builder.Options {
        project.options {
            $0.includesDrafts = true
            $0.isPreview = true
        }
    }

    /// Builds on a thread of its own until ``stop()``.
    func start() {
        let preview = preview
        Thread.detachNewThread { preview.run { _, _ in } }
    }

    func stop() { preview.stop() }

    /// What is wrong with what is shown; `nil` where it is the site, and nothing of the site before.
    ///
    /// - Parameters:
    ///   - site: all files of a clean build, without the list of checksums.
    ///   - before: those of the site before.
    func difference(from site: [String: Data], before: [String: Data]) throws -> String? {
        for (path, expected) in site.sorted(by: { $0.key < $1.key }) {
            let reply = try get(path)
            guard reply.status == 200 else { return "\(path) is answered with \(reply.status)" }
            if Self.withoutPreview(reply.body) != expected { return "\(path) differs" }
        }
        for path in before.keys.sorted() where site[path] == nil {
            let status = try get(path).status
            if status != 404 { return "\(path) is gone and answered with \(status)" }
        }
        return nil
    }

    /// Without what the preview adds at a page's foot.
    private static func withoutPreview(_ body: Data) -> Data {
        guard let start = body.range(of: Data("<klarplan-preview ".utf8), options: .backwards),
            let end = body[start.upperBound...].range(of: Data("preview.js\"></script>\n".utf8))
        else { return body }
        return body[..<start.lowerBound] + body[end.upperBound...]
    }

    private func get(_ path: String) throws -> (status: Int, body: Data) {
        let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        let reply = try send(
            "GET /\(address) HTTP/1.1\r\nHost: localhost:\(preview.port)\r\nConnection: close\r\n\r\n")
        guard let gap = reply.range(of: Data("\r\n\r\n".utf8)) else { return (0, Data()) }
        let status = String(decoding: reply.prefix(12).suffix(3), as: UTF8.self)
        return (Int(status) ?? 0, Data(reply[gap.upperBound...]))
    }

    private struct NoAnswer: Error {}

    private func send(_ text: String) throws -> Data {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        guard descriptor >= 0 else { throw NoAnswer() }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(preview.port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected, write(descriptor, text, text.utf8.count) == text.utf8.count else { throw NoAnswer() }
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return received }
            received += buffer[..<count]
        }
    }
}
