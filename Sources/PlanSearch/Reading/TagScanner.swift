/// Cuts HTML into tags and what stands between them; comments and declarations vanish.
struct TagScanner {
    struct Tag {
        let name: String
        let isEnd: Bool
        let id: String?
        /// Whether all within it is left out of the text.
        let isHidden: Bool
        let isVoid: Bool
    }

    enum Piece {
        case text(ArraySlice<UInt8>)
        case tag(Tag)
    }

    private let html: [UInt8]
    private var position = 0

    init(_ html: [UInt8]) {
        self.html = html
    }

    private static let voids: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let unread: Set<String> = ["script", "style", "svg", "nav", "template"]

    mutating func next() -> Piece? {
        while position < html.count {
            guard html[position] == UInt8(ascii: "<") else {
                let end = html[position...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
                defer { position = end }
                return .text(html[position..<end])
            }
            if html[position...].starts(with: Array("<!--".utf8)) {
                skipComment()
                continue
            }
            let start = position + 1
            let end = tagEnd(from: start)
            position = min(end + 1, html.count)
            if let tag = Self.tag(html[start..<end]) { return .tag(tag) }
        }
        return nil
    }

    private mutating func skipComment() {
        var index = position + 4
        while index + 2 < html.count, !html[index..<index + 3].elementsEqual(Array("-->".utf8)) { index += 1 }
        position = min(index + 3, html.count)
    }

    /// The `>` that ends a tag: not one within quotation marks.
    private func tagEnd(from start: Int) -> Int {
        var quote: UInt8?
        var index = start
        while index < html.count {
            let byte = html[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
            index += 1
        }
        return html.count
    }

    private static func tag(_ bytes: ArraySlice<UInt8>) -> Tag? {
        let isEnd = bytes.first == UInt8(ascii: "/")
        let inner = isEnd ? bytes.dropFirst() : bytes
        let nameEnd =
            inner.firstIndex { !(0x61...0x7A).contains($0 | 0x20) && !(0x30...0x39).contains($0) && $0 != 0x2D }
            ?? inner.endIndex
        guard nameEnd > inner.startIndex else { return nil }
        let name = String(decoding: inner[..<nameEnd], as: UTF8.self).lowercased()
        let attributes = isEnd ? [:] : attributes(inner[nameEnd...])
        return Tag(
            name: name, isEnd: isEnd, id: attributes["id"],
            isHidden: unread.contains(name) || attributes["hidden"] != nil || attributes["aria-hidden"] == "true"
                || attributes["class"] == "expansion",
            isVoid: voids.contains(name) || inner.last == UInt8(ascii: "/"))
    }

    private static func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String] {
        var result: [String: String] = [:]
        var index = bytes.startIndex
        func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
        while index < bytes.endIndex {
            while index < bytes.endIndex, isSpace(bytes[index]) { index += 1 }
            let start = index
            while index < bytes.endIndex, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
            let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
            var value = ""
            if index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") {
                index += 1
                guard index < bytes.endIndex else { break }
                let quote = bytes[index]
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.endIndex
                    value = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
                    index = min(end + 1, bytes.endIndex)
                } else {
                    let first = index
                    while index < bytes.endIndex, bytes[index] > 0x20 { index += 1 }
                    value = String(decoding: bytes[first..<index], as: UTF8.self)
                }
            }
            if !name.isEmpty, result[name] == nil { result[name] = value }
        }
        return result
    }
}
