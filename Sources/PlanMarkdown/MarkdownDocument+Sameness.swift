import PlanModel

extension MarkdownDocument {
    /// Whether another text says the same: every block, inline, table, caption and footnote, wherever it stands, and the
    /// same findings.
    package func saysTheSame(as other: MarkdownDocument) -> Bool {
        // Where each node ends says what it lies in, too.
        nodes.elementsEqual(other.nodes) { $0.kind == $1.kind && $0.end == $1.end }
            && tables.elementsEqual(other.tables) { $0.saysTheSame(as: $1) }
            && footnotes.elementsEqual(other.footnotes) {
                $0.label == $1.label && $0.nodes == $1.nodes && $0.uses == $1.uses
            }
            && diagnostics.map(\.code).sorted { $0.rawValue < $1.rawValue }
                == other.diagnostics.map(\.code).sorted { $0.rawValue < $1.rawValue }
    }
}

extension MarkdownTable {
    fileprivate func saysTheSame(as other: MarkdownTable) -> Bool {
        func same(_ left: Cells, _ right: Cells) -> Bool {
            left.elementsEqual(right) { $0.nodes == $1.nodes && $0.text == $1.text }
        }
        return alignments == other.alignments && same(header, other.header)
            && rows.elementsEqual(other.rows) { same($0.cells, $1.cells) && same($0.extra, $1.extra) }
            && caption?.said == other.caption?.said && caption?.nodes == other.caption?.nodes
    }
}

extension TableCaption {
    /// All that the caption says, in the order written.
    fileprivate var said: [String] {
        [text, id?.value ?? ""] + classes.map(\.value) + attributes.flatMap { [$0.key.value, $0.value.value] }
    }
}
