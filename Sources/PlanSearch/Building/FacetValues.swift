/// The values of one facet, and which of them each document has.
struct FacetValues {
    let labels: [SearchDocument.Label]
    /// For each document: indices into `labels`.
    let indices: [[Int]]

    init(_ facet: SearchFacet, _ documents: [SearchDocument]) {
        var byID: [String: SearchDocument.Label] = [:]
        let held = documents.map { facet.labels(of: $0) }
        for label in held.joined() where byID[label.id] == nil { byID[label.id] = label }
        labels = byID.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1.id, $0) })
        indices = held.map { $0.compactMap { numbers[$0.id] }.sorted() }
    }

    /// The body of the facet's file.
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
        var previous: ArraySlice<UInt8> = []
        for label in labels {
            let id = Array(label.id.utf8)[...]
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
