/// What an index says of all its documents at once.
struct DocumentColumns {
    /// The document of each part.
    let documentOfPart: [Int32]
    /// The first part of each document.
    let partStarts: [Int32]
    let priors: [UInt8]

    init(root: SearchRoot, ranks: [UInt8]) throws(SearchFault) {
        let name = IndexFile.ranks.name(root.ranks)
        var reader = try IndexFile.ranks.body(of: ranks, named: name)
        var documentOfPart: [Int32] = []
        var partStarts: [Int32] = []
        var priors: [UInt8] = []
        for _ in 0..<(try reader.count()) {
            let length = try reader.varint()
            let prior = try reader.u8()
            let parts = try reader.varint()
            guard parts > 0, length <= root.documentCount - priors.count,
                length * parts <= root.partCount - documentOfPart.count
            else { throw reader.fault }
            for _ in 0..<length {
                partStarts.append(Int32(documentOfPart.count))
                for _ in 0..<parts { documentOfPart.append(Int32(priors.count)) }
                priors.append(UInt8(prior))
            }
        }
        guard priors.count == root.documentCount, documentOfPart.count == root.partCount, reader.isAtEnd else {
            throw reader.fault
        }
        self.documentOfPart = documentOfPart
        self.partStarts = partStarts
        self.priors = priors
    }

    func partCount(of document: Int) -> Int {
        let end = document + 1 < partStarts.count ? Int(partStarts[document + 1]) : documentOfPart.count
        return end - Int(partStarts[document])
    }

    /// The values of one facet of each document, as indices into the values.
    func column(_ facet: Int, _ bytes: [UInt8], named name: String) throws(SearchFault) -> FacetColumn {
        var reader = try IndexFile.column.coded(bytes, numbers: ColumnKind.count, named: name)
        guard try reader.number(ColumnKind.facet) == facet else { throw reader.fault }
        var values: [SearchDocument.Label] = []
        var previous: [UInt8] = []
        for _ in 0..<(try reader.number(ColumnKind.valueCount)) {
            previous = try reader.frontCoded(after: previous, ColumnKind.valueID)
            let title = try reader.string(ColumnKind.valueTitle)
            values.append(SearchDocument.Label(id: String(decoding: previous, as: UTF8.self), title: title))
        }
        var column: [[Int]] = []
        for _ in 0..<(try reader.number(ColumnKind.runCount)) {
            let length = try reader.number(ColumnKind.length)
            guard length <= priors.count - column.count else { throw reader.fault }
            var indices: [Int] = []
            for _ in 0..<(try reader.number(ColumnKind.heldCount)) {
                let index = try reader.number(ColumnKind.held)
                guard index < values.count else { throw reader.fault }
                indices.append(index)
            }
            column += [[Int]](repeating: indices, count: length)
        }
        guard column.count == priors.count, reader.isAtEnd else { throw reader.fault }
        return FacetColumn(values: values, indices: column)
    }
}

/// One facet of all documents.
struct FacetColumn {
    let values: [SearchDocument.Label]
    let indices: [[Int]]

    func labels(of document: Int) -> [SearchDocument.Label] { indices[document].map { values[$0] } }
}
