/// What a result shows of its document.
struct DocumentRecord {
    let url: String
    let title: String
    let code: String
    /// Type, organisation, plan, period, status.
    let facets: [SearchDocument.Label?]
    let length: Int
    let parts: [(anchor: String, heading: String)]

    /// The records of a block.
    ///
    /// - Parameter first: the number of its first document.
    static func records(
        in bytes: [UInt8], named name: String, first: Int, count: Int, columns: DocumentColumns
    ) throws(SearchFault) -> [DocumentRecord] {
        var reader = try IndexFile.documents.coded(bytes, numbers: DocumentKind.count, named: name)
        var values: [[SearchDocument.Label]] = []
        for _ in 0..<5 {
            var labels: [SearchDocument.Label] = []
            for _ in 0..<(try reader.number(DocumentKind.valueCount)) {
                let id = try reader.string(DocumentKind.valueID)
                labels.append(SearchDocument.Label(id: id, title: try reader.string(DocumentKind.valueTitle)))
            }
            values.append(labels)
        }
        var records: [DocumentRecord] = []
        var previous: [UInt8] = []
        for document in first..<first + count {
            previous = try reader.frontCoded(after: previous, DocumentKind.url)
            let title = try reader.string(DocumentKind.title)
            let code = try reader.string(DocumentKind.code)
            var facets: [SearchDocument.Label?] = []
            for facet in 0..<5 {
                let value = try reader.number(DocumentKind.facet + facet)
                guard value <= values[facet].count else { throw reader.fault }
                facets.append(value == 0 ? nil : values[facet][value - 1])
            }
            let length = try reader.number(DocumentKind.words)
            var parts: [(anchor: String, heading: String)] = []
            for _ in 0..<columns.partCount(of: document) {
                let anchor = try reader.string(DocumentKind.anchor)
                parts.append((anchor, try reader.string(DocumentKind.heading)))
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
