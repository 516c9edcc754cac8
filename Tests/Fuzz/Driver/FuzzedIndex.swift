import PlanModel
import PlanSearch

/// A small index in memory, whole or with one of its files exchanged.
enum FuzzedIndex {
    private static let files: [String: [UInt8]] = {
        let documents = (0..<12).map { number in
            SearchDocument(
                url: "p/\(number)/", title: "Sida \(number)", type: number % 2 == 0 ? "page" : "goal",
                sections: [
                    SearchSection(text: "Underhållsbudgeten för vägar, kollektivtrafik och skolor i län \(number % 7)"),
                    SearchSection(anchor: "rad", heading: "Pengar", text: "Summa\n2 547,4\nmnkr", kind: .row),
                ])
        }
        let built = SearchIndexBuilder(
            documents: documents, synonyms: [["väg", "gata"], ["RUS", "regional utvecklingsstrategi"]],
            language: .swedish
        ).files()
        return Dictionary(built.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }()

    /// The names, so that a byte can choose one.
    static let names = files.keys.sorted()

    /// A whole file of the index behind the byte that chooses it: where fuzzing begins.
    static var seeds: [[UInt8]] {
        names.enumerated().map { [UInt8($0.offset & 0xFF)] + (files[$0.element] ?? []) }
    }

    static func ask(_ query: String) {
        let whole = files
        let page: @Sendable (String) -> [UInt8]? = { _ in
            Array("<main><h1>Sida</h1><p>Underhållsbudgeten för <b>vägar</b> &amp; skolor</p></main>".utf8)
        }
        guard let reader = try? SearchReader(fetch: { whole[$0] }, page: page) else {
            preconditionFailure("a whole index can be read")
        }
        let answer = reader.search(query)
        precondition(answer.faults.isEmpty, "a whole index has no faults")
        precondition(answer.results.count <= answer.total, "more is shown than is found")
    }

    /// - Parameter bytes: which file, then the bytes that stand in its place.
    static func readDamaged(_ bytes: [UInt8]) {
        guard let choice = bytes.first else { return }
        var damaged = files
        damaged[names[Int(choice) % names.count]] = Array(bytes.dropFirst())
        let fixed = damaged
        let page: @Sendable (String) -> [UInt8]? = { _ in Array(bytes.dropFirst()) }
        guard let reader = try? SearchReader(fetch: { fixed[$0] }, page: page) else { return }
        for query in ["underhallsbudget", "kollektivtrafk", "sk", "väg län", "\"vägar och\"", "skolornas"] {
            _ = reader.search(query, filters: [.type: ["page"]])
        }
    }
}
