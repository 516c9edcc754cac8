import PlanMarkdown
import PlanModel

/// What in a file's words should not be published: placeholders, personal identity numbers, links to intranets.
struct TextFindings {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ file: ContentFile) {
        let source = file.source
        var fence: Character?
        for line in 1...max(1, source.lineCount) {
            let text = source.text(ofLine: line)
            let start = text.drop { $0 == " " }
            if line >= file.frontMatter.bodyLine, start.hasPrefix("```") || start.hasPrefix("~~~") {
                if fence == nil { fence = start.first } else if fence == start.first { fence = nil }
                continue
            }
            if fence == nil { scan(text, file: file.path, line: line, isYAML: line < file.frontMatter.bodyLine) }
        }
        for link in file.document.links { check(link.destination, at: link.position) }
        if let homepage = file.frontMatter.pairs.first(where: Self.isHomepage),
            case .scalar(let address) = homepage.value.value
        {
            check(address.trimmed(), at: homepage.value.position)
        }
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
