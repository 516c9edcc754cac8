/// Reads a coded body (docs/search-index.md, *Coded bodies*); never beyond the end.
struct CodedReader {
    private var cells: [UInt32]
    private let rates = CodedModels.rates
    private let text: Int
    private let bytes: [UInt8]
    private var position: Int
    private var range: UInt32 = .max
    private var code: UInt32 = 0
    let file: String

    /// No string is longer.
    private static let longestString = 1 << 20

    /// - Parameter numbers: how many kinds of numbers the file has.
    init(_ bytes: [UInt8], from start: Int, numbers: Int, file: String) throws(SearchFault) {
        self.bytes = bytes
        self.file = file
        cells = CodedModels.cells(numbers: numbers)
        text = numbers * CodedModels.perNumber
        position = start
        for _ in 0..<4 { code = code << 8 | (try byte()) }
    }

    var isAtEnd: Bool { position == bytes.count }
    var fault: SearchFault { .cut(file: file) }

    private mutating func byte() throws(SearchFault) -> UInt32 {
        guard position < bytes.count else { throw fault }
        defer { position += 1 }
        return UInt32(bytes[position])
    }

    private mutating func bit(_ cell: Int) throws(SearchFault) -> Bool {
        let bound = (range >> 12) * (cells[cell] >> 10)
        let bit = code < bound
        cells[cell] = CodedModels.learnt(cells[cell], bit, rates)
        if bit {
            range = bound
        } else {
            code &-= bound
            range -= bound
        }
        try refill()
        return bit
    }

    private mutating func evenBit() throws(SearchFault) -> Bool {
        range >>= 1
        let bit = code >= range
        if bit { code &-= range }
        try refill()
        return bit
    }

    private mutating func refill() throws(SearchFault) {
        while range < 1 << 24 {
            range <<= 8
            code = code << 8 | (try byte())
        }
    }

    mutating func number(_ kind: Int) throws(SearchFault) -> Int {
        let base = kind * CodedModels.perNumber
        var length = 1
        while try bit(base + length) {
            length += 1
            guard length < 32 else { throw fault }
        }
        var value = 1
        var node = 1
        for place in 0..<length - 1 {
            let isSet: Bool
            if place < CodedModels.learntBits {
                isSet = try bit(base + CodedModels.mantissas + length * 8 + node)
                node = node * 2 + (isSet ? 1 : 0)
            } else {
                isSet = try evenBit()
            }
            value = value * 2 + (isSet ? 1 : 0)
        }
        return value - 1
    }

    mutating func bytes(after last: UInt8 = 0, _ kind: Int) throws(SearchFault) -> [UInt8] {
        let count = try number(kind)
        guard count <= Self.longestString else { throw fault }
        var letters: [UInt8] = []
        var before = Int(last)
        for _ in 0..<count {
            let base = text + before * 256
            var node = 1
            while node < 256 { node = node * 2 + (try bit(base + node) ? 1 : 0) }
            before = node - 256
            letters.append(UInt8(before))
        }
        return letters
    }

    mutating func string(_ kind: Int) throws(SearchFault) -> String { String(decoding: try bytes(kind), as: UTF8.self) }

    mutating func frontCoded(after previous: [UInt8], _ kind: Int) throws(SearchFault) -> [UInt8] {
        let left = try number(kind)
        guard left <= previous.count else { throw fault }
        let kept = previous.dropLast(left)
        return kept + (try bytes(after: kept.last ?? 0, kind + 1))
    }
}
