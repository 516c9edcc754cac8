/// A Markdown file as lines, with its front matter apart, to be edited as people do.
struct MarkdownText {
    /// The lines between `---`; empty where there are none.
    var head: [String] = []
    var body: [String]
    private let hasHead: Bool

    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            hasHead = false
            body = lines
            return
        }
        hasHead = true
        head = Array(lines[1..<end])
        body = Array(lines[(end + 1)...])
    }

    var text: String {
        ((hasHead ? ["---"] + head + ["---"] : []) + body).map { $0 + "\n" }.joined()
    }

    // MARK: Keys

    /// Gives a key a value, in the place of the old one or last; `nil` takes it away with what is indented below it.
    mutating func set(_ names: [String], _ value: String?) {
        var place = head.count
        if let first = head.firstIndex(where: { line in names.contains { line.hasPrefix($0 + ":") } }) {
            place = first
            head.remove(at: first)
            while first < head.count, head[first].hasPrefix(" ") { head.remove(at: first) }
        }
        if let value { head.insert("\(names[0]): \(value)", at: place) }
    }

    func has(_ names: [String]) -> Bool { head.contains { line in names.contains { line.hasPrefix($0 + ":") } } }

    // MARK: Paragraphs

    /// Where a paragraph may be put: blank lines that part no caption from its table, and the end.
    private var gaps: [Int] {
        body.indices.filter { index in
            guard body[index].isEmpty else { return false }
            let before = index > 0 ? body[index - 1] : ""
            return !before.hasPrefix("Tab")
        } + [body.count]
    }

    mutating func insert(_ paragraph: String, using chance: inout Chance) {
        let gap = chance.pick(gaps)
        body.insert(contentsOf: [""] + paragraph.split(separator: "\n").map(String.init) + [""], at: gap)
    }

    /// The lines of running text: no heading, table, caption, note or list.
    var sentences: [Int] {
        body.indices.filter { index in
            guard let first = body[index].unicodeScalars.first else { return false }
            return first.properties.isAlphabetic && !body[index].hasPrefix("Tab")
        }
    }

    // MARK: Tables

    /// The lines of each pipe table, heading and ruler among them.
    var tables: [Range<Int>] {
        var tables: [Range<Int>] = []
        var start: Int?
        for index in 0...body.count {
            let isRow = index < body.count && body[index].hasPrefix("|")
            if isRow, start == nil { start = index }
            if !isRow, let first = start {
                if index - first > 2 { tables.append(first..<index) }
                start = nil
            }
        }
        return tables
    }

    /// The caption of a table, above it or next below.
    func caption(of table: Range<Int>) -> Int? {
        let near = [table.lowerBound - 1, table.lowerBound - 2, table.upperBound]
        return near.first { body.indices.contains($0) && body[$0].hasPrefix("Tab") }
    }

    func cells(_ line: Int) -> [String] {
        body[line].split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
    }

    /// Nothing where an earlier edit has left the line without such a cell.
    mutating func setCell(_ line: Int, _ column: Int, _ text: String) {
        var cells = cells(line)
        guard cells.indices.contains(column) else { return }
        cells[column] = " \(text) "
        body[line] = "|" + cells.joined(separator: "|") + "|"
    }
}
