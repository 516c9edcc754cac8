internal import PlanModel

/// Writes columns one behind another as they lie in memory, the lowest byte first.
struct StateWriter {
    private let put: (UnsafeRawBufferPointer) -> Void

    /// - Parameter put: takes the bytes, piece by piece: no column is copied.
    init(_ put: @escaping (UnsafeRawBufferPointer) -> Void) { self.put = put }

    func column<Value: FixedWidthInteger>(_ values: [Value]) {
        withUnsafeBytes(of: UInt64(values.count).littleEndian) { put($0) }
        #if _endian(little)
            values.withUnsafeBytes { put($0) }
        #else
            values.map(\.littleEndian).withUnsafeBytes { put($0) }
        #endif
    }

    func texts(_ texts: TextColumn) {
        column(texts.bytes)
        column(texts.ends)
    }
}

/// Reads columns; never beyond the end.
struct StateReader {
    /// How many bytes are left.
    private var rest: Int
    private let read: (UnsafeMutableRawBufferPointer) -> Bool

    /// - Parameters:
    ///   - count: how many bytes there are.
    ///   - read: fills a buffer with the next bytes; `false` where it can't.
    init(count: Int, _ read: @escaping (UnsafeMutableRawBufferPointer) -> Bool) {
        rest = count
        self.read = read
    }

    var isAtEnd: Bool { rest == 0 }

    mutating func column<Value: FixedWidthInteger>(_ type: Value.Type) -> [Value]? {
        guard rest >= 8 else { return nil }
        var head: UInt64 = 0
        guard withUnsafeMutableBytes(of: &head, { read($0) }) else { return nil }
        rest -= 8
        let size = MemoryLayout<Value>.size
        let count = UInt64(littleEndian: head)
        guard count <= UInt64(rest / size) else { return nil }
        rest -= Int(count) * size
        var isWhole = true
        let values = [Value](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            let room = UnsafeMutableRawBufferPointer(buffer)[..<(Int(count) * size)]
            LargeRoom.willFill(UnsafeMutableRawBufferPointer(rebasing: room))
            isWhole = read(UnsafeMutableRawBufferPointer(rebasing: room))
            initialized = isWhole ? Int(count) : 0
        }
        guard isWhole else { return nil }
        #if _endian(little)
            return values
        #else
            return values.map { Value(littleEndian: $0) }
        #endif
    }

    mutating func texts() -> TextColumn? {
        guard let bytes = column(UInt8.self), let ends = column(UInt32.self) else { return nil }
        return TextColumn(bytes: bytes, ends: ends)
    }
}
