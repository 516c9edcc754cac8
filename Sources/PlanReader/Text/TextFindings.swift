import PlanMarkdown
import PlanModel

/// What in a file's words should not be published: placeholders, personal identity numbers, links to intranets.
struct TextFindings {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceText, frontMatter: FrontMatter, document: MarkdownDocument) {
        var fence: UInt8?
        for line in 1...max(1, source.lineCount) {
            let bytes = source.bytes[source.range(ofLine: line)]
            if line >= frontMatter.bodyLine, let mark = Self.fence(bytes) {
                if fence == nil { fence = mark } else if fence == mark { fence = nil }
            } else if fence == nil, Self.mayHoldFinding(bytes) {
                let text = source.text(ofLine: line)
                scan(text, file: source.file, line: line, isYAML: line < frontMatter.bodyLine)
                if line >= frontMatter.bodyLine, let (label, column) = Self.lostDefinition(text) {
                    diagnostics.append(
                        .lostDefinition(
                            label, at: SourcePosition(file: source.file, line: line, column: column)))
                }
            }
        }
        for link in document.links { check(link.destination, at: link.position) }
        if let homepage = frontMatter.pairs.first(where: Self.isHomepage),
            case .scalar(let address) = homepage.value.value
        {
            check(address.trimmed(), at: homepage.value.position)
        }
    }

    /// A line such as `- [M10]: vården`, which Markdown takes for the address of a link called `M10` and shows nowhere.
    ///
    /// - Returns: the code and the column of its bracket; `nil` where what follows could be an address.
    private static func lostDefinition(_ line: String) -> (label: String, column: Int)? {
        guard let match = line.wholeMatch(of: /((?:\s|[-*+>]|\d+[.)])*)\[([^\]\[]+)\]:\s*(\S+)\s*/) else { return nil }
        let destination = match.output.3
        guard EntityID.isCode(String(match.output.2)), !destination.contains(where: { "/:#<".contains($0) }),
            !destination.hasSuffix(".md"), !destination.hasSuffix(".html"), !destination.hasSuffix(".pdf")
        else { return nil }
        return (String(match.output.2), match.output.1.unicodeScalars.count + 1)
    }

    /// The sign of a line that opens or closes a code block.
    private static func fence(_ line: ArraySlice<UInt8>) -> UInt8? {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
            text.prefix(3).allSatisfy({ $0 == mark }), text.count >= 3
        else { return nil }
        return mark
    }

    /// Whether a line is worth a closer look: most lines aren't, and bytes are quicker than letters.
    private static func mayHoldFinding(_ line: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in line {
            switch (last | 0x20, byte | 0x20) {
            // `xx`, `TODO`, `TBD`, `FIXME`, `Lorem`
            case (0x78, 0x78), (0x74, 0x6F), (0x74, 0x62), (0x66, 0x69), (0x6C, 0x6F): return true
            default: break
            }
            if byte == UInt8(ascii: "[") { return true }
            let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            if isSign, (48...57).contains(last) { return true }
            last = byte
        }
        return false
    }

    private static func isHomepage(_ pair: YAMLPair) -> Bool {
        pair.key.value == Field.homepage.rawValue || pair.key.value == Field.homepage.swedish
    }

    /// The cells of a CSV file.
    init(_ sheet: Sheet) {
        for row in [sheet.header] + sheet.rows.map(\.cells) {
            for cell in row {
                scan(cell.text, file: cell.position.file, line: cell.position.line, column: cell.position.column)
            }
        }
    }

    private mutating func scan(_ text: String, file: String, line: Int, column: Int = 1, isYAML: Bool = false) {
        let scalars = Array(text.unicodeScalars)
        func position(_ index: Int) -> SourcePosition {
            SourcePosition(file: file, line: line, column: column + index)
        }
        for (index, number) in PersonalNumber.find(in: scalars) {
            diagnostics.append(.personalNumber(masked: number, at: position(index)))
        }
        for (index, found) in Placeholder.find(in: scalars, isYAML: isYAML) {
            diagnostics.append(.placeholder(found, at: position(index)))
        }
    }

    private mutating func check(_ destination: String, at position: SourcePosition) {
        guard let host = IntranetHost(destination) else { return }
        diagnostics.append(.intranetLink(host.name, at: position))
    }
}
