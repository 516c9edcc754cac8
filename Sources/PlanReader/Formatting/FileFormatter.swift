import PlanMarkdown
package import PlanModel

/// Sets out a Markdown file evenly without changing what it says.
///
/// Tables are aligned, keys of the front matter ordered, line ends, trailing white space and the file's end made even. Each
/// step is kept only if the text, read anew, says the same; code, HTML and CSV stay as they are.
package enum FileFormatter {
    package enum Result: Sendable {
        /// The text as it should be; the same bytes where nothing was to be done.
        case formatted([UInt8])
        /// Why the file was left alone.
        case unread([Diagnostic])
    }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - path: relative to the project folder.
    package static func format(_ bytes: [UInt8], path: String) -> Result {
        if let offset = SourceText.firstInvalidOffset(in: bytes) {
            let before = SourceText(file: path, bytes: Array(bytes[..<offset]))
            return .unread([.notUTF8(at: before.position(ofOffset: before.bytes.count), byte: bytes[offset])])
        }
        let source = SourceText(file: path, bytes: bytes)
        let frontMatter = FrontMatter(source)
        guard frontMatter.isWhole, frontMatter.diagnostics.allSatisfy({ $0.severity != .error }) else {
            return .unread(frontMatter.diagnostics)
        }
        let body = lines(of: source, from: frontMatter.bodyLine, through: source.lineCount)
        guard let layout = MarkdownLayout(of: source, fromLine: frontMatter.bodyLine) else {
            return .unread(document(source, frontMatter).diagnostics.filter { $0.severity == .error })
        }
        let head = head(of: source, frontMatter)
        // From the most to the least: one step that would change the meaning must not keep the others back.
        let attempts = [(true, true), (true, false), (false, true)].map { aligns, trims in
            Self.body(body, layout, source, first: frontMatter.bodyLine, aligns: aligns, trims: trims)
        }
        let original = document(source, frontMatter)
        for attempt in attempts {
            let text = SourceText(file: path, bytes: joined(head + attempt))
            if document(text, FrontMatter(text)).saysTheSame(as: original) { return .formatted(text.bytes) }
        }
        return .formatted(joined(head + body))
    }

    private static func document(_ source: SourceText, _ frontMatter: FrontMatter) -> MarkdownDocument {
        MarkdownDocument(parsing: source, fromLine: frontMatter.bodyLine, language: .swedish)
    }

    /// The front matter with its fences.
    private static func head(of source: SourceText, _ frontMatter: FrontMatter) -> [String] {
        let opening = frontMatter.position.line
        let written = lines(of: source, from: opening + 1, through: frontMatter.bodyLine - 2)
        let trimmed = written.map(withoutTrailingSpace)
        var best = written
        for attempt in [FrontMatterOrder(frontMatter, lines: trimmed, first: opening + 1).lines, trimmed] {
            guard let attempt else { continue }
            let text = SourceText(file: source.file, bytes: joined(["---"] + attempt + ["---"]))
            if FrontMatter(text).saysTheSame(as: frontMatter) {
                best = attempt
                break
            }
        }
        return ["---"] + best + ["---"]
    }

    private static func body(
        _ body: [String], _ layout: MarkdownLayout, _ source: SourceText, first: Int, aligns: Bool, trims: Bool
    ) -> [String] {
        var lines = body
        if aligns {
            for table in layout.tables {
                for (number, text) in TableAlignment(table, in: source).lines { lines[number - first] = text }
            }
        }
        guard trims else { return lines }
        for index in lines.indices where !layout.fixedLines.contains(first + index) {
            let trimmed = withoutTrailingSpace(lines[index])
            // Two spaces before a further line of text are a line break.
            let goesOn = index + 1 < lines.count && !withoutTrailingSpace(lines[index + 1]).isEmpty
            if goesOn, !trimmed.isEmpty, lines[index].hasSuffix("  ") { continue }
            lines[index] = trimmed
        }
        while let last = lines.last, last.isEmpty, !layout.fixedLines.contains(first + lines.count - 1) {
            lines.removeLast()
        }
        return lines
    }

    private static func lines(of source: SourceText, from first: Int, through last: Int) -> [String] {
        first <= last ? (first...last).map { source.text(ofLine: $0) } : []
    }

    private static func withoutTrailingSpace(_ line: String) -> String {
        var end = line.utf8.endIndex
        while end > line.utf8.startIndex {
            let before = line.utf8.index(before: end)
            guard line.utf8[before] == 0x20 || line.utf8[before] == 0x09 else { break }
            end = before
        }
        return String(line[..<end])
    }

    private static func joined(_ lines: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            bytes.append(contentsOf: line.utf8)
            bytes.append(0x0A)
        }
        return bytes
    }
}
