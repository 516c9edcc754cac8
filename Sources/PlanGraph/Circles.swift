/// Circles in a relation that should lead upwards.
enum Circles {
    private enum Mark { case open, closed }

    /// Every circle once, beginning with its smallest member.
    ///
    /// - Parameter up: for each member those above it, rising.
    static func find<Member: Hashable & Comparable>(in up: [Member: [Member]]) -> [[Member]] {
        var marks: [Member: Mark] = [:]
        var circles: [[Member]] = []
        for start in up.keys.sorted() where marks[start] == nil {
            // Depth first with a stack of our own: a chain of parents may be as long as the content.
            var path: [Member] = [start]
            var next: [Int] = [0]
            marks[start] = .open
            while let member = path.last, let step = next.last {
                let above = up[member] ?? []
                guard step < above.count else {
                    marks[member] = .closed
                    path.removeLast()
                    next.removeLast()
                    continue
                }
                next[next.count - 1] += 1
                let target = above[step]
                switch marks[target] {
                case .closed: continue
                case .open:
                    guard let index = path.firstIndex(of: target) else { continue }
                    circles.append(rotated(Array(path[index...])))
                case nil:
                    marks[target] = .open
                    path.append(target)
                    next.append(0)
                }
            }
        }
        return circles
    }

    /// What may lie on a circle: all else, taken away from above and again from what is then above, leads to an end.
    ///
    /// - Parameters:
    ///   - edges: of one kind, each once.
    ///   - count: numbers are below it.
    static func suspects(among edges: [Edge], count: Int) -> [Edge] {
        var above = [Int32](repeating: 0, count: count)
        for edge in edges { above[Int(edge.from)] += 1 }
        let incoming = Edges(edges, entities: count)
        var ends = Set(edges.map(\.to)).filter { above[Int($0)] == 0 }.map(Int.init)
        while let end = ends.popLast() {
            for edge in incoming.incoming(end) {
                above[Int(edge.from)] -= 1
                if above[Int(edge.from)] == 0 { ends.append(Int(edge.from)) }
            }
        }
        return edges.filter { above[Int($0.from)] > 0 && above[Int($0.to)] > 0 }
    }

    private static func rotated<Member: Comparable>(_ circle: [Member]) -> [Member] {
        guard let least = circle.min(), let index = circle.firstIndex(of: least) else { return circle }
        return Array(circle[index...] + circle[..<index])
    }
}
