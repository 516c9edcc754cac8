import PlanGraph
import PlanModel

/// Where the entities of a thread map stand when it is drawn.
///
/// All lengths are hundredths of the type size, so that a drawing grows with the text of the page.
struct ThreadLayout {
    /// An entity with its lines of text.
    struct Node {
        let entity: Entity
        let column: Int
        let lines: [String]
        /// Who, when, how it goes: one line, empty where nothing is said.
        let note: String
        /// The middle of the first line.
        var y: Int
        /// From the top of the first line to the bottom of the last.
        let height: Int
    }

    /// A perspective or focus area over its aims.
    struct Heading {
        let entity: Entity?
        let y: Int
    }

    /// Where the strands of an entity run past a column between it and what hangs on it.
    struct Passage: Hashable {
        let upper: EntityID
        let column: Int
    }

    private(set) var nodes: [EntityID: Node] = [:]
    private(set) var passages: [Passage: Int] = [:]
    private(set) var headings: [Heading] = []
    private(set) var height = 0
    let columnWidth: Int
    let columns: Int

    static let line = 140
    static let note = 120
    static let gap = 70
    /// From the bead to its text.
    static let indent = 80
    /// Between the text of a column and the beads of the next.
    static let room = 420
    private static let top = 220
    private static let headingHeight = 200
    private static let groupGap = 190
    /// What fits beside the margin on a wide page.
    private static let available = 7600

    var width: Int { columns * (Self.indent + columnWidth) + (columns - 1) * Self.room }

    func x(of column: Int) -> Int { 40 + column * (Self.indent + columnWidth + Self.room) }

    /// Where the text of a column ends.
    func end(of column: Int) -> Int { x(of: column) + Self.indent + columnWidth }

    /// - Parameter words: the name and the note of an entity, as they are to be printed.
    init(_ map: ThreadMap, words: (Entity) -> (name: String, note: String)) {
        columns = max(1, map.columns.count)
        let shared = (Self.available - (columns - 1) * Self.room) / columns - Self.indent
        columnWidth = min(3400, max(1500, shared))
        var uppers: [EntityID: [EntityID]] = [:]
        var lowers: [EntityID: [EntityID]] = [:]
        for strand in map.strands {
            uppers[strand.lower, default: []].append(strand.upper)
            lowers[strand.upper, default: []].append(strand.lower)
        }
        var places: [EntityID: Int] = [:]
        func note(_ branch: ThreadMap.Branch) {
            places[branch.entity.id] = branch.column
            for next in branch.next { note(next) }
        }
        for branch in map.groups.flatMap(\.branches) { note(branch) }
        let reach = lowers.mapValues { $0.compactMap { places[$0] }.max() ?? 0 }
        var y = Self.top
        for group in map.groups {
            if map.groups.count > 1 || group.heading != nil {
                headings.append(Heading(entity: group.heading, y: y + Self.line / 2))
                y += Self.headingHeight
            }
            y = place(group, from: y, uppers: uppers, reach: reach, words: words) + Self.groupGap
        }
        height = max(0, y - Self.groupGap) + Self.gap
    }

    /// What takes room in a column: an entity, or the strands of one further left that run past.
    private enum Item {
        case node(Node)
        case passage(Passage)

        var height: Int {
            switch self {
            case .node(let node): node.height
            case .passage: ThreadLayout.gap / 2
            }
        }
    }

    /// Places a group column by column: each entity at the middle of what it hangs on, as far as there is room.
    ///
    /// - Parameter reach: the last column that the strands of an entity lead to.
    private mutating func place(
        _ group: ThreadMap.Group, from top: Int, uppers: [EntityID: [EntityID]], reach: [EntityID: Int],
        words: (Entity) -> (name: String, note: String)
    ) -> Int {
        var stacks = [[Item]](repeating: [], count: columns)
        func collect(_ branch: ThreadMap.Branch, in layout: ThreadLayout) {
            stacks[branch.column].append(.node(layout.node(branch, words: words)))
            for column in stride(from: branch.column + 1, to: reach[branch.entity.id] ?? 0, by: 1) {
                stacks[column].append(.passage(Passage(upper: branch.entity.id, column: column)))
            }
            for next in branch.next { collect(next, in: layout) }
        }
        for branch in group.branches { collect(branch, in: self) }
        func height(of stack: [Item]) -> Int { stack.reduce(-Self.gap) { $0 + $1.height + Self.gap } }
        let bottom = top + (stacks.map(height).max() ?? 0)
        for stack in stacks {
            // What hangs higher stands higher, so that few strands cross.
            let wished = stack.enumerated().map { index, item in
                (index: index, item: item, y: wish(for: item, uppers: uppers))
            }.sorted { left, right in
                let (a, b) = (left.y ?? Int.max, right.y ?? Int.max)
                return a == b ? left.index < right.index : a < b
            }
            var rest = height(of: stack)
            var cursor = top
            for wish in wished {
                let first = max(cursor, min(bottom - rest, (wish.y ?? cursor) - Self.line / 2))
                switch wish.item {
                case .node(var node):
                    node.y = first + Self.line / 2
                    nodes[node.entity.id] = node
                case .passage(let passage):
                    passages[passage] = first + wish.item.height / 2
                }
                cursor = first + wish.item.height + Self.gap
                rest -= wish.item.height + Self.gap
            }
        }
        return bottom
    }

    /// The middle of what an item hangs on; `nil` where that is not placed.
    private func wish(for item: Item, uppers: [EntityID: [EntityID]]) -> Int? {
        switch item {
        case .node(let node):
            let placed = (uppers[node.entity.id] ?? []).compactMap { upper in
                passages[Passage(upper: upper, column: node.column - 1)]
                    ?? nodes[upper].flatMap { $0.column < node.column ? $0.y : nil }
            }
            guard !placed.isEmpty else { return nil }
            return placed.reduce(0, +) / placed.count
        case .passage(let passage):
            return passages[Passage(upper: passage.upper, column: passage.column - 1)] ?? nodes[passage.upper]?.y
        }
    }

    private func node(_ branch: ThreadMap.Branch, words: (Entity) -> (name: String, note: String)) -> Node {
        let (name, note) = words(branch.entity)
        let lines = TextWidth.lines(name, within: columnWidth)
        // The note is set smaller.
        let short = TextWidth.cut(note, to: columnWidth * 100 / 86)
        return Node(
            entity: branch.entity, column: branch.column, lines: lines.isEmpty ? [name] : lines, note: short, y: 0,
            height: max(1, lines.count) * Self.line + (short.isEmpty ? 0 : Self.note))
    }
}
