internal import PlanModel

/// Asks several indexes as if they were one: words weigh what they weigh over all of them.
package struct SearchPortal: Sendable {
    private let readers: [SearchReader]

    /// - Parameter readers: of one language; their order breaks ties.
    package init(_ readers: [SearchReader]) {
        self.readers = readers
    }

    /// A hit of one of the indexes.
    private struct Placed {
        let site: Int
        let hit: Scoring.Hit
    }

    private static let mostPhrasePages = 40

    /// - Parameters:
    ///   - filters: for a facet, ids of which a document must have one.
    ///   - limit: how many results are shown; all are counted.
    package func search(_ text: String, filters: [SearchFacet: [String]] = [:], limit: Int = 10) -> SearchAnswer {
        var answer = SearchAnswer()
        guard let first = readers.first else { return answer }
        let query = SearchQuery(text, language: first.language, stopWords: first.root.stopWords)
        guard !query.words.isEmpty else { return answer }
        var faults: [SearchFault] = []
        let resolved = readers.map { reader in
            var resolver = TermResolver(root: reader.root, fetch: reader.fetch)
            let terms = query.words.map { resolver.resolve($0, isPlain: query.isPlain) }
            faults += resolver.faults
            return terms
        }
        let isFound = query.words.indices.map { term in resolved.contains { $0[term].isFound } }
        let terms = resolved.map { terms in
            zip(terms, isFound).map { term, isFound in term.sources.filter { !isFound || !$0.kind.isGuess } }
        }
        let parts = readers.reduce(0) { $0 + $1.root.partCount }
        let weights = query.words.indices.map { term in
            Scoring.weight(
                parts: parts, frequency: terms.reduce(0) { $0 + ($1[term].first?.postings.count ?? 0) })
        }
        answer.suggestion = suggestion(for: query, resolved: resolved, isFound: isFound)
        var placed = hits(terms: terms, weights: weights, query: query)
        placed.sort {
            $0.hit.score == $1.hit.score
                ? ($0.site, $0.hit.document) < ($1.site, $1.hit.document) : $0.hit.score > $1.hit.score
        }
        var blocks = RecordBlocks(readers: readers)
        if !query.phrases.isEmpty {
            placed = withPhrases(query, placed, blocks: &blocks, isComplete: &answer.isComplete)
        }
        answer.facets = count(&placed, filters: filters, faults: &faults)
        answer.total = placed.count
        for place in placed.prefix(max(0, limit)) {
            guard let record = blocks.record(of: place.hit.document, site: place.site) else { continue }
            answer.results.append(
                result(place, record, marks: marks(terms[place.site], weights: weights, query: query, place.hit)))
        }
        for fault in faults + blocks.faults where !answer.faults.contains(fault) { answer.faults.append(fault) }
        return answer
    }

    private func hits(terms: [[[TermSource]]], weights: [Int], query: SearchQuery) -> [Placed] {
        var required = 0
        for (index, word) in query.words.enumerated() where word.isRequired { required |= 1 << index }
        let total = weights.reduce(0, +)
        let all = readers.indices.flatMap { site in
            Scoring.hits(
                terms: terms[site], weights: weights, documentOfPart: readers[site].columns.documentOfPart,
                priors: readers[site].columns.priors
            ).map { Placed(site: site, hit: $0) }
        }
        let isMet = all.contains { $0.hit.mass == total }
        return all.filter { placed in
            placed.hit.held & required == required && (!isMet || 5 * placed.hit.mass >= 3 * total)
        }
    }

    /// Counts the values of facets and leaves out what the filters exclude.
    private func count(_ placed: inout [Placed], filters: [SearchFacet: [String]], faults: inout [SearchFault])
        -> [SearchFacet: [FacetCount]]
    {
        var passes = [Int](repeating: 0, count: placed.count)
        var valuesOf: [SearchFacet: [[SearchDocument.Label]]] = [:]
        for (number, facet) in SearchFacet.allCases.enumerated() {
            var columns: [Int: FacetColumn] = [:]
            for site in Set(placed.map(\.site)).sorted() {
                do {
                    columns[site] = try readers[site].column(facet)
                } catch {
                    faults.append(error)
                }
            }
            let wanted = filters[facet].map { Set($0) }
            var labels: [[SearchDocument.Label]] = []
            for (index, place) in placed.enumerated() {
                let held = columns[place.site]?.labels(of: place.hit.document) ?? []
                labels.append(held)
                if let wanted, !held.contains(where: { wanted.contains($0.id) }) { passes[index] |= 1 << number }
            }
            valuesOf[facet] = labels
        }
        var counts: [SearchFacet: [FacetCount]] = [:]
        for (number, facet) in SearchFacet.allCases.enumerated() {
            var byID: [String: (title: String, count: Int)] = [:]
            for (index, labels) in (valuesOf[facet] ?? []).enumerated() where passes[index] & ~(1 << number) == 0 {
                for label in labels { byID[label.id] = (label.title, (byID[label.id]?.count ?? 0) + 1) }
            }
            counts[facet] = byID.map { FacetCount(id: $0.key, title: $0.value.title, count: $0.value.count) }
                .sorted {
                    $0.count == $1.count ? $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) : $0.count > $1.count
                }
        }
        placed = zip(placed, passes).filter { $0.1 == 0 }.map(\.0)
        return counts
    }

    /// The query with what was probably meant in place of what is nowhere.
    private func suggestion(for query: SearchQuery, resolved: [[ResolvedTerm]], isFound: [Bool]) -> String? {
        var meant: [[UInt8]: [UInt8]] = [:]
        for (index, word) in query.words.enumerated() where !isFound[index] {
            meant[word.bytes] = resolved.compactMap { $0[index].suggestion }.min()?.word
        }
        guard !meant.isEmpty else { return nil }
        var text = String.UnicodeScalarView()
        var end = 0
        for place in query.places {
            guard let word = meant[place.bytes] else { continue }
            text.append(contentsOf: query.scalars[end..<place.range.lowerBound])
            text.append(contentsOf: String(decoding: word, as: UTF8.self).unicodeScalars)
            end = place.range.upperBound
        }
        text.append(contentsOf: query.scalars[end...])
        return String(text)
    }

    /// Keeps what has the phrases in its page, as far as pages are asked.
    private func withPhrases(
        _ query: SearchQuery, _ placed: [Placed], blocks: inout RecordBlocks, isComplete: inout Bool
    ) -> [Placed] {
        var kept: [Placed] = []
        for (index, place) in placed.enumerated() {
            guard index < Self.mostPhrasePages else {
                isComplete = false
                break
            }
            guard let record = blocks.record(of: place.hit.document, site: place.site),
                let html = readers[place.site].page(PageText.path(of: record.url))
            else { continue }
            let text = PageText(html)
            if text.holds(query.phrases, language: readers[place.site].language) { kept.append(place) }
        }
        return kept
    }

    private func marks(_ terms: [[TermSource]], weights: [Int], query: SearchQuery, _ hit: Scoring.Hit)
        -> [MarkedTerm]
    {
        terms.indices.filter { hit.held >> $0 & 1 == 1 }.map { index in
            let word = query.words[index]
            var forms: [String] = [word.text]
            for form in terms[index].flatMap(\.marks) where !forms.contains(form) { forms.append(form) }
            let isPrefix = word.isOpen && CodePoints.count(word.bytes[...]) >= 3
            return MarkedTerm(weight: weights[index], forms: forms, prefix: isPrefix ? word.text : nil)
        }
    }

    private func result(_ place: Placed, _ record: DocumentRecord, marks: [MarkedTerm]) -> SearchResult {
        let columns = readers[place.site].columns
        let part = record.parts[place.hit.part - Int(columns.partStarts[place.hit.document])]
        func label(_ facet: Int) -> SearchDocument.Label? { record.facets[facet] }
        return SearchResult(
            site: place.site, url: record.url, anchor: part.anchor, heading: part.heading, title: record.title,
            code: record.code, type: label(0)?.id ?? "", organisation: label(1), plan: label(2),
            period: label(3)?.id, status: label(4)?.id, score: place.hit.score, length: record.length, terms: marks)
    }
}

/// The records that were fetched for one answer.
private struct RecordBlocks {
    let readers: [SearchReader]
    private var blocks: [[Int]: [DocumentRecord]] = [:]
    private(set) var faults: [SearchFault] = []

    init(readers: [SearchReader]) {
        self.readers = readers
    }

    mutating func record(of document: Int, site: Int) -> DocumentRecord? {
        let size = readers[site].root.documentsPerBlock
        let key = [site, document / size]
        if blocks[key] == nil {
            do {
                blocks[key] = try readers[site].records(block: document / size)
            } catch {
                blocks[key] = []
                faults.append(error)
            }
        }
        guard let block = blocks[key], document % size < block.count else { return nil }
        return block[document % size]
    }
}
