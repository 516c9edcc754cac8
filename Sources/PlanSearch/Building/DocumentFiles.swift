/// Writes what is known of documents beside their words: priors and records.
struct DocumentFiles {
    private let documents: DocumentTable
    private let corpus: Corpus

    init(_ documents: DocumentTable, corpus: Corpus) {
        self.documents = documents
        self.corpus = corpus
    }

    /// So many files at most, however many pages there are.
    static func documentsPerBlock(_ count: Int) -> Int { max(16, (count + 239) / 240) }

    static func blockCount(_ count: Int) -> Int { (count + documentsPerBlock(count) - 1) / documentsPerBlock(count) }

    /// The file of a block of documents.
    func block(_ number: Int) -> IndexFile.Named {
        let length = Self.documentsPerBlock(documents.count)
        let range = number * length..<min((number + 1) * length, documents.count)
        var writer = CodedWriter(numbers: DocumentKind.count)
        // A block says what its own values are called, so that no reader needs those of the whole site.
        let held = DocumentTable.recordFacets.indices.map { facet in
            Array(Set(range.compactMap { documents.label(of: $0, facet) })).sorted()
        }
        for labels in held {
            writer.number(labels.count, DocumentKind.valueCount)
            for label in labels {
                writer.string(documents.labelIDs[label], DocumentKind.valueID)
                writer.string(documents.labelTitles[label], DocumentKind.valueTitle)
            }
        }
        var previous: ArraySlice<UInt8> = []
        for index in range {
            let url = documents.urls[index]
            writer.frontCoded(url, after: previous, DocumentKind.url)
            previous = url
            writer.string(documents.titles[index], DocumentKind.title)
            writer.string(documents.codes[index], DocumentKind.code)
            for (facet, labels) in held.enumerated() {
                let place = documents.label(of: index, facet).flatMap { labels.firstIndex(of: $0) }
                writer.number(place.map { $0 + 1 } ?? 0, DocumentKind.facet + facet)
            }
            writer.number(Self.length(of: index, in: corpus), DocumentKind.words)
            for part in corpus.parts(of: index) {
                writer.string(corpus.anchors[part], DocumentKind.anchor)
                writer.string(corpus.headings[part], DocumentKind.heading)
            }
        }
        return IndexFile.documents.siteFile(writer.finished())
    }

    /// A document's words as its record has them.
    static func length(of document: Int, in corpus: Corpus) -> Int { min(255, corpus.wordCount(of: document) / 64) }

    /// The file of ranks.
    func ranks() -> IndexFile.Named {
        var runs: [(length: Int, prior: Int, parts: Int)] = []
        for index in 0..<documents.count {
            let prior = Int(documents.priors[index])
            let parts = corpus.parts(of: index).count
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
        return IndexFile.ranks.siteFile(writer.bytes)
    }
}
