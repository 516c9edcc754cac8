import PlanMarkdown
import PlanModel

extension ContentFile {
    /// What the text means to all others: where it is as it was, an edit has changed running words alone.
    ///
    /// What is left out are the nodes of the text, which only the pages that show it are made from, and the findings of its
    /// own, which stand for themselves. Unknown where the text's tables need other files.
    var meaning: TextMeaning {
        guard tables != nil else { return .unknown }
        let (document, source) = awake
        var digest = MeaningWriter()
        digest.text(path)
        digest.text(language.rawValue)
        // What front matter says follows from its bytes; where it stands, from the line after it.
        digest.number(frontMatter.bodyLine)
        digest.bytes(source.bytes[..<source.range(ofLine: frontMatter.bodyLine).lowerBound])
        digest.number(document.headings.count)
        for heading in document.headings {
            digest.number(heading.level)
            digest.text(heading.text)
            digest.text(document.anchors[heading.node] ?? "")
        }
        for table in document.tables { digest.table(table, in: source) }
        for link in links {
            digest.text(link.target)
            digest.number(link.form == .image ? 0 : link.form == .link ? 1 : 2)
            digest.place(link.position)
        }
        digest.number(anchors.count)
        for anchor in anchors.sorted() { digest.text(anchor) }
        digest.words(words)
        for silencing in silencings {
            digest.text(silencing.code.rawValue)
            digest.place(silencing.position)
            for reach in silencing.reach {
                digest.text(reach.file)
                digest.line(reach.lines.lowerBound)
                digest.line(reach.lines.upperBound)
            }
        }
        let lines = digest.rankLines()
        return TextMeaning(
            digest: SHA256.hex(digest.bytes), lines: lines.filter { $0 >= frontMatter.bodyLine },
            bodyLine: frontMatter.bodyLine)
    }
}

extension ContentFile {
    /// What of ``meaning`` follows from the tables, and their lines: all of those with a class, and the ids of the others.
    var tablesMeaning: [UInt8] {
        let (document, source) = awake
        var digest = MeaningWriter()
        for table in document.tables {
            if table.caption?.classes.isEmpty == false {
                digest.table(table, in: source)
            } else if let id = table.caption?.id {
                digest.text(id.value)
            }
        }
        digest.writeLines()
        return digest.bytes
    }
}

/// Writes what is to be told apart, each part with its length, so that no two meanings are written alike.
private struct MeaningWriter {
    private(set) var bytes: [UInt8] = []
    /// The lines of all places, in their order.
    private var lines: [Int] = []

    mutating func line(_ line: Int) { lines.append(line) }

    /// Writes the lines.
    mutating func writeLines() {
        for line in lines { number(line) }
    }

    /// Writes of the lines which come after which.
    ///
    /// - Returns: the lines, each once, rising.
    mutating func rankLines() -> [Int] {
        let rising = Set(lines).sorted()
        let ranks = Dictionary(rising.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for line in lines { number(ranks[line] ?? 0) }
        return rising
    }

    mutating func number(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func bytes(_ slice: ArraySlice<UInt8>) {
        number(slice.count)
        bytes.append(contentsOf: slice)
    }

    mutating func place(_ position: SourcePosition) {
        line(position.line)
        number(position.column)
    }

    mutating func located(_ text: Located<String>) {
        self.text(text.value)
        place(text.position)
    }

    /// A table is read from its cells and from the lines that it stands on; one without a class takes an id alone.
    mutating func table(_ table: MarkdownTable, in source: SourceText) {
        number(1)
        guard let caption = table.caption else { return }
        text(caption.text)
        place(caption.position)
        if let id = caption.id { located(id) }
        number(caption.classes.count)
        for name in caption.classes { located(name) }
        number(caption.attributes.count)
        for (key, value) in caption.attributes {
            located(key)
            located(value)
        }
        guard !caption.classes.isEmpty else { return }
        place(table.position)
        line(caption.position.line, of: source)
        cells(table.header)
        line(table.position.line, of: source)
        number(table.rows.count)
        for row in table.rows {
            cells(row.cells)
            cells(row.extra)
            line(row.line, of: source)
        }
    }

    private mutating func cells(_ cells: MarkdownTable.Cells) {
        number(cells.count)
        for cell in cells {
            text(cell.text)
            place(cell.position)
        }
    }

    private mutating func line(_ line: Int, of source: SourceText) {
        self.line(line)
        bytes(source.bytes[source.range(ofLine: line)])
    }

    mutating func words(_ words: ProseWords) {
        number(words.abbreviations.count)
        for abbreviation in words.abbreviations { located(abbreviation) }
        number(words.explained.count)
        for word in words.explained.sorted() { text(word) }
        number(words.amounts.count)
        for amount in words.amounts {
            text(amount.amount.text)
            text(amount.amount.unit?.rawValue ?? "")
            number(amount.year)
            text(amount.sentence)
            place(amount.position)
        }
        for (number, topic) in BudgetTopic.allCases.enumerated() where words.topics.contains(topic) {
            self.number(number)
        }
    }
}
