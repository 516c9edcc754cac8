/// Writes a coded body: a range coder over odds that learn (docs/search-index.md, *Coded bodies*).
struct CodedWriter: ~Copyable {
    /// The odds of numbers, those of text behind them, and ``CodedModels/rates`` behind these: no bounds are checked in
    /// the innermost steps, where every place follows from a kind and a byte.
    private let cells: UnsafeMutablePointer<UInt32>
    private let rates: UnsafeMutablePointer<UInt32>
    private let kinds: Int
    private let text: Int
    private var bytes: [UInt8] = []
    private var low: UInt64 = 0
    private var range: UInt32 = .max
    private var cache: UInt8 = 0
    /// Bytes that wait for a carry.
    private var waiting = 1

    /// - Parameter numbers: how many kinds of numbers the file has.
    init(numbers: Int) {
        let count = numbers * CodedModels.perNumber + 65_536
        cells = .allocate(capacity: count + CodedModels.rates.count)
        cells.initialize(repeating: CodedModels.start, count: count)
        rates = cells + count
        for (index, rate) in CodedModels.rates.enumerated() { (rates + index).initialize(to: rate) }
        kinds = numbers
        text = numbers * CodedModels.perNumber
    }

    deinit { cells.deallocate() }

    @inline(__always)
    private mutating func bit(_ cell: Int, _ bit: Bool) {
        let old = cells[cell]
        let odds = old >> 6
        let count = old & 63
        let bound = (range >> 12) &* (odds >> 4)
        let rate = rates[Int(count)]
        if bit {
            cells[cell] = (odds &+ ((65_536 &- odds) &* rate) >> 16) << 6 | min(count &+ 1, 63)
            range = bound
        } else {
            cells[cell] = (odds &- (odds &* rate) >> 16) << 6 | min(count &+ 1, 63)
            low &+= UInt64(bound)
            range &-= bound
        }
        while range < 1 << 24 {
            range <<= 8
            shift()
        }
    }

    @inline(__always)
    private mutating func evenBit(_ bit: Bool) {
        range >>= 1
        if bit { low &+= UInt64(range) }
        while range < 1 << 24 {
            range <<= 8
            shift()
        }
    }

    private mutating func shift() {
        if low < 0xFF00_0000 || low >= 1 << 32 {
            let carry = UInt8(truncatingIfNeeded: low >> 32)
            bytes.append(cache &+ carry)
            while waiting > 1 {
                bytes.append(0xFF &+ carry)
                waiting -= 1
            }
            waiting = 0
            cache = UInt8(truncatingIfNeeded: low >> 24)
        }
        waiting += 1
        low = (low & 0x00FF_FFFF) << 8
    }

    /// A number from 0, at most 2³¹ − 2, among those of a kind.
    mutating func number(_ value: Int, _ kind: Int) {
        precondition(kind >= 0 && kind < kinds && value >= 0 && value < 0x7FFF_FFFF, "numbers have at most 31 bits")
        let value = UInt32(value) + 1
        let base = kind * CodedModels.perNumber
        let length = 32 - value.leadingZeroBitCount
        for place in 1..<length { bit(base + place, true) }
        bit(base + length, false)
        var node = 1
        for place in stride(from: length - 2, through: 0, by: -1) {
            let isSet = value >> UInt32(place) & 1 == 1
            if length - 2 - place < CodedModels.learntBits {
                bit(base + CodedModels.mantissas + length * 8 + node, isSet)
                node = node * 2 + (isSet ? 1 : 0)
            } else {
                evenBit(isSet)
            }
        }
    }

    /// Bytes behind another, 0 at a beginning; their count is a number of this kind.
    mutating func string(_ letters: ArraySlice<UInt8>, after last: UInt8 = 0, _ kind: Int) {
        number(letters.count, kind)
        var before = last
        for letter in letters {
            let base = text + Int(before) * 256
            var node = 1
            for place in (0..<8).reversed() {
                let isSet = letter >> UInt8(place) & 1 == 1
                bit(base + node, isSet)
                node = node * 2 + (isSet ? 1 : 0)
            }
            before = letter
        }
    }

    mutating func string(_ letters: String, _ kind: Int) { string(Array(letters.utf8)[...], kind) }

    /// A string by how much of the one before it leaves out, a number of this kind, and what follows, of the next.
    mutating func frontCoded(_ letters: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, _ kind: Int) {
        let shared = Folding.shared(letters, previous)
        number(previous.count - shared, kind)
        let rest = letters.dropFirst(shared)
        string(rest, after: shared > 0 ? letters[rest.startIndex - 1] : 0, kind + 1)
    }

    /// The body, whole.
    mutating func finished() -> [UInt8] {
        for _ in 0..<5 { shift() }
        // The first byte only catches carries that never come.
        return Array(bytes.dropFirst())
    }
}
