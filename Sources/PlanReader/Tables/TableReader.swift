import PlanMarkdown
import PlanModel

/// Reads the tables with a class of one Markdown file.
struct TableReader {
    private(set) var drafts: [TableDraft] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let file: ContentFile

    init(_ file: ContentFile, sheets: CSVLibrary) {
        self.file = file
        for (index, table) in file.document.tables.enumerated() {
            guard let caption = table.caption else { continue }
            read(table, caption: caption, index: index, sheets: sheets)
        }
    }

    private mutating func read(
        _ table: MarkdownTable, caption: TableCaption, index: Int, sheets: CSVLibrary
    ) {
        let reader = CaptionReader(caption, source: file.source)
        diagnostics += reader.diagnostics
        guard let tableClass = reader.class else { return }
        var origin = TableOrigin.pipe(file: file.path, index: index)
        // A table whose cells can't be read stays known by its id, so that references to it are no more mistakes.
        var sheet: Sheet?
        if !table.header.isEmpty {
            if tableClass.isMoney, let fault = rowWithoutBars(table) {
                diagnostics.append(fault)
            } else {
                sheet = Sheet(table, source: file.source, language: file.language)
            }
            if let path = reader.path { diagnostics.append(.sourceAndRows(path)) }
        } else if let path = reader.path {
            switch sheets.sheet(path, from: file.path) {
            case .success(let found):
                sheet = found
                if let found { origin = .csv(path: found.source.file, file: file.path, index: index) }
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
                writtenID: caption.id, language: file.language))
    }

    /// A row whose cells stand apart by tabs: its amounts would be part of its label, and no sum would come out.
    private func rowWithoutBars(_ table: MarkdownTable) -> Diagnostic? {
        for row in table.rows where row.cells.count == 1 && table.header.count > 1 {
            let text = file.source.text(ofLine: row.line)
            let cells = text.split(separator: "\t").map { String($0).trimmed() }.filter { !$0.isEmpty }
            guard !text.contains("|"), cells.count > 1 else { continue }
            return .rowWithoutBars(
                mended: "| " + cells.joined(separator: " | ") + " |", at: row.cells[0].position)
        }
        return nil
    }
}
