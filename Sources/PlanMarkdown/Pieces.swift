internal import PlanModel

/// What libcmark does not know of and what was therefore taken out of a text before libcmark read it for good.
struct Pieces {
    struct Cell {
        /// Where its text is written.
        let source: Range<Int>
        /// The piece of inline text that libcmark reads for it; `nil` where there is no markup in it.
        let fragment: Int?
    }

    struct Row {
        let cells: [Cell]
        let offset: Int
    }

    struct Table {
        var caption: Caption?
        let header: [Cell]
        let alignments: [ColumnAlignment]
        var rows: [Row]
        let offset: Int
        /// Where each line of the table begins after what its containers put before it: heading row, delimiter row, rows.
        var lineStarts: [Int]
    }

    struct Caption {
        let syntax: CaptionSyntax
        /// Whether it begins with a word, which no ordinary text does.
        let hasWord: Bool
        let titleBytes: [UInt8]
        let title: Cell
        let offset: Int

        /// Whether the rows come from a file; a misspelt `src` was meant to say so too.
        var namesSource: Bool {
            syntax.attributes.contains { $0.key.text == "src" || Spelling.distance($0.key.text, "src", limit: 1) <= 1 }
        }
    }

    struct Note {
        let label: String
        let key: String
        let offset: Int
        let isDuplicate: Bool
    }

    var tables: [Table] = []
    var notes: [Note] = []
    var noteKeys: Set<String> = []
    var fragmentCount = 0
    /// Captions of the last round that found no table.
    var looseCaptions: [Caption] = []
    /// The first bars of rows that are indented too far to be rows.
    var indentedRows: Set<Int> = []

    /// The form in which labels of footnotes are compared.
    static func key(ofLabel label: String) -> String { label.lowercased() }
}
