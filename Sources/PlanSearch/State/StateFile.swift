/// Writes columns one behind another as they lie in memory, the lowest byte first.
struct StateWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func column<Value: FixedWidthInteger>(_ values: [Value]) {
        count(values.count)
        #if _endian(little)
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        #else
            for value in values { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
        #endif
    }

    mutating func texts(_ texts: TextColumn) {
        column(texts.bytes)
        column(texts.ends)
    }

    private mutating func count(_ count: Int) {
        withUnsafeBytes(of: UInt64(count).littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Reads columns; never beyond the end.
struct StateReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func column<Value: FixedWidthInteger>(_ type: Value.Type) -> [Value]? {
        guard bytes.count - position >= 8 else { return nil }
        let count = bytes.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
        position += 8
        let size = MemoryLayout<Value>.size
        guard count <= UInt64((bytes.count - position) / size) else { return nil }
        let range = position..<position + Int(count) * size
        position = range.upperBound
        let values = [Value](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: $0[range])) }
            initialized = Int(count)
        }
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
