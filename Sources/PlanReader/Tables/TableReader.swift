import PlanMarkdown
import PlanModel

extension TableCaption {
    /// Whether rows of the table come from another file.
    var namesFile: Bool {
        !classes.isEmpty && attributes.contains { $0.key.value == CaptionReader.Attribute.src.rawValue }
    }
}

/// Reads the tables with a class of one Markdown file.
struct TableReader {
    private(set) var drafts: [TableDraft] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// - Parameter sheets: what `src=` may name; `nil` for a text that names no file (``TableCaption/namesFile``).
    init(_ document: MarkdownDocument, source: SourceText, language: Language, sheets: CSVLibrary?) {
        for (index, table) in document.tables.enumerated() {
            guard let caption = table.caption else { continue }
            read(table, caption: caption, index: index, of: source, in: language, sheets: sheets)
        }
    }

    /// The tables of a file, as they were read with it or, where they need other files, with those.
    static func tables(of file: ContentFile, sheets: CSVLibrary) -> TableReader {
        if let tables = file.tables { return tables }
        let (document, source) = file.awake
        return TableReader(document, source: source, language: file.language, sheets: sheets)
    }

    private mutating func read(
        _ table: MarkdownTable, caption: TableCaption, index: Int, of source: SourceText, in language: Language,
        sheets: CSVLibrary?
    ) {
        let reader = CaptionReader(caption, source: source)
        diagnostics += reader.diagnostics
        guard let tableClass = reader.class else { return }
        var origin = TableOrigin.pipe(file: source.file, index: index)
        // A table whose cells can't be read stays known by its id, so that references to it are no more mistakes.
        var sheet: Sheet?
        if !table.header.isEmpty {
            if tableClass.isMoney, let fault = Self.rowWithoutBars(table, in: source) {
                diagnostics.append(fault)
            } else {
                sheet = Sheet(table, source: source, language: language)
            }
            if let path = reader.path { diagnostics.append(.sourceAndRows(path)) }
        } else if let path = reader.path, let sheets {
            switch sheets.sheet(path, from: source.file) {
            case .success(let found):
                sheet = found
                if let found { origin = .csv(path: found.source.file, file: source.file, index: index) }
            case .failure(let refusal): diagnostics.append(refusal.diagnostic)
            }
        }
        let columns = sheet.map { ColumnReader($0, class: tableClass, position: caption.position) }
        diagnostics += columns?.diagnostics ?? []
        let rows = sheet.map { RowReader($0, columns: columns?.columns ?? [], class: tableClass) }
        diagnostics += rows?.diagnostics ?? []
        drafts.append(
            TableDraft(
                class: tableClass, title: caption.text.trimmed(), position: caption.position, origin: origin,
                columns: columns?.columns ?? [], rows: rows?.rows ?? [], unit: reader.unit,
                attributes: reader.attributes,
                writtenID: caption.id, language: language))
    }

    /// A row whose cells stand apart by tabs: its amounts would be part of its label, and no sum would come out.
    private static func rowWithoutBars(_ table: MarkdownTable, in source: SourceText) -> Diagnostic? {
        for row in table.rows where row.cells.count == 1 && table.header.count > 1 {
            let text = source.text(ofLine: row.line)
            let cells = text.split(separator: "\t").map { String($0).trimmed() }.filter { !$0.isEmpty }
            guard !text.contains("|"), cells.count > 1 else { continue }
            return .rowWithoutBars(
                mended: "| " + cells.joined(separator: " | ") + " |", at: row.cells[0].position)
        }
        return nil
    }
}
