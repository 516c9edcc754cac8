import PlanModel

/// Writes values one after another, for this very program to read: numbers in as few bytes as they need, texts with
/// their length before them.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []
    /// Which of the names each is, in the order in which they came: one that returns is written as a number.
    private var names: [ByBytes: Int] = [:]

    /// - Parameter room: how many bytes there will be, about.
    init(room: Int = 0) { bytes.reserveCapacity(room) }

    mutating func raw(_ raw: [UInt8]) { bytes += raw }

    /// Small numbers of either sign take a byte.
    mutating func number(_ number: Int) {
        var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that may have twice as many digits as others.
    mutating func wideNumber(_ number: Int128) {
        var rest = UInt128(bitPattern: (number << 1) ^ (number >> 127))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that is mostly large, in eight bytes.
    mutating func wide(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// A text that comes again and again, as ids and paths do.
    mutating func name(_ name: String) {
        let key = ByBytes(name)
        if let place = names[key] {
            number(place + 1)
        } else {
            names[key] = names.count
            number(0)
            text(name)
        }
    }

    mutating func list<Element>(_ elements: some Collection<Element>, _ write: (inout RecordWriter, Element) -> Void) {
        number(elements.count)
        for element in elements { write(&self, element) }
    }
}
