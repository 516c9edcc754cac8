internal import PlanModel

/// The names of an index's files, each as the number that it is made from.
struct IndexNames: Sendable {
    var ranks: UInt32 = 0
    /// In the order of the facets.
    var columns: [UInt32] = []
    var blocks: [UInt32] = []
    var terms: [UInt32] = []
    var spelling: [UInt32] = []

    /// All names but the root's.
    var all: Set<String> {
        var names: Set<String> = [IndexFile.ranks.name(ranks)]
        let kinds: [(IndexFile, [UInt32])] = [
            (.column, columns), (.documents, blocks), (.terms, terms), (.spelling, spelling),
        ]
        for (kind, hashes) in kinds { names.formUnion(hashes.map { kind.name($0) }) }
        return names
    }
}

extension IndexNames {
    init?(from reader: inout StateReader, documentCount: Int) {
        guard let ranks = reader.column(UInt32.self), let columns = reader.column(UInt32.self),
            let blocks = reader.column(UInt32.self), let terms = reader.column(UInt32.self),
            let spelling = reader.column(UInt32.self), ranks.count == 1,
            columns.count == SearchFacet.allCases.count, blocks.count == DocumentFiles.blockCount(documentCount)
        else { return nil }
        self.init(ranks: ranks[0], columns: columns, blocks: blocks, terms: terms, spelling: spelling)
    }

    func write(to writer: StateWriter) {
        for column in [[ranks], columns, blocks, terms, spelling] { writer.column(column) }
    }
}
