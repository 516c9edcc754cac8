import PlanModel

/// What most likely went wrong in YAML that libyaml can't read, by the lines as somebody wrote them.
///
/// libyaml says where it gave up; the mistake is often lines above: a colon without its space, a quotation mark that is
/// never closed.
struct YAMLFaults {
    private let source: SourceText
    /// Up to the line where libyaml gave up.
    private let lines: ClosedRange<Int>

    init(_ source: SourceText, lines: ClosedRange<Int>) {
        self.source = source
        self.lines = lines
    }

    /// A line taken apart at its first colon.
    struct Entry {
        let indent: Int
        /// `- ` before the key.
        let dash: String
        let key: String
        /// Of the character after the colon, counted from 1.
        let column: Int
        /// What follows the colon, white space and all.
        let rest: String

        var value: String { rest.trimmed() }

        /// The line with another value.
        func line(_ value: String) -> String { "\(dash)\(key): \(value)" }
    }

    /// - Parameters:
    ///   - place: where libyaml gave up.
    ///   - start: where what it could not finish began.
    func finding(
        of problem: String, context: String, at place: SourcePosition, from start: SourcePosition
    ) -> Diagnostic? {
        if let fault = colonWithoutSpace() { return fault }
        if let fault = unclosedQuote() { return fault }
        if context.contains("quoted scalar"), problem.contains("end of stream") || problem.contains("document") {
            return .yamlUnclosedQuote(mended: entry(start.line).map { closed($0) }, at: start)
        }
        guard problem.contains("mapping values are not allowed"), let entry = entry(place.line) else { return nil }
        return .yamlColon(
            mended: entry.line(quoted(Self.withoutQuotes(entry.value) ?? entry.value)),
            isTypographic: Self.withoutQuotes(entry.value) != nil, at: place)
    }

    /// A key whose colon no plain space follows, in lines that libyaml has run together.
    func colonWithoutSpace() -> Diagnostic? {
        for line in lines {
            guard let entry = entry(line), let next = entry.rest.unicodeScalars.first else { continue }
            let isNoBreak = next.isSpace && next != " " && next != "\t" && next.value > 0x7F
            guard isNoBreak || (!next.isSpace && next != "/" && next != ":") else { continue }
            let position = SourcePosition(file: source.file, line: line, column: entry.column)
            return .yamlMissingSpace(mended: entry.line(entry.value), isNoBreak: isNoBreak, at: position)
        }
        return nil
    }

    /// A value that begins with a quotation mark, ends without one, and is followed by the next key.
    private func unclosedQuote() -> Diagnostic? {
        for line in lines where line < lines.upperBound || line == source.lineCount {
            guard let entry = entry(line), let mark = entry.value.first, mark == "\"" || mark == "'",
                entry.value.filter({ $0 == mark }).count == 1, self.entry(line + 1) != nil
            else { continue }
            let spaces = entry.rest.unicodeScalars.prefix { $0.isSpace }.count
            let position = SourcePosition(file: source.file, line: line, column: entry.column + spaces)
            return .yamlUnclosedQuote(mended: closed(entry), at: position)
        }
        return nil
    }

    private func closed(_ entry: Entry) -> String {
        entry.line(entry.value + (entry.value.first == "'" ? "'" : "\""))
    }

    /// The indentation that a line most likely needs: that of the line above, or two more below a key without a value.
    func indent(ofLine line: Int) -> Int {
        var above = line - 1
        while above >= lines.lowerBound, source.text(ofLine: above).trimmed().isEmpty { above -= 1 }
        guard above >= lines.lowerBound, let entry = entry(above) else { return 2 }
        let inner = entry.indent + entry.dash.unicodeScalars.count
        let isTab = source.text(ofLine: above).first == "\t"
        return entry.value.isEmpty ? inner + 2 : isTab ? indent(ofLine: above) : inner
    }

    /// `nil` where the line has no key: letters, digits and hyphens before a colon.
    private func entry(_ line: Int) -> Entry? {
        guard line >= 1, line <= source.lineCount else { return nil }
        let text = source.text(ofLine: line)
        let spaces = text.prefix { $0 == " " || $0 == "\t" }
        var words = text.dropFirst(spaces.count)
        var dash = ""
        while words.hasPrefix("- ") {
            dash += "- "
            words = words.dropFirst(2)
        }
        let key = words.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "\u{AD}" }
        guard !key.isEmpty, key.first?.isLetter == true, words.dropFirst(key.count).first == ":" else { return nil }
        let rest = words.dropFirst(key.count + 1)
        let before = text.unicodeScalars.count - rest.unicodeScalars.count
        return Entry(
            indent: spaces.unicodeScalars.count, dash: dash, key: String(key), column: before + 1, rest: String(rest))
    }

    /// In straight quotation marks.
    private func quoted(_ value: String) -> String {
        value.contains("\"") ? "'" + value.replacing("'", with: "''") + "'" : "\"" + value + "\""
    }

    /// What stands within typographic quotation marks; `nil` where none begin the value.
    static func withoutQuotes(_ value: String) -> String? {
        guard let first = value.first, typographic.contains(first) else { return nil }
        var inner = value.dropFirst()
        if let last = inner.last, typographic.contains(last) { inner = inner.dropLast() }
        return String(inner).trimmed()
    }

    /// What word processors make of `"` and `'`.
    static let typographic: Set<Character> = ["”", "“", "„", "‟", "’", "‘", "‚", "«", "»"]
}

extension Diagnostic {
    fileprivate static func yamlColon(mended: String, isTypographic: Bool, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            isTypographic
                ? LocalizedText(
                    sv: "citattecknen är typografiska och räknas inte: värdet har ett kolon och behöver raka",
                    en:
                        "the quotation marks are typographic and don't count: the value has a colon and needs straight ones"
                )
                : LocalizedText(
                    sv: "kolon i ett värde som inte står inom citattecken", en: "a colon in a value that isn't quoted"),
            help: LocalizedText(sv: "skriv raden så här: \(mended)", en: "write the line like this: \(mended)"))
    }

    static func yamlMissingSpace(mended: String, isNoBreak: Bool, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            isNoBreak
                ? LocalizedText(
                    sv: "efter kolonet står ett hårt mellanslag, som inte räknas; där ska ett vanligt stå",
                    en: "a no-break space follows the colon and doesn't count; a plain one belongs there")
                : LocalizedText(
                    sv: "mellanslag saknas efter kolonet", en: "the space after the colon is missing"),
            help: LocalizedText(sv: "skriv raden så här: \(mended)", en: "write the line like this: \(mended)"))
    }

    fileprivate static func yamlUnclosedQuote(mended: String?, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            LocalizedText(sv: "citattecknet här stängs aldrig", en: "the quotation mark here is never closed"),
            help: mended.map {
                LocalizedText(sv: "skriv raden så här: \($0)", en: "write the line like this: \($0)")
            } ?? LocalizedText(sv: "stäng med samma citattecken", en: "close it with the same quotation mark"))
    }
}
