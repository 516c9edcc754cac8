import PlanModel

/// Circles in a relation that should lead upwards.
enum Circles {
    /// Every circle once, beginning with its smallest id.
    ///
    /// - Parameter up: for each id the ids above it.
    static func find(in up: [EntityID: [EntityID]]) -> [[EntityID]] {
        enum Mark { case open, closed }
        var marks: [EntityID: Mark] = [:]
        var circles: [[EntityID]] = []
        for start in up.keys.sorted() where marks[start] == nil {
            // Depth first with a stack of our own: a chain of parents may be as long as the content.
            var path: [EntityID] = [start]
            var next: [Int] = [0]
            marks[start] = .open
            while let id = path.last, let step = next.last {
                let above = up[id] ?? []
                guard step < above.count else {
                    marks[id] = .closed
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

    private static func rotated(_ circle: [EntityID]) -> [EntityID] {
        guard let least = circle.min(), let index = circle.firstIndex(of: least) else { return circle }
        return Array(circle[index...] + circle[..<index])
    }
}
