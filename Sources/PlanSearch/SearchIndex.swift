package import PlanModel

/// The files of an index, and what the next one can be made from.
package struct SearchIndex: Sendable {
    /// The files that were made, sorted by name; their paths are relative to the folder of the index. The root is always
    /// one of them.
    package let files: [SiteFile]
    /// The names of the index's other files, sorted: they are as they were in the index before.
    package let standing: [String]
    package let state: SearchState

    /// The same with paths relative to another folder.
    ///
    /// - Parameter folder: with a `/` behind it.
    package func placed(in folder: String) -> SearchIndex {
        SearchIndex(
            files: files.map { SiteFile(path: folder + $0.path, bytes: $0.bytes) },
            standing: standing.map { folder + $0 }, state: state)
    }

    /// Sorted by name. Two files may be alike: they are one.
    static func sorted(_ files: [SiteFile]) -> [SiteFile] {
        var seen: Set<String> = []
        return files.filter { seen.insert($0.path).inserted }.sorted { $0.path < $1.path }
    }
}

/// What an index was made from, and what its files are called: enough to make the next one where nothing has changed but
/// the sections of some documents.
package struct SearchState: Sendable {
    let model: IndexModel

    init(_ model: IndexModel) { self.model = model }

    /// Reads a state that ``write(_:)`` wrote; `nil` for anything else.
    ///
    /// What would lead beyond a bound is refused; that the bytes are those that were written is for the caller to know.
    ///
    /// - Parameters:
    ///   - count: how many bytes there are.
    ///   - read: fills a buffer with the next bytes; `false` where it can't.
    package init?(count: Int, _ read: @escaping (UnsafeMutableRawBufferPointer) -> Bool) {
        var reader = StateReader(count: count, read)
        guard let model = IndexModel(from: &reader) else { return nil }
        self.model = model
    }

    /// Writes the state: columns as they lie in memory, for the same version of the program to read.
    ///
    /// - Parameter put: takes the bytes, piece by piece.
    package func write(_ put: @escaping (UnsafeRawBufferPointer) -> Void) { model.write(to: StateWriter(put)) }

    package var documentCount: Int { model.documents.count }

    /// The number of the document with an address; `nil` where there is none, or there are several.
    package func number(of url: String) -> Int? {
        let url = Array(url.utf8)
        let found = (0..<model.documents.count).filter { model.documents.urls[$0].elementsEqual(url) }
        return found.count == 1 ? found[0] : nil
    }

    /// Makes the index of the same documents with other sections in some of them.
    ///
    /// The bytes are those of ``SearchIndexBuilder/files()`` on all documents.
    ///
    /// - Parameters:
    ///   - documents: those that have changed, by their numbers in document order.
    ///   - synonyms: as they were given for the last index.
    ///   - language: likewise.
    ///   - isThere: whether a file of the last index, by its name, still lies there; those that don't are made.
    /// - Returns: `nil` where more has changed than sections: then the index has to be made anew.
    package func index(
        changing documents: [Int: SearchDocument], synonyms: [[String]], language: Language,
        where isThere: (String) -> Bool = { _ in true }
    ) -> SearchIndex? {
        guard language == model.language else { return nil }
        return IndexRevision(of: model, changing: documents, synonyms: synonyms)?.index(where: isThere)
    }
}
