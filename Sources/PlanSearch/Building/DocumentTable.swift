/// What the index tells of documents beside their words: columns that can be kept as they are.
struct DocumentTable: Sendable {
    /// The facets that a record names; units stand in their column alone.
    static let recordFacets = SearchFacet.allCases.prefix(5)

    private(set) var urls = TextColumn()
    private(set) var titles = TextColumn()
    private(set) var codes = TextColumn()
    /// What each document weighs at equal match, in 16ths.
    private(set) var priors: [UInt8] = []
    /// Of each document and each facet of records, one document after another: the label's place + 1, or 0.
    private(set) var facets: [UInt32] = []
    /// Behind each facet's last label.
    private(set) var labelEnds: [UInt32] = []
    private(set) var labelIDs = TextColumn()
    private(set) var labelTitles = TextColumn()
    /// Of all that each document is beside its sections.
    private(set) var digests: [UInt64] = []

    init(_ documents: [SearchDocument], facets values: [FacetValues]) {
        for (index, document) in documents.enumerated() {
            urls.append(document.url.utf8)
            titles.append(document.title.utf8)
            codes.append((document.code ?? "").utf8)
            priors.append(UInt8(Self.prior(of: document)))
            facets += values.prefix(Self.recordFacets.count).map { UInt32($0.indices[index].first.map { $0 + 1 } ?? 0) }
            digests.append(Self.digest(of: document))
        }
        for facet in values.prefix(Self.recordFacets.count) {
            for label in facet.labels {
                labelIDs.append(label.id.utf8)
                labelTitles.append(label.title.utf8)
            }
            labelEnds.append(UInt32(labelIDs.count))
        }
    }

    var count: Int { urls.count }

    func labels(of facet: Int) -> Range<Int> {
        (facet == 0 ? 0 : Int(labelEnds[facet - 1]))..<Int(labelEnds[facet])
    }

    /// The label that a document has of a facet; `nil` for none.
    func label(of document: Int, _ facet: Int) -> Int? {
        let value = Int(facets[document * Self.recordFacets.count + facet])
        return value == 0 ? nil : labels(of: facet).lowerBound + value - 1
    }

    private static let raised: Set<String> = [
        "goal", "programme", "priority", "assignment", "activity", "indicator", "organisation", "unit",
    ]

    private static func prior(of document: SearchDocument) -> Int {
        let prior = document.isMoney || raised.contains(document.type) ? 18 : 16
        return document.isSuperseded ? prior * 5 / 8 : prior
    }

    /// Tells documents apart that differ in anything but their sections.
    static func digest(of document: SearchDocument) -> UInt64 {
        var digest = TextDigest()
        digest.add(document.url)
        digest.add(document.title)
        digest.add(document.code)
        digest.add(document.type)
        for label in [document.organisation, document.plan] + document.units {
            digest.add(label?.id)
            digest.add(label?.title)
        }
        digest.add(document.period)
        digest.add(document.status)
        digest.add(document.isSuperseded ? "1" : "0")
        digest.add(document.isMoney ? "1" : "0")
        return digest.value
    }
}

extension DocumentTable {
    /// Reads the columns of a kept table; `nil` where they don't fit each other.
    init?(from reader: inout StateReader) {
        guard let urls = reader.texts(), let titles = reader.texts(), let codes = reader.texts(),
            let priors = reader.column(UInt8.self), let facets = reader.column(UInt32.self),
            let labelEnds = reader.column(UInt32.self), let labelIDs = reader.texts(),
            let labelTitles = reader.texts(), let digests = reader.column(UInt64.self)
        else { return nil }
        let count = urls.count
        guard titles.count == count, codes.count == count, priors.count == count, digests.count == count,
            facets.count == count * Self.recordFacets.count, labelEnds.count == Self.recordFacets.count,
            Columns.rise(labelEnds, to: labelIDs.count), labelTitles.count == labelIDs.count
        else { return nil }
        (self.urls, self.titles, self.codes, self.priors) = (urls, titles, codes, priors)
        (self.facets, self.labelEnds, self.labelIDs) = (facets, labelEnds, labelIDs)
        (self.labelTitles, self.digests) = (labelTitles, digests)
        for (index, value) in facets.enumerated()
        where Int(value) > labels(of: index % Self.recordFacets.count).count { return nil }
    }

    func write(to writer: StateWriter) {
        writer.texts(urls)
        writer.texts(titles)
        writer.texts(codes)
        writer.column(priors)
        writer.column(facets)
        writer.column(labelEnds)
        writer.texts(labelIDs)
        writer.texts(labelTitles)
        writer.column(digests)
    }
}

/// A digest of texts one after another (FNV-1a): tells apart what is not the same, and guards no secret.
struct TextDigest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String?) {
        for byte in (text ?? "").utf8 { add(byte) }
        // No byte of UTF-8 is one of these.
        add(text == nil ? 0xFE : 0xFF)
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
