/// Many short texts one behind another, in UTF-8.
struct TextColumn: Sendable, Equatable {
    private(set) var bytes: [UInt8] = []
    /// Behind the last byte of each text.
    private(set) var ends: [UInt32] = []

    init() {}

    /// - Returns: `nil` where the ends don't rise to the last byte.
    init?(bytes: [UInt8], ends: [UInt32]) {
        guard Columns.rise(ends, to: bytes.count) else { return nil }
        self.bytes = bytes
        self.ends = ends
    }

    var count: Int { ends.count }

    subscript(index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    mutating func append(_ text: some Sequence<UInt8>) {
        bytes += text
        ends.append(UInt32(bytes.count))
    }

    /// Appends some of another column's texts.
    mutating func append(_ other: TextColumn, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let start = range.lowerBound == 0 ? 0 : other.ends[range.lowerBound - 1]
        let shift = UInt32(bytes.count)
        bytes += other.bytes[Int(start)..<Int(other.ends[range.upperBound - 1])]
        for end in other.ends[range] { ends.append(end - start + shift) }
    }
}

/// Checks of columns that may come from a damaged file.
enum Columns {
    /// Whether places rise, or stay, and the last is the end.
    static func rise(_ places: [UInt32], to end: Int) -> Bool {
        var last: UInt32 = 0
        var isRising = true
        for place in places {
            isRising = isRising && place >= last
            last = place
        }
        return isRising && Int(last) == end
    }

    /// Whether places that rise all differ, and none is the beginning.
    static func areDifferent(_ places: [UInt32]) -> Bool {
        var last: UInt32 = 0
        for place in places {
            guard place > last else { return false }
            last = place
        }
        return true
    }

    /// Whether every value is below a bound.
    static func areAllBelow(_ bound: Int, _ values: [UInt32], mask: UInt32 = .max) -> Bool {
        var most: UInt32 = 0
        for value in values { most = max(most, value & mask) }
        return values.isEmpty || Int(most) < bound
    }
}
