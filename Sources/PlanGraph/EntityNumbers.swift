import PlanModel

/// The number of each entity: its place in the order of ids. What is kept of entities stands in arrays by it, so that ids are
/// looked up once.
struct EntityNumbers: Sendable {
    private let numbers: [EntityID: Int32]

    /// - Parameter entities: sorted by id.
    init(_ entities: [Entity]) {
        var numbers: [EntityID: Int32] = [:]
        numbers.reserveCapacity(entities.count)
        for (number, entity) in entities.enumerated() { numbers[entity.id] = Int32(number) }
        self.numbers = numbers
    }

    subscript(id: EntityID) -> Int? { numbers[id].map(Int.init) }
}

/// A relation by the numbers of its ends.
struct Edge: Hashable, Sendable, Comparable {
    let from: Int32
    let to: Int32
    let kind: RelationKind

    /// As the relations are sorted: numbers have the order of ids.
    static func < (left: Edge, right: Edge) -> Bool {
        if left.from != right.from { return left.from < right.from }
        return left.kind == right.kind ? left.to < right.to : left.kind < right.kind
    }
}

/// Relations of all entities, found from both of their ends.
struct Edges: Sendable {
    /// Sorted, each once.
    let all: [Edge]
    /// Where each entity's own begin in `all`; one more than there are entities.
    private let starts: [Int32]
    /// The places in `all` of those that lead to each entity, in order, and where each entity's begin.
    private let incoming: [Int32]
    private let incomingStarts: [Int32]

    init(_ edges: [Edge], entities count: Int) {
        var all: [Edge] = []
        all.reserveCapacity(edges.count)
        for edge in edges.sorted() where all.last != edge { all.append(edge) }
        self.all = all
        starts = Self.starts(all.lazy.map(\.from), count: count)
        incomingStarts = Self.starts(all.lazy.map(\.to), count: count)
        var next = incomingStarts
        var incoming = [Int32](repeating: 0, count: all.count)
        for (place, edge) in all.enumerated() {
            incoming[Int(next[Int(edge.to)])] = Int32(place)
            next[Int(edge.to)] += 1
        }
        self.incoming = incoming
    }

    /// What leads from an entity, in order.
    func outgoing(_ number: Int) -> ArraySlice<Edge> { all[Int(starts[number])..<Int(starts[number + 1])] }

    /// What leads to an entity, in order.
    func incoming(_ number: Int) -> [Edge] {
        incoming[Int(incomingStarts[number])..<Int(incomingStarts[number + 1])].map { all[Int($0)] }
    }

    private static func starts(_ numbers: some Sequence<Int32>, count: Int) -> [Int32] {
        var starts = [Int32](repeating: 0, count: count + 1)
        for number in numbers { starts[Int(number) + 1] += 1 }
        for number in 0..<count { starts[number + 1] += starts[number] }
        return starts
    }
}

extension Sequence {
    /// The elements by what they have in common, in order; quick where the same key comes again and again.
    func grouped<Key: Hashable>(by key: (Element) -> Key?) -> [Key: [Element]] {
        var groups: [Key: [Element]] = [:]
        var current: Key?
        var run: [Element] = []
        func close() {
            guard let current, !run.isEmpty else { return }
            groups[current, default: []] += run
        }
        for element in self {
            let next = key(element)
            if next != current {
                close()
                run = []
                current = next
            }
            if next != nil { run.append(element) }
        }
        close()
        return groups
    }
}
