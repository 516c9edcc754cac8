import Foundation
import PlanModel
import PlanSearch

/// Reads what the JavaScript side reads as well.
enum SearchFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/search")

    static func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
    }

    /// An index in memory.
    static func reader(
        _ documents: [SearchDocument], synonyms: [[String]] = [], language: Language = .swedish,
        pages: [String: String] = [:]
    ) throws -> SearchReader {
        let files = files(documents, synonyms: synonyms, language: language)
        return try SearchReader(fetch: { files[$0] }, page: { pages[$0].map { Array($0.utf8) } })
    }

    static func files(
        _ documents: [SearchDocument], synonyms: [[String]] = [], language: Language = .swedish
    ) -> [String: [UInt8]] {
        let built = SearchIndexBuilder(documents: documents, synonyms: synonyms, language: language).files()
        return Dictionary(built.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    static func page(_ title: String, _ text: String, url: String? = nil) -> SearchDocument {
        SearchDocument(
            url: url ?? "p/\(title.lowercased())/", title: title, type: "page", sections: [SearchSection(text: text)])
    }
}

/// `Tests/Fixtures/search/corpus.json`.
struct CorpusFixture: Decodable {
    struct Document: Decodable {
        struct Section: Decodable {
            let text: String
            let heading: String?
            let anchor: String?
            let kind: String?
        }

        let url: String
        let title: String
        let code: String?
        let type: String
        let organisation: [String]?
        let plan: [String]?
        let period: String?
        let status: String?
        let units: [[String]]?
        let isMoney: Bool?
        let isSuperseded: Bool?
        let sections: [Section]

        var document: SearchDocument {
            var document = SearchDocument(
                url: url, title: title, type: type,
                sections: sections.map {
                    SearchSection(
                        anchor: $0.anchor, heading: $0.heading, text: $0.text, kind: $0.kind == "row" ? .row : .prose)
                })
            document.code = code
            document.organisation = organisation.map(Self.label)
            document.plan = plan.map(Self.label)
            document.period = period
            document.status = status
            document.units = (units ?? []).map(Self.label)
            document.isMoney = isMoney ?? false
            document.isSuperseded = isSuperseded ?? false
            return document
        }

        private static func label(_ pair: [String]) -> SearchDocument.Label {
            SearchDocument.Label(id: pair[0], title: pair[1])
        }
    }

    struct Query: Codable, Hashable {
        let query: String
        let filters: [String: [String]]?

        var byFacet: [SearchFacet: [String]] {
            var result: [SearchFacet: [String]] = [:]
            for (name, ids) in filters ?? [:] { if let facet = SearchFacet(rawValue: name) { result[facet] = ids } }
            return result
        }
    }

    let language: String
    let synonyms: [[String]]
    let documents: [Document]
    let pages: [String: String]
    let queries: [Query]
}

/// `Tests/Fixtures/search/ranking.json`: an index in Base64, and what it answers.
struct RankingFixture: Codable, Equatable {
    struct Answer: Codable, Equatable {
        struct Result: Codable, Equatable {
            let url: String
            let anchor: String
            let score: Int
            /// From the page, where the fixture has it.
            let passage: Passage?
        }

        struct Passage: Codable, Equatable {
            let anchor: String
            let text: String
            /// First and behind the last code point of each mark.
            let marks: [[Int]]
        }

        let query: String
        let filters: [String: [String]]?
        let total: Int
        let suggestion: String?
        let results: [Result]
        /// `type:goal=2`, sorted as the answer has them.
        let facets: [String]
    }

    let files: [String: String]
    let pages: [String: String]
    let answers: [Answer]
}
