import PlanModel

/// HTML being written, as UTF-8.
///
/// Only ``append(_:)`` and ``append(raw:)`` write markup; everything else escapes.
package struct HTML: Sendable {
    package var bytes: [UInt8]

    package init(reservingCapacity capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Markup written in the code.
    package mutating func append(_ markup: StaticString) {
        if markup.hasPointerRepresentation {
            bytes.append(
                contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
            )
        } else {
            bytes.append(contentsOf: Array(String(describing: markup).utf8))
        }
    }

    /// Markup that was made elsewhere; never the author's text.
    package mutating func append(raw markup: String) { bytes.append(contentsOf: markup.utf8) }

    package mutating func append(raw markup: HTML) { bytes.append(contentsOf: markup.bytes) }

    package mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Text between tags, escaped as libcmark escapes it.
    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    /// UTF-8 between tags, escaped; numbers are kept on one line with their unit where `bindsFigures` says so.
    mutating func append(text: UnsafeBufferPointer<UInt8>, bindsFigures: Bool) {
        var start = 0
        for space in bindsFigures ? Typography.boundSpaces(in: text) : [] {
            appendEscaped(UnsafeBufferPointer(rebasing: text[start..<space]))
            // U+00A0
            bytes.append(0xC2)
            bytes.append(0xA0)
            start = space + 1
        }
        appendEscaped(UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// The value of an attribute in double quotes; the quotes are the caller's.
    package mutating func append(attribute: String) { append(text: attribute) }

    /// An address as the value of `href` or `src`; what may not stand in an address is percent-encoded.
    package mutating func append(address: String) {
        let digits: StaticString = "0123456789ABCDEF"
        for byte in address.utf8 {
            switch byte {
            case 0x26: append("&amp;")
            case 0x27: append("&#x27;")
            case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: bytes.append(byte)
            default:
                bytes.append(0x25)
                bytes.append(digits.utf8Start[Int(byte >> 4)])
                bytes.append(digits.utf8Start[Int(byte & 15)])
            }
        }
    }

    /// Begins a new line unless one has just begun.
    package mutating func newLine() {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    package mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var next = 0
        while next < text.count {
            // Most signs are letters and digits, and of those many stand side by side.
            if Self.isPlain(text, at: next) {
                next += 8
                continue
            }
            let index = next
            next += 1
            let byte = text[index]
            if byte == 0x20 || (byte > 0x3E && byte != 0x7F && byte != 0xE2) { continue }
            let escape: StaticString
            switch byte {
            case 0x22: escape = "&quot;"
            case 0x26: escape = "&amp;"
            case 0x3C: escape = "&lt;"
            case 0x3E: escape = "&gt;"
            // No control character may stand in HTML; libcmark lets all but NUL through.
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: escape = "\u{FFFD}"
            case 0xE2 where Self.isDirection(text[index...]):
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                start = index + 3
                continue
            default: continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            append(escape)
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Whether eight bytes at a place hold none that may be escaped; they are looked at as one number.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 8 <= text.count, let base = text.baseAddress else { return false }
        let eight = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        return !holds(0x22, in: eight) && !holds(0x26, in: eight) && !holds(0x3C, in: eight) && !holds(0x3E, in: eight)
            && !holds(0x7F, in: eight) && !holds(0xE2, in: eight) && !holdsBelow0x20(eight)
    }

    /// Whether a byte is among eight: where it is, the difference has a byte of zero, and only that one borrows.
    private static func holds(_ byte: UInt8, in eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let difference = eight ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & (ones << 7) != 0
    }

    private static func holdsBelow0x20(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return (eight &- ones &* 0x20) & ~eight & (ones << 7) != 0
    }

    /// Whether a text begins with a sign that turns the direction of what follows: U+202A–202E and U+2066–2069.
    ///
    /// One that is left open turns the rest of the page, too; the marks U+200E, U+200F and U+061C turn nothing.
    private static func isDirection(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard text.count >= 3 else { return false }
        return switch (text[text.startIndex + 1], text[text.startIndex + 2]) {
        case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
        default: false
        }
    }
}

extension HTML {
    package var isEmpty: Bool { bytes.isEmpty }
}

extension HTML {
    /// A quiet link to the place where it stands, to copy and quote. Its sign is neither heard nor read as text.
    package static func appendAnchor(to fragment: String, name: String, into html: inout HTML) {
        html.append(" <a class=\"anchor\" href=\"#")
        html.append(attribute: fragment)
        html.append("\" aria-label=\"")
        html.append(attribute: name)
        html.append("\"><span aria-hidden=\"true\">#</span></a>")
    }
}
