import PlanModel

/// The keys of a front matter in the order of ``order``, each with its lines and the comments above it.
struct FrontMatterOrder {
    /// The lines between the fences, in their new order; `nil` where each key does not begin a line of its own.
    let lines: [String]?

    /// - Parameters:
    ///   - lines: those between the fences.
    ///   - first: the number of the first of them, counted from 1.
    init(_ frontMatter: FrontMatter, lines: [String], first: Int) {
        let starts = frontMatter.pairs.map { $0.key.position.line - first }
        let isOnePerLine = zip(starts, starts.dropFirst()).allSatisfy(<)
        guard isOnePerLine, starts.allSatisfy(lines.indices.contains),
            frontMatter.pairs.allSatisfy({ $0.key.position.column == 1 })
        else {
            self.lines = nil
            return
        }
        // A comment right above a key goes with it.
        let cuts = starts.map { start in
            var cut = start
            while cut > 0, lines[cut - 1].hasPrefix("#") || lines[cut - 1].trimmed().isEmpty { cut -= 1 }
            return cut
        }
        var end = lines.count
        // What is commented out at the end stays at the end.
        if let last = starts.last {
            while end > last + 1, lines[end - 1].hasPrefix("#") || lines[end - 1].trimmed().isEmpty { end -= 1 }
        }
        let blocks = cuts.indices.map { index in
            (
                rank: Self.rank(frontMatter.pairs[index].key.value), index: index,
                lines: lines[(index == 0 ? 0 : cuts[index])..<(index + 1 < cuts.count ? cuts[index + 1] : end)]
            )
        }
        self.lines = blocks.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.flatMap(\.lines) + lines[end...]
    }

    /// What it is first, then what is the type's own, then what every file may have; the agenda, which is long, last.
    static let order: [Field] = {
        let first: [Field] = [.type, .id, .title]
        let last: [Field] = [.summary, .tags, .updated, .source, .publish, .publishAt, .agenda]
        return first + Field.allCases.filter { !first.contains($0) && !last.contains($0) } + last
    }()

    /// Keys that no file has come last of all.
    private static func rank(_ key: String) -> Int {
        order.firstIndex { $0.rawValue == key || $0.swedish == key } ?? order.count
    }
}

extension FrontMatter {
    /// Whether another front matter gives the same keys the same values, in whatever order of the top keys.
    func saysTheSame(as other: FrontMatter) -> Bool {
        guard isWhole, other.isWhole, pairs.count == other.pairs.count else { return false }
        return pairs.allSatisfy { pair in
            other.pairs.first { $0.key.value == pair.key.value }?.value.value.saysTheSame(as: pair.value.value) ?? false
        }
    }
}

extension YAMLNode {
    fileprivate func saysTheSame(as other: YAMLNode) -> Bool {
        switch (self, other) {
        case (.scalar(let left), .scalar(let right)): left == right
        case (.sequence(let left), .sequence(let right)):
            left.elementsEqual(right) { $0.value.saysTheSame(as: $1.value) }
        case (.mapping(let left), .mapping(let right)):
            left.elementsEqual(right) {
                $0.key.value == $1.key.value && $0.value.value.saysTheSame(as: $1.value.value)
            }
        case (.scalar, _), (.sequence, _), (.mapping, _): false
        }
    }
}
