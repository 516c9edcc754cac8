package import PlanModel

/// Reads one index through a function that fetches a file by its name.
package struct SearchReader: Sendable {
    /// Fetches a file of the index; `nil` where there is none.
    package typealias Fetch = @Sendable (String) -> [UInt8]?

    let root: SearchRoot
    let columns: DocumentColumns
    let fetch: Fetch
    /// Fetches the HTML of a page by its address without fragment: phrases are looked for there, and passages taken.
    let page: Fetch

    package var language: Language { root.language }
    package var documentCount: Int { root.documentCount }

    package init(fetch: @escaping Fetch, page: @escaping Fetch = { _ in nil }) throws(SearchFault) {
        self.fetch = fetch
        self.page = page
        func file(_ name: String) throws(SearchFault) -> [UInt8] {
            guard let bytes = fetch(name) else { throw .missing(file: name) }
            return bytes
        }
        root = try SearchRoot(try file(IndexFile.rootName))
        columns = try DocumentColumns(root: root, ranks: try file(IndexFile.ranks.name(root.ranks)))
    }

    /// Asks this index alone.
    ///
    /// - Parameters:
    ///   - filters: for a facet, ids of which a document must have one.
    ///   - limit: how many results are shown; all are counted.
    package func search(_ query: String, filters: [SearchFacet: [String]] = [:], limit: Int = 10) -> SearchAnswer {
        SearchPortal([self]).search(query, filters: filters, limit: limit)
    }

    func column(_ facet: SearchFacet) throws(SearchFault) -> FacetColumn {
        let number = SearchFacet.allCases.firstIndex(of: facet) ?? 0
        let name = IndexFile.column.name(root.columns[number])
        guard let bytes = fetch(name) else { throw .missing(file: name) }
        return try columns.column(number, bytes, named: name)
    }

    func records(block: Int) throws(SearchFault) -> [DocumentRecord] {
        let name = IndexFile.documents.name(root.blocks[block])
        guard let bytes = fetch(name) else { throw .missing(file: name) }
        let first = block * root.documentsPerBlock
        return try DocumentRecord.records(
            in: bytes, named: name, first: first, count: min(root.documentsPerBlock, root.documentCount - first),
            columns: columns)
    }
}

extension SearchReader {
    /// The text of a result's page; `nil` where it cannot be fetched.
    package func pageText(of url: String) -> PageText? { page(PageText.path(of: url)).map { PageText($0) } }
}
