import PlanMarkdown
import PlanModel

/// Reads Content into a manuscript.
struct ContentReader {
    private(set) var manuscript = Manuscript()
    private(set) var documents: [String: MarkdownDocument] = [:]
    private(set) var titleHeadings: [String: Int] = [:]

    /// - Parameters:
    ///   - project: path of the project folder.
    ///   - languages: of the site; files without a language in their name are in the first.
    init(project: String, languages: [Language]) throws(MachineFailure) {
        let walk = try ContentWalk(project: project)
        manuscript.diagnostics = walk.diagnostics
        let loader = FileLoader(project: project)
        let parsed = try ParsedFiles(walk.files, loader: loader, default: languages.first ?? .swedish)
        manuscript.diagnostics += parsed.diagnostics
        manuscript.attachments = walk.files.filter { !$0.isMarkdown }.map(\.path)
        var sheets = CSVLibrary(loader: loader, files: Set(manuscript.attachments))

        let files = FileEntities(parsed.originals, unreadable: parsed.unreadable)
        manuscript.diagnostics += files.diagnostics
        var placed: [PlacedTable] = []
        for item in files.items {
            let reader = try TableReader(item.file, sheets: &sheets)
            manuscript.diagnostics += reader.diagnostics
            placed += reader.drafts.map { PlacedTable($0, in: item) }
        }
        let rows = RowEntities(placed, files: files)
        manuscript.diagnostics += rows.diagnostics
        for table in rows.tables {
            if let table = table.table(unit: rows.store.moneyUnit(table.item.inside)) {
                manuscript.tables.append(table)
            }
        }
        var translations = Translations(
            items: files.items, tables: rows.tables, store: rows.store, unreadable: parsed.unreadable)
        for file in parsed.translations { try translations.add(file, sheets: &sheets) }
        manuscript.diagnostics += translations.diagnostics
        manuscript.translatedTables = translations.tables
        manuscript.entities = translations.store.entities

        let tables = Dictionary(grouping: rows.tables) { $0.item.file.path }
        for sheet in sheets.sheets { manuscript.diagnostics += TextFindings(sheet).diagnostics }
        for item in files.items {
            titleHeadings[item.file.path] = item.titleHeading
            collect(item.file, owner: item.id, tables: tables[item.file.path]?.compactMap(\.id) ?? [])
        }
        for translated in translations.files {
            titleHeadings[translated.file.path] = translated.titleHeading
            collect(translated.file, owner: translated.owner, tables: translated.tables)
        }
    }

    /// Keeps what a file refers to, and looks through its words.
    private mutating func collect(_ file: ContentFile, owner: EntityID, tables: [EntityID]) {
        documents[file.path] = file.document
        manuscript.diagnostics += file.document.diagnostics
        if file.isStart { manuscript.startTexts[file.language] = file.path }
        manuscript.texts[file.path] = ProseText(file, owner: file.isStart ? nil : owner, tables: tables)
        let findings = TextFindings(file)
        manuscript.diagnostics += findings.diagnostics
    }
}

/// The Markdown files of Content, parsed and told apart by language.
struct ParsedFiles {
    private(set) var originals: [ContentFile] = []
    private(set) var translations: [ContentFile] = []
    /// Files that are there but could not be read.
    private(set) var unreadable: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ files: [ContentWalk.File], loader: FileLoader, default language: Language) throws(MachineFailure) {
        let plain = Set(files.filter(\.isMarkdown).map { FileName($0.path) }.filter { $0.language == nil }.map(\.key))
        for file in files where file.isMarkdown {
            let name = FileName(file.path)
            switch try loader.text(file.path) {
            case .failure(let refusal):
                diagnostics.append(refusal.diagnostic)
                unreadable.append(file.path)
            case .success((let text, let finding)):
                if let finding { diagnostics.append(finding) }
                if name.language == language, plain.contains(name.key) {
                    diagnostics.append(.secondOriginal(file.path, language))
                    continue
                }
                let parsed = ContentFile(name, source: text, default: language)
                if name.language == nil || name.language == language {
                    originals.append(parsed)
                } else {
                    translations.append(parsed)
                }
            }
        }
    }
}
