internal import CCmark
internal import PlanModel

/// Paragraphs that were most likely meant as captions or as tables: rows that GitHub's rules read as text.
extension DocumentBuilder {
    /// Why rows are no table.
    enum LostRows {
        /// The row under the headings has dashes of a word processor.
        case wordDashes(mended: String)
        /// The row under the headings has another number of columns.
        case columns(heading: Int, below: Int)
        /// No row of dashes stands under the headings.
        case noDelimiterRow(mended: String)
        /// A blank line sets them apart from the table above.
        case apart
        /// Tabs stand between the columns.
        case tabs(mended: String)

        /// Whether the rows can be nothing but a table, caption or not.
        var isSurelyTable: Bool {
            switch self {
            case .wordDashes, .apart: true
            case .columns, .noDelimiterRow, .tabs: false
            }
        }
    }

    /// Looks at a paragraph that libcmark and the tables have left.
    mutating func checkLostPiece(_ node: CmarkNode) {
        guard !isInNote, text.lines.indices.contains(node.startLine) else { return }
        let last = min(max(node.startLine, node.endLine), text.lines.count - 1)
        let start = text.origin(line: node.startLine, column: node.startColumn)
        guard start < source.count, text.lines[node.startLine].carrier == .none else { return }
        if source[start] == 0x7C {
            let line = positions.position(start).line
            guard isRow(plain(line)) else { return }
            let reason = reason(forRowsAt: line) ?? .noDelimiterRow(mended: delimiterRow(line))
            lostRows.append((line, isAfterTable(line) && !reason.isSurelyTable ? .apart : reason))
        }
        // A caption without a table is told as such.
        let isCaption = source[start...].withUnsafeBufferPointer { CaptionSyntax.marker(in: $0, at: 0) > 0 }
        guard !isCaption else { return }
        for line in node.startLine == last ? [last] : [node.startLine, last] {
            let start = line == node.startLine ? start : text.origin(line: line, column: 0)
            // Without a brace there is nothing that might be attributes.
            let bytes = text.lines[line].source
            let mayHoldAttributes = source.withUnsafeBufferPointer { source in
                UnsafeBufferPointer(rebasing: source[bytes]).holds(0x7B)
            }
            guard mayHoldAttributes else { continue }
            guard let mended = lostCaption(text.source.text(ofLine: positions.position(start).line)) else { continue }
            diagnostics.append(.lostCaption(mended: mended, at: positions.position(start)))
            return
        }
    }

    /// Says of captions without tables and of rows without a table what is wrong, once for both.
    mutating func reportLostTables() {
        for caption in pieces.looseCaptions where caption.hasWord || caption.syntax.hasAttributes {
            let top = positions.position(caption.offset)
            let below = nextLine(after: top.line)
            if let below, let reason = reason(forRowsAt: below) {
                diagnostics.append(.brokenTable(reason, isError: true, at: place(of: reason, line: below)))
                lostRows.removeAll { $0.line == below }
            } else if let fault = caption.syntax.fault {
                diagnostics.append(.captionSyntax(fault.kind, at: positions.position(fault.offset)))
            } else {
                diagnostics.append(.captionWithoutTable(at: top))
            }
        }
        // A row that is indented too far says why its table is none.
        let indented = pieces.indentedRows.map { positions.position($0).line }
        for (line, reason) in lostRows where !indented.contains(where: { abs($0 - line) <= 2 }) {
            diagnostics.append(
                .brokenTable(reason, isError: reason.isSurelyTable, at: place(of: reason, line: line)))
        }
    }

    /// The row at fault: the heading, or the row under it.
    private func place(of reason: LostRows, line: Int) -> SourcePosition {
        let row: Int
        switch reason {
        case .wordDashes, .columns: row = line + 1
        case .noDelimiterRow, .apart, .tabs: row = line
        }
        let mark = text.source.text(ofLine: row).unicodeScalars.prefix { $0 == " " || $0 == "\t" || $0 == ">" }
        return SourcePosition(in: text.source.source, line: row, column: mark.count + 1)
    }

