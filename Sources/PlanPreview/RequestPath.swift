/// The path of a request, as a key among the site's files: never a path of the file system.
struct RequestPath: Equatable {
    /// Without the first slash, percent signs read once: `region/vårplan/`.
    let key: String
    /// As it was written, without the first slash and what follows `?`.
    let written: String
    /// With its `?`; empty where there is none.
    let query: String

    /// - Returns: `nil` where percent signs are wrong, the bytes aren't UTF-8, or a slash or NUL is hidden in a part.
    init?(_ uri: String) {
        var rest = uri[...]
        if !rest.hasPrefix("/") {
            guard let scheme = rest.firstIndex(of: ":") else { return nil }
            rest = rest[scheme...].dropFirst(3)
            rest = rest[(rest.firstIndex { $0 == "/" } ?? rest.endIndex)...]
        }
        rest = rest.prefix { $0 != "#" }
        let path = rest.prefix { $0 != "?" }
        query = String(rest.dropFirst(path.count))
        written = String(path.dropFirst())
        var bytes: [UInt8] = []
        var utf8 = written.utf8.makeIterator()
        while let byte = utf8.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = utf8.next().flatMap(Self.digit), let low = utf8.next().flatMap(Self.digit) else {
                return nil
            }
            let value = high << 4 | low
            if value == UInt8(ascii: "/") || value == 0 { return nil }
            bytes.append(value)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        key = text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
