import PlanMarkdown
import PlanModel

/// Reads `<!-- klarplan: ignore CODE reason="…" -->` in the text and `# klarplan: ignore CODE reason …` in front matter;
/// `tysta` and `skäl` say the same.
///
/// A comment with other text on its line holds for that line. On a line of its own it holds for the next line with text;
/// where a table begins there, for all of the table, also in the CSV file that it names.
struct SilencingReader {
    private(set) var silencings: [Silencing] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let source: SourceText
    private let document: MarkdownDocument
    private var scanner: CommentScanner
    /// How many comments have been read.
    private var count = 0
    /// The stretch of lines without text that was last walked: what follows it, `Int.max` where nothing does.
    private var walked: (from: Int, to: Int)?

    init(_ source: SourceText, frontMatter: FrontMatter, document: MarkdownDocument) {
        self.source = source
        self.document = document
        scanner = CommentScanner(source)
        for line in 1..<max(1, frontMatter.bodyLine) { readKeys(line) }
        guard document.nodes.hold(.htmlBlock) || document.nodes.hold(.htmlInline) else { return }
        for node in document.nodes where node.form == .htmlBlock || node.form == .htmlInline {
            if scanner.isOurs(at: node.position), mayRead(at: node.position) { readComment(at: node.position) }
        }
    }

    /// Counts a comment; each costs a walk through what is near it.
    private mutating func mayRead(at position: SourcePosition) -> Bool {
        count += 1
        if count == Limit.silencings.value + 1 { diagnostics.append(.limitExceeded(.silencings, at: position)) }
        return count <= Limit.silencings.value
    }

    private mutating func readKeys(_ line: Int) {
        guard source.bytes[source.range(ofLine: line)].contains(UInt8(ascii: "#")) else { return }
        let text = source.text(ofLine: line)
        guard text.contains("klarplan:"), let match = text.firstMatch(of: /(?:^|\s)#\s*klarplan:/),
            mayRead(at: SourcePosition(file: source.file, line: line, column: 1))
        else { return }
        let before = text[..<match.range.lowerBound]
        let isAlone = before.trimmingPrefix(while: \.isWhitespace).isEmpty
        let column = text[..<match.range.upperBound].unicodeScalars.count + 1
        let place = SourcePosition(file: source.file, line: line, column: column)
        let reach = isAlone ? next(after: line) ?? line : line
        read(
            String(text[match.range.upperBound...]), at: place, reach: [.init(file: source.file, lines: reach...reach)])
    }

    private mutating func readComment(at position: SourcePosition) {
        // A block may hold several lines, an inline may be broken over lines: the comment ends at its own mark.
        var lines: [String] = []
        var last = position.line
        let first = source.text(ofLine: position.line)
        lines.append(String(String.UnicodeScalarView(first.unicodeScalars.dropFirst(position.column - 1))))
        guard lines[0].hasPrefix("<!--") else { return }
        while !lines[lines.count - 1].contains("-->"), last < source.lineCount, last - position.line < 10 {
            last += 1
            lines.append(source.text(ofLine: last))
        }
        let whole = lines.joined(separator: "\n")
        guard let match = whole.prefixMatch(of: /<!--\s*klarplan:((?:.|\n)*?)-->/) else { return }
        let before = String(String.UnicodeScalarView(first.unicodeScalars.prefix(position.column - 1)))
        let after = whole[match.range.upperBound...].prefix { $0 != "\n" }
        let isAlone = before.allSatisfy { $0.isWhitespace || ">-*+".contains($0) } && after.allSatisfy(\.isWhitespace)
        let words = String(match.output.1).replacing("\n", with: " ")
        let offset = whole.unicodeScalars.distance(
            from: whole.startIndex, to: match.output.1.startIndex)
        let place = SourcePosition(file: source.file, line: position.line, column: position.column + offset)
        read(
            words, at: place,
            reach: isAlone ? reach(after: last) : [.init(file: source.file, lines: position.line...last)])
    }

    /// The next line with text, counted from 1.
    private func next(after line: Int) -> Int? {
        guard line < source.lineCount else { return nil }
        return ((line + 1)...source.lineCount).first { number in
            source.bytes[source.range(ofLine: number)].contains { $0 > 0x20 }
        }
    }

    /// The next line with text that is no such comment: several may stand above the same line.
    private mutating func nextText(after line: Int) -> Int? {
        if let walked, (walked.from..<walked.to).contains(line) { return walked.to == .max ? nil : walked.to }
        var next = next(after: line)
        while let comment = next, source.text(ofLine: comment).trimmed().hasPrefix("<!-- klarplan:") {
            next = self.next(after: comment)
        }
        walked = (line, next ?? .max)
        return next
    }

    private mutating func reach(after line: Int) -> [Silencing.Reach] {
        guard let next = nextText(after: line) else { return [] }
        let table = document.tables.first { table in
            table.position.line == next || table.caption?.position.line == next
        }
        guard let table else { return [.init(file: source.file, lines: next...next)] }
        let lines = [next, table.position.line, table.caption?.position.line ?? next] + table.rows.map(\.line)
        var reach = [Silencing.Reach(file: source.file, lines: next...max(next, lines.max() ?? next))]
        let folder = source.file.split(separator: "/").dropLast().map(String.init)
        for (key, value) in table.caption?.attributes ?? []
        where key.value == CaptionReader.Attribute.src.rawValue {
            if let path = CSVLibrary.join(folder, value.value) {
                reach.append(.init(file: path, lines: 1...Int.max))
            }
        }
        return reach
    }

    /// - Parameters:
    ///   - text: what follows `klarplan:`.
    ///   - place: the place of its first character.
    private mutating func read(_ text: String, at place: SourcePosition, reach: [Silencing.Reach]) {
        func located(_ part: Substring) -> Located<String> {
            let column = place.column + text[..<part.startIndex].unicodeScalars.count
            return Located(String(part), at: SourcePosition(file: place.file, line: place.line, column: column))
        }
        let match = text.firstMatch(of: /\s(?:reason|skäl)\b\s*[=:]?\s*(.*)/.dotMatchesNewlines())
        let head = match.map { text[..<$0.range.lowerBound] } ?? text[...]
        let words = head.split { $0.isWhitespace || $0 == "," }
        guard let verb = words.first else {
            diagnostics.append(.silencingUnknownWord(Located("", at: place)))
            return
        }
        guard verb == "ignore" || verb == "tysta" else {
            diagnostics.append(.silencingUnknownWord(located(verb)))
            return
        }
        guard words.count > 1 else {
            diagnostics.append(.silencingWithoutCode(located(verb)))
            return
        }
        let reason = (match.map { String($0.output.1) } ?? "").filter { !"\"”“'".contains($0) }.trimmed()
        // Where the first word is no code, that is what is told at this place.
        if reason.isEmpty, DiagnosticCode(rawValue: String(words[1])) != nil {
            diagnostics.append(.silencingWithoutReason(located(words[1])))
        }
        for word in words.dropFirst() {
            guard let code = DiagnosticCode(rawValue: String(word)) else {
                diagnostics.append(
                    .silencingUnknownCode(
                        located(word),
                        nearest: Spelling.nearest(to: String(word), among: DiagnosticCode.allCases.map(\.rawValue))))
                continue
            }
            if code.severity == .error {
                diagnostics.removeAll { $0.position == located(word).position }
                diagnostics.append(.silencedError(located(word)))
            }
            silencings.append(Silencing(code: code, position: located(word).position, reach: reach))
        }
    }
}
