import PlanModel

/// The YAML between the `---` lines at the top of a Markdown file.
struct FrontMatter {
    /// Keys and values in the order written; empty where the YAML is broken or missing.
    private(set) var pairs: [YAMLPair]
    /// Whether the pairs are all that was written: nothing broke on the way.
    let isWhole: Bool
    /// Where the front matter begins.
    let position: SourcePosition
    /// The line after the closing `---`, counted from 1.
    let bodyLine: Int
    let diagnostics: [Diagnostic]

    init(_ source: SourceText) {
        var opening = 1
        while opening < source.lineCount, source.text(ofLine: opening).trimmed().isEmpty { opening += 1 }
        position = SourcePosition(file: source.file, line: opening, column: 1)
        guard Self.isFence(source.text(ofLine: opening)) else {
            guard Self.isDashes(source.text(ofLine: opening)) else {
                pairs = []
                isWhole = false
                bodyLine = 1
                diagnostics = [.frontMatterMissing(at: SourcePosition(file: source.file, line: 1, column: 1))]
                return
            }
            // A word processor has made a dash of the hyphens: the keys are read as far as they can be.
            var closing = opening + 1
            while closing <= source.lineCount, !Self.isFence(source.text(ofLine: closing)),
                !Self.isDashes(source.text(ofLine: closing)), !source.text(ofLine: closing).trimmed().isEmpty
            {
                closing += 1
            }
            pairs = Self.salvage(source, lines: (opening + 1)...max(opening + 1, closing - 1))
            isWhole = false
            bodyLine = min(closing + 1, source.lineCount + 1)
            diagnostics = [.frontMatterDash(at: position)]
            return
        }
        var closing = opening + 1
        while closing <= source.lineCount, !Self.isFence(source.text(ofLine: closing)) { closing += 1 }
        guard closing <= source.lineCount else {
            // The keys most likely end at the first blank line; what the body defines is then still known.
            var blank = opening + 1
            while blank <= source.lineCount, !source.text(ofLine: blank).trimmed().isEmpty { blank += 1 }
            pairs = Self.salvage(source, lines: (opening + 1)...blank)
            isWhole = false
            bodyLine = blank
            let dash = ((opening + 1)...max(opening + 1, source.lineCount)).first {
                Self.isDashes(source.text(ofLine: $0))
            }
            diagnostics = [
                dash.map { .frontMatterDash(at: SourcePosition(file: source.file, line: $0, column: 1)) }
                    ?? .frontMatterUnclosed(at: position)
            ]
            return
        }
        bodyLine = closing + 1
        let range = source.range(ofLine: opening + 1).lowerBound..<source.range(ofLine: closing).lowerBound
        let reader = YAMLReader(source, range: range)
        var diagnostics = reader.diagnostics
        switch reader.root?.value {
        case .mapping(let pairs):
            self.pairs = pairs
            isWhole = true
        case nil:
            isWhole = diagnostics.isEmpty
            pairs = isWhole ? [] : Self.salvage(source, lines: (opening + 1)...closing)
        case .scalar(let text) where text.trimmed().isEmpty:
            pairs = []
            isWhole = true
        case .scalar, .sequence:
            let faults = YAMLFaults(source, lines: (opening + 1)...max(opening + 1, closing - 1))
            diagnostics.append(
                faults.colonWithoutSpace() ?? .frontMatterNotKeys(at: reader.root?.position ?? position))
            pairs = []
            isWhole = false
        }
        self.diagnostics = diagnostics
    }

    /// The same without what was written, for one who has read it.
    var withoutPairs: FrontMatter {
        var rest = self
        rest.pairs = []
        return rest
    }

    private static func isFence(_ line: String) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    /// Whether a line is what word processors make of three hyphens.
    private static func isDashes(_ line: String) -> Bool {
        let dashes = line.trimmed()
        return !dashes.isEmpty && dashes.utf8.count <= 20 && dashes.contains(where: { $0 == "—" || $0 == "–" })
            && dashes.allSatisfy { "-—– ".contains($0) }
    }

    /// What an entity is known by, from lines that read on their own: so that a broken front matter is one finding, and
    /// not one more for each reference to the entity.
    private static func salvage(_ source: SourceText, lines: ClosedRange<Int>) -> [YAMLPair] {
        let wanted = [Field.type, .id, .title].flatMap { [$0.rawValue, $0.swedish] }
        var found: [YAMLPair] = []
        for line in lines {
            let text = source.text(ofLine: line)
            guard let colon = text.firstIndex(of: ":"), wanted.contains(String(text[..<colon])) else { continue }
            let key = String(text[..<colon])
            let value = String(text[text.index(after: colon)...]).trimmed()
                .trimmingQuotes()
            guard !value.isEmpty, !found.contains(where: { $0.key.value == key }) else { continue }
            let position = SourcePosition(file: source.file, line: line, column: 1)
            let spaces = text[text.index(after: colon)...].prefix { $0 == " " || $0 == "\t" }
            let column = key.unicodeScalars.count + 1 + spaces.unicodeScalars.count + 1
            let place = SourcePosition(file: source.file, line: line, column: column)
            found.append(YAMLPair(key: Located(key, at: position), value: Located(.scalar(value), at: place)))
        }
        return found
    }
}

extension String {
    /// Without one pair of quotation marks around it.
    fileprivate func trimmingQuotes() -> String {
        if let inner = YAMLFaults.withoutQuotes(self) { return inner }
        guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
        return String(dropFirst().dropLast())
    }
}
