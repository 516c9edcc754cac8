internal import PlanModel

/// The root of an index: what a reader knows before it is asked.
struct SearchRoot {
    struct Directory {
        let keys: [[UInt8]]
        let hashes: [UInt32]

        /// The file of a key: the last whose first key is not behind it, or the first.
        func hash(of key: [UInt8]) -> UInt32? {
            guard !keys.isEmpty else { return nil }
            var (low, high) = (0, keys.count)
            while high - low > 1 {
                let middle = (low + high) / 2
                if Folding.precedes(key, keys[middle]) { high = middle } else { low = middle }
            }
            return hashes[low]
        }
    }

    let language: Language
    let splitsCompounds: Bool
    let documentCount: Int
    let partCount: Int
    let documentsPerBlock: Int
    let stopWords: Set<String>
    let suffixes: SuffixTable
    let ranks: UInt32
    let columns: [UInt32]
    let blocks: [UInt32]
    let terms: Directory
    let spelling: Directory

    init(_ bytes: [UInt8]) throws(SearchFault) {
        var reader = try IndexFile.root.body(of: bytes, named: IndexFile.rootName)
        guard let language = Language(rawValue: try reader.string()) else { throw reader.fault }
        self.language = language
        splitsCompounds = try reader.varint() & 1 == 1
        documentCount = try reader.varint()
        partCount = try reader.varint()
        documentsPerBlock = try reader.varint()
        guard documentsPerBlock > 0, partCount >= documentCount, partCount < 1 << 26 else { throw reader.fault }
        var words: Set<String> = []
        for _ in 0..<(try reader.count()) { words.insert(try reader.string()) }
        stopWords = words
        var suffixes: [(suffix: String, mask: Int)] = []
        for _ in 0..<(try reader.count()) {
            let suffix = try reader.string()
            suffixes.append((suffix, try reader.varint()))
        }
        self.suffixes = SuffixTable(suffixes)
        ranks = try reader.u32()
        var columns: [UInt32] = []
        for _ in SearchFacet.allCases { columns.append(try reader.u32()) }
        self.columns = columns
        var blocks: [UInt32] = []
        for _ in 0..<(try reader.count()) { blocks.append(try reader.u32()) }
        guard blocks.count == (documentCount + documentsPerBlock - 1) / documentsPerBlock else { throw reader.fault }
        self.blocks = blocks
        terms = try Self.directory(&reader)
        spelling = try Self.directory(&reader)
        guard reader.isAtEnd else { throw reader.fault }
    }

    private static func directory(_ reader: inout ByteReader) throws(SearchFault) -> Directory {
        var keys: [[UInt8]] = []
        var hashes: [UInt32] = []
        for _ in 0..<(try reader.count()) {
            keys.append(try reader.frontCoded(after: keys.last ?? []))
            hashes.append(try reader.u32())
        }
        return Directory(keys: keys, hashes: hashes)
    }
}
