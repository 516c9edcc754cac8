import PlanMarkdown
import PlanModel
import PlanSearch

@testable import PlanReader

/// What is fuzzed. A raw value is the word on the command line and the name of the folder of seeds.
enum FuzzTarget: String, CaseIterable, Sendable {
    case frontMatter = "front-matter"
    case site
    case markdown
    case caption
    case number
    case csv
    case query
    case index

    /// Reads any bytes. What is read must come to an end without a trap; more is asked where more can be said.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .frontMatter: Self.readFile(Array("---\n".utf8) + bytes)
        case .site:
            guard let source = Self.source("Site/site.yaml", bytes) else { return }
            _ = ConfigurationReader(source).diagnostics
            _ = StringsReader(source, known: ["search.title"]).entries
        case .markdown: Self.readFile(Array("---\ntyp: plan\ntitel: P\n---\n\n".utf8) + bytes)
        case .caption:
            let table = Array("\n\n| Post | 2025 |\n|---|---:|\n| A | 1 |\n| Summa | 1 |\n".utf8)
            Self.readFile(Array("---\ntyp: plan\ntitel: P\n---\n\nTable: ".utf8) + bytes + table)
        case .number:
            let text = String(decoding: bytes, as: UTF8.self)
            for style in [NumberStyle.swedish, .english, .csv] { Self.readNumber(text, style) }
        case .csv:
            guard case .success(let sheet) = CSVFile.sheet("Content/a.csv", bytes: bytes) else { return }
            precondition(
                sheet.rows.allSatisfy { $0.cells.count <= sheet.header.count }, "a row is wider than its heading")
            let place = SourcePosition(file: "Content/a.md", line: 1, column: 1)
            for tableClass in [TableClass.budget, .goals, .indicators] {
                let columns = ColumnReader(sheet, class: tableClass, position: place)
                _ = RowReader(sheet, columns: columns.columns, class: tableClass)
            }
        case .query: FuzzedIndex.ask(String(decoding: bytes, as: UTF8.self))
        case .index: FuzzedIndex.readDamaged(bytes)
        }
    }

    private static func source(_ path: String, _ bytes: [UInt8]) -> SourceText? {
        guard SourceText.firstInvalidOffset(in: bytes) == nil else {
            return SourceText(file: path, String(decoding: bytes, as: UTF8.self))
        }
        return SourceText(file: path, bytes: bytes)
    }

    /// All that happens to one file of Content before files meet: reading, drawing, tables, setting out anew.
    private static func readFile(_ bytes: [UInt8]) {
        guard let source = source("Content/org/p/index.md", bytes) else { return }
        let file = ContentFile(FileName(source.file), source: source, default: .swedish)
        for diagnostic in file.document.diagnostics + file.frontMatter.diagnostics + file.textFindings {
            precondition(diagnostic.position.line >= 1 && diagnostic.position.column >= 1, "a place outside the file")
        }
        _ = Header(file.frontMatter, source: source, guess: .plan)
        var html = HTML()
        let renderer = ProseRenderer(document: file.document, resolver: PlainProse())
        renderer.renderAll(into: &html)
        renderer.renderFootnotes(into: &html)
        let sheets = CSVLibrary(loader: FileLoader(project: "/nowhere"), files: [])
        _ = TableReader.tables(of: file, sheets: sheets)
        guard case .formatted(let once) = FileFormatter.format(source.bytes, path: source.file) else { return }
        guard case .formatted(let twice) = FileFormatter.format(once, path: source.file) else {
            preconditionFailure("what the formatter wrote it can't read")
        }
        precondition(once == twice, "formatting twice isn't formatting once")
    }

    /// What is printed is read as the same amount again.
    private static func readNumber(_ text: String, _ style: NumberStyle) {
        guard case .amount(let amount) = AmountReading.read(text, style: style) else { return }
        guard case .amount(let again) = AmountReading.read(amount.text, style: style) else {
            preconditionFailure("'\(amount.text)' is printed but can't be read")
        }
        precondition(again.value == amount.value, "'\(amount.text)' is read in two ways")
    }
}

/// Resolves nothing.
private struct PlainProse: ProseResolver {
    var footnoteWords: FootnoteWords { FootnoteWords(note: "Not", back: "Tillbaka", section: "Noter") }
}
