import PlanModel

/// The order in which the content is read from its beginning: `index.md` of a folder first, then files by path.
struct ReadingOrder {
    /// The numbers of the entities in this order.
    let numbers: [Int]

    /// - Parameters:
    ///   - entities: by number.
    ///   - index: the place of each table among `tables`.
    init(_ entities: [Entity], tables: [PlanTable], index: [EntityID: Int]) {
        var files: [SourceFile: Int] = [:]
        // In the order in which they are met, which is nearly theirs: that is quick to sort.
        var names: [SourceFile] = []
        var places: [Place] = []
        places.reserveCapacity(entities.count)
        for (number, entity) in entities.enumerated() {
            var position = entity.position
            var column = position.column
            if let row = entity.row, let table = index[row.table].map({ tables[$0] }) {
                // The row's place in the caption's file, so that rows of CSV files keep the place of their caption.
                position = SourcePosition(file: table.origin.place.file, line: table.position.line, column: 0)
                column = row.row + 1
            }
            let file = files[position.source] ?? names.count
            if file == names.count {
                files[position.source] = file
                names.append(position.source)
            }
            places.append(Place(file: file, line: position.line, column: column, number: number))
        }
        let sorted = names.enumerated().map { (key: FileKey($1.path), file: $0) }.sorted { $0.key < $1.key }
        var ranks = [Int](repeating: 0, count: names.count)
        for (rank, item) in sorted.enumerated() { ranks[item.file] = rank }
        for place in places.indices { places[place].file = ranks[places[place].file] }
        places.sort()
        numbers = places.map(\.number)
    }

    private struct Place: Comparable {
        var file: Int
        let line: Int
        let column: Int
        let number: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.file, left.line, left.column, left.number) < (right.file, right.line, right.column, right.number)
        }
    }

    private struct FileKey: Comparable {
        /// A plan's own folder stands for all that lies below it.
        private let folder: Substring
        private let isIndex: Bool
        private let path: String

        init(_ path: String) {
            var slashes = 0
            let end = path.utf8.firstIndex { byte in
                if byte == UInt8(ascii: "/") { slashes += 1 }
                return slashes == 3
            }
            folder = path[..<(end ?? path.endIndex)]
            isIndex = path.hasSuffix("/index.md")
            self.path = path
        }

        static func < (left: FileKey, right: FileKey) -> Bool {
            if left.folder != right.folder { return left.folder < right.folder }
            if left.isIndex != right.isIndex { return left.isIndex }
            // Two names that only look the same have an order, too.
            return left.path == right.path
                ? left.path.utf8.lexicographicallyPrecedes(right.path.utf8) : left.path < right.path
        }
    }
}
