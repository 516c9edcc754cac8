/// What a result shows of its document.
struct DocumentRecord {
    let url: String
    let title: String
    let code: String
    /// Type, organisation, plan, period, status: indices into the facets' values.
    let facets: [Int?]
    let length: Int
    let parts: [(anchor: String, heading: String)]

    /// The records of a block.
    ///
    /// - Parameter first: the number of its first document.
    static func records(
        in bytes: [UInt8], named name: String, first: Int, count: Int, columns: DocumentColumns
    ) throws(SearchFault) -> [DocumentRecord] {
        var reader = try IndexFile.documents.body(of: bytes, named: name)
        var records: [DocumentRecord] = []
        var previous: [UInt8] = []
        for document in first..<first + count {
            previous = try reader.frontCoded(after: previous)
            let title = try reader.string()
            let code = try reader.string()
            var facets: [Int?] = []
            for facet in 0..<5 {
                let value = try reader.varint()
                guard value <= columns.values[facet].count else { throw reader.fault }
                facets.append(value == 0 ? nil : value - 1)
            }
            let length = try reader.varint()
            var parts: [(anchor: String, heading: String)] = []
            for _ in 0..<columns.partCount(of: document) {
                let anchor = try reader.string()
                parts.append((anchor, try reader.string()))
            }
            records.append(
                DocumentRecord(
                    url: String(decoding: previous, as: UTF8.self), title: title, code: code, facets: facets,
                    length: length, parts: parts))
        }
        guard reader.isAtEnd else { throw reader.fault }
        return records
    }
}