    /// The caption as it should be written, where a line has the braces of one and isn't read as one; empty where only a
    /// blank line is missing above it.
    private func lostCaption(_ line: String) -> String? {
        let marks: (Character) -> Bool = { " \t*_>#".contains($0) }
        var words = Substring(line).drop(while: marks)
        while let last = words.last, " \t*_".contains(last) { words.removeLast() }
        guard words.last == "}", let open = words.lastIndex(of: "{") else { return nil }
        let attributes = words[words.index(after: open)...].dropLast()
        let names = attributes.split { $0 == " " || $0 == "\t" }
        let first = words.prefix { $0.isLetter }
        let isNear = ["tabell", "table"].contains { Spelling.distance(String(first), $0, limit: 2) <= 2 }
        let isKnown = names.contains { $0.first == "." && TableClass(spelling: String($0.dropFirst())) != nil }
        guard isKnown || (isNear && (names.first?.first == "." || names.first?.first == "#")) else { return nil }
        let isMarked = Array(words.utf8).withUnsafeBufferPointer { CaptionSyntax.marker(in: $0, at: 0) > 2 }
        if isMarked, words.startIndex == line.drop(while: { $0 == " " || $0 == ">" }).startIndex { return "" }
        var title = words
        if isNear || isMarked {
            title = title.dropFirst(first.count).drop { $0.isWhitespace || $0 == ":" }
        }
        let word = first.lowercased().hasPrefix("table") ? "Table" : "Tabell"
        return "\(word): \(title)"
    }

    // MARK: Lines

    /// A line without what its containers put before it.
    private func plain(_ line: Int) -> String {
        String(text.source.text(ofLine: line).drop { $0 == " " || $0 == "\t" || $0 == ">" })
    }

    private func nextLine(after line: Int) -> Int? {
        var next = line + 1
        while next <= text.source.lineCount, plain(next).trimmed().isEmpty { next += 1 }
        return next <= text.source.lineCount ? next : nil
    }

    /// Whether a line is written as a row is: a bar first, and another at its end or two more within.
    private func isRow(_ line: String) -> Bool {
        let row = line.trimmed()
        guard row.first == "|" else { return false }
        let bars = row.utf8.filter { $0 == 0x7C }.count
        return bars > 2 || (bars == 2 && row.last == "|" && row.count > 2)
    }

    /// What keeps the rows that begin at a line from being a table; `nil` where they are none or nothing does.
    private func reason(forRowsAt line: Int) -> LostRows? {
        let first = plain(line)
        let second = line < text.source.lineCount ? plain(line + 1) : ""
        if isTabbed(first), isTabbed(second) {
            let cells = first.split(separator: "\t").map { String($0).trimmed() }
            return .tabs(mended: "| " + cells.joined(separator: " | ") + " |")
        }
        guard isRow(first) else { return nil }
        if let mended = mendedDashes(second) { return .wordDashes(mended: mended) }
        let below = Array(second.utf8).withUnsafeBufferPointer { TableSyntax.alignments(in: $0, from: 0)?.count }
        guard let below else { return isRow(second) ? .noDelimiterRow(mended: delimiterRow(line)) : nil }
        let heading = Array(first.utf8).withUnsafeBufferPointer { TableSyntax.cells(in: $0, from: 0).count }
        return heading == below ? nil : .columns(heading: heading, below: below)
    }

    private func isTabbed(_ line: String) -> Bool {
        !line.contains("|") && line.trimmed().split(separator: "\t", omittingEmptySubsequences: true).count > 1
    }

    /// A row of dashes as it should be, where a word processor has made its hyphens longer.
    private func mendedDashes(_ line: String) -> String? {
        let row = line.trimmed()
        guard row.contains(where: Self.longDashes.contains), row.contains("|"),
            row.allSatisfy({ Self.longDashes.contains($0) || "|:- \t".contains($0) })
        else { return nil }
        let cells = row.split(separator: "|").map { cell -> String in
            let mark = String(cell).trimmed()
            guard !mark.isEmpty else { return "---" }
            return (mark.first == ":" ? ":" : "") + "---" + (mark.last == ":" && mark.count > 1 ? ":" : "")
        }
        return "|" + cells.joined(separator: "|") + "|"
    }

    private static let longDashes: Set<Character> = ["–", "—", "−", "\u{2010}", "\u{2011}", "\u{2015}"]

    /// The row that is missing under a heading.
    private func delimiterRow(_ line: Int) -> String {
        let count = Array(plain(line).utf8).withUnsafeBufferPointer { TableSyntax.cells(in: $0, from: 0).count }
        return "|" + String(repeating: "---|", count: max(1, min(count, 12)))
    }

    /// Whether nothing but blank lines stands between a line and a row of a table above it.
    private func isAfterTable(_ line: Int) -> Bool {
        var above = line - 1
        while above >= 1, plain(above).trimmed().isEmpty { above -= 1 }
        guard above >= 1, above < line - 1, plain(above).contains("|"), let parent = openNode else { return false }
        let container = nodes.parent(of: parent)
        guard let before = (0..<(nodes.count - 1)).last(where: { nodes.parent(of: $0) == container }) else {
            return false
        }
        if nodes[before].form == .table { return true }
        return false
    }
}
