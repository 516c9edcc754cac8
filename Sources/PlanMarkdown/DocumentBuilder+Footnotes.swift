internal import PlanModel

extension DocumentBuilder {
    mutating func reference(to label: String, _ offset: Int) -> MarkdownNode.Kind? {
        let key = Pieces.key(ofLabel: label)
        guard let note = notesByKey[key] else {
            diagnostics.append(.unknownFootnote(label, at: positions.position(offset)))
            return nil
        }
        let number = noteNumbers[key] ?? noteOrder.count
        if number == noteOrder.count {
            noteNumbers[key] = number
            noteOrder.append(note)
            noteUses.append(0)
        }
        noteUses[number] += 1
        return .footnoteReference(index: number, use: noteUses[number])
    }

    mutating func buildFootnotes() -> [MarkdownFootnote] {
        var footnotes: [(note: Pieces.Note, nodes: Range<Int>, position: SourcePosition)] = []
        isInNote = true
        // A footnote may refer to further ones.
        while footnotes.count < noteOrder.count, !isTooDeep {
            let index = noteOrder[footnotes.count]
            let note = pieces.notes[index]
            let position = positions.position(note.offset)
            open(.document, position)
            let first = nodes.count
            if let root = noteRoots[index] { walk(root, isIncluded: false) }
            if !isTooDeep { close() }
            footnotes.append((note, first..<nodes.count, position))
        }
        return zip(footnotes, noteUses).map { note, uses in
            MarkdownFootnote(label: note.note.label, nodes: note.nodes, uses: uses, position: note.position)
        }
    }
}
