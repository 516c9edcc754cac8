internal import PlanModel

/// Writes what is known of documents beside their words: priors, facets and records.
struct DocumentFiles {
    typealias Named = (file: SiteFile, hash: UInt32)

    let documentsPerBlock: Int
    let ranks: Named
    let columns: [Named]
    let blocks: [Named]

    init(_ documents: [SearchDocument], corpus: Corpus) {
        // So many files at most, however many pages there are.
        documentsPerBlock = max(16, (documents.count + 239) / 240)
        let facets = SearchFacet.allCases.map { FacetValues($0, documents) }
        ranks = IndexFile.ranks.siteFile(Self.ranks(documents, corpus: corpus))
        columns = facets.enumerated().map { number, facet in
            // Each column begins with its number, so that two that are alike are still two files.
            IndexFile.column.siteFile(facet.column(number))
        }
        let perBlock = documentsPerBlock
        let starts = Array(stride(from: 0, to: documents.count, by: perBlock))
        blocks = starts.map { start in
            let range = start..<min(start + perBlock, documents.count)
            return IndexFile.documents.siteFile(Self.block(documents, range, corpus: corpus, facets: facets))
        }
    }

    private static func block(
        _ documents: [SearchDocument], _ range: Range<Int>, corpus: Corpus, facets: [FacetValues]
    ) -> [UInt8] {
        var writer = CodedWriter(numbers: DocumentKind.count)
        // A block says what its own values are called, so that no reader needs those of the whole site.
        let held = facets.prefix(5).map { facet in Array(Set(range.compactMap { facet.indices[$0].first })).sorted() }
        for (facet, numbers) in zip(facets, held) {
            writer.number(numbers.count, DocumentKind.valueCount)
            for number in numbers {
                writer.string(facet.labels[number].id, DocumentKind.valueID)
                writer.string(facet.labels[number].title, DocumentKind.valueTitle)
            }
        }
        var previous: [UInt8] = []
        for index in range {
            let document = documents[index]
            let url = Array(document.url.utf8)
            writer.frontCoded(url, after: previous, DocumentKind.url)
            previous = url
            writer.string(document.title, DocumentKind.title)
            writer.string(document.code ?? "", DocumentKind.code)
            for (number, facet) in facets.prefix(5).enumerated() {
                let place = facet.indices[index].first.flatMap { held[number].firstIndex(of: $0) }
                writer.number(place.map { $0 + 1 } ?? 0, DocumentKind.facet + number)
            }
            writer.number(min(255, corpus.wordCounts[index] / 64), DocumentKind.words)
            for part in corpus.parts[corpus.partStarts[index]..<corpus.partStarts[index + 1]] {
                writer.string(part.anchor, DocumentKind.anchor)
                writer.string(part.heading, DocumentKind.heading)
            }
        }
        return writer.finished()
    }

    private static func ranks(_ documents: [SearchDocument], corpus: Corpus) -> [UInt8] {
        var runs: [(length: Int, prior: Int, parts: Int)] = []
        for (index, document) in documents.enumerated() {
            let prior = prior(of: document)
            let parts = corpus.partStarts[index + 1] - corpus.partStarts[index]
            if let last = runs.last, last.prior == prior, last.parts == parts {
                runs[runs.count - 1].length += 1
            } else {
                runs.append((1, prior, parts))
            }
        }
        var writer = ByteWriter()
        writer.varint(runs.count)
        for run in runs {
            writer.varint(run.length)
            writer.u8(run.prior)
            writer.varint(run.parts)
        }
        return writer.bytes
    }

    private static let raised: Set<String> = [
        "goal", "programme", "priority", "assignment", "activity", "indicator", "organisation", "unit",
    ]

    /// What a document weighs at equal match, in 16ths.
    private static func prior(of document: SearchDocument) -> Int {
        let prior = document.isMoney || raised.contains(document.type) ? 18 : 16
        return document.isSuperseded ? prior * 5 / 8 : prior
    }
}

/// The values of one facet, and which of them each document has.
private struct FacetValues {
    let labels: [SearchDocument.Label]
    /// For each document: indices into `labels`.
    let indices: [[Int]]
    private let facet: SearchFacet

    init(_ facet: SearchFacet, _ documents: [SearchDocument]) {
        self.facet = facet
        var byID: [String: SearchDocument.Label] = [:]
        let held = documents.map { facet.labels(of: $0) }
        for label in held.joined() where byID[label.id] == nil { byID[label.id] = label }
        labels = byID.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1.id, $0) })
        indices = held.map { $0.compactMap { numbers[$0.id] }.sorted() }
    }

    func column(_ number: Int) -> [UInt8] {
        var runs: [(length: Int, value: [Int])] = []
        for value in indices {
            if let last = runs.last, last.value == value {
                runs[runs.count - 1].length += 1
            } else {
                runs.append((1, value))
            }
        }
        var writer = CodedWriter(numbers: ColumnKind.count)
        writer.number(number, ColumnKind.facet)
        writer.number(labels.count, ColumnKind.valueCount)
        var previous: [UInt8] = []
        for label in labels {
            let id = Array(label.id.utf8)
            writer.frontCoded(id, after: previous, ColumnKind.valueID)
            previous = id
            writer.string(label.title, ColumnKind.valueTitle)
        }
        writer.number(runs.count, ColumnKind.runCount)
        for run in runs {
            writer.number(run.length, ColumnKind.length)
            writer.number(run.value.count, ColumnKind.heldCount)
            for value in run.value { writer.number(value, ColumnKind.held) }
        }
        return writer.finished()
    }
}

extension SearchFacet {
    func labels(of document: SearchDocument) -> [SearchDocument.Label] {
        switch self {
        case .type: [SearchDocument.Label(id: document.type, title: "")]
        case .organisation: document.organisation.map { [$0] } ?? []
        case .plan: document.plan.map { [$0] } ?? []
        case .period: document.period.map { [SearchDocument.Label(id: $0, title: "")] } ?? []
        case .status: document.status.map { [SearchDocument.Label(id: $0, title: "")] } ?? []
        case .unit: document.units
        }
    }
}
