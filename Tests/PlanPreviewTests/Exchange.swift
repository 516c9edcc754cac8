import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Bytes over a socket to the preview, written as they are: no client that mends a path on the way.
struct Exchange {
    let port: Int

    struct Reply {
        let raw: String
        var status: Int { Int(raw.split(separator: " ").dropFirst().first ?? "") ?? 0 }
        var text: String {
            guard let range = raw.range(of: "\r\n\r\n") else { return "" }
            return String(raw[range.upperBound...])
        }

        func header(_ name: String) -> String? {
            let head = raw.components(separatedBy: "\r\n\r\n").first ?? ""
            for line in head.components(separatedBy: "\r\n").dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                    return parts[1].trimmingCharacters(in: .whitespaces)
                }
            }
            return nil
        }
    }

    func get(_ path: String, method: String = "GET", host: String? = nil, _ headers: String...) throws -> Reply {
        let lines =
            ["\(method) \(path) HTTP/1.1", "Host: \(host ?? "localhost:\(port)")", "Connection: close"] + headers
        return try send(lines.joined(separator: "\r\n") + "\r\n\r\n")
    }

    /// Sends and reads until the other end closes, or as long as `isEnough` says no.
    func send(_ text: String, isEnough: (String) -> Bool = { _ in false }) throws -> Reply {
        let descriptor = socket(AF_INET, Self.stream, 0)
        guard descriptor >= 0 else { throw NeverCame() }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw NeverCame() }
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Foundation.send(descriptor, $0 + sent, bytes.count - sent, Self.flags) } ?? -1
            }
            // A server that refuses may close before it has read all.
            if count <= 0 { break }
            sent += count
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            received += buffer[..<count]
            if isEnough(String(decoding: received, as: UTF8.self)) { break }
        }
        return Reply(raw: String(decoding: received, as: UTF8.self))
    }

    /// Takes a free port on ::1; `nil` on a machine without IPv6.
    static func listenIPv6() throws -> (descriptor: Int32, port: Int)? {
        let descriptor = socket(AF_INET6, stream, 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_addr = in6addr_loopback
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isListening else {
            close(descriptor)
            return nil
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin6_port)))
    }

    #if canImport(Darwin)
        private static let stream = SOCK_STREAM
        private static let flags: Int32 = 0
    #else
        private static let stream = Int32(SOCK_STREAM.rawValue)
        private static let flags = Int32(MSG_NOSIGNAL)
    #endif
}
