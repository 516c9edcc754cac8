import PlanMarkdown
import PlanModel

/// Reads Content into a manuscript.
struct ContentReader {
    private(set) var manuscript = Manuscript()
    private(set) var documents: [String: MarkdownDocument] = [:]
    private(set) var titleHeadings: [String: Int] = [:]
    /// The files that make up the content, by path; kept with a memory alone, since they hold all of their bytes.
    private(set) var files: [String: ContentFile] = [:]
    /// What each text means to all others, by file, where that was asked for.
    private(set) var meanings: [String: TextMeaning] = [:]
    /// The findings of each text alone, by file.
    private(set) var ownFindings: [String: [Diagnostic]] = [:]
    private let keepsFiles: Bool

    /// - Parameters:
    ///   - project: path of the project folder.
    ///   - languages: of the site; files without a language in their name are in the first.
    ///   - memory: what was parsed before in the same process.
    ///   - notesMeanings: whether to say what each text means to all others.
    ///   - shelf: takes the bytes of texts once they are read; `nil` keeps them in memory.
    init(
        project: String, languages: [Language], memory: ReaderMemory?, notesMeanings: Bool, shelf: (any ByteShelf)?
    ) throws(MachineFailure) {
        keepsFiles = memory != nil
        let walk = try ContentWalk(project: project)
        manuscript.diagnostics = walk.diagnostics
        manuscript.attachments = walk.files.filter { !$0.isMarkdown }.map(\.path)
        let loader = FileLoader(project: project, shelf: shelf)
        let parsed = try ParsedFiles(
            walk.files, loader: loader, default: languages.first ?? .swedish, memory: memory)
        manuscript.diagnostics += parsed.diagnostics
        // Needs nothing of what follows, most of which one core does alone: one other does this.
        let texts = parsed.originals + parsed.translations
        let found = notesMeanings ? Ahead { texts.map(\.meaning) } : nil
        var sheets = CSVLibrary(loader: loader, files: Set(manuscript.attachments))
        for file in texts { try sheets.load(for: file) }
        manuscript.diagnostics += sheets.diagnostics
        for sheet in sheets.sheets { manuscript.diagnostics += TextFindings(sheet).diagnostics }
        read(parsed, sheets: sheets)
        guard let found = found?.value else { return }
        meanings = Dictionary(zip(texts.map(\.path), found), uniquingKeysWith: { first, _ in first })
    }

    private mutating func read(_ parsed: ParsedFiles, sheets: CSVLibrary) {
        let files = FileEntities(parsed.originals, unreadable: parsed.unreadable)
        manuscript.diagnostics += files.diagnostics
        var placed: [PlacedTable] = []
        let readers = Parallel.map(files.items) { TableReader.tables(of: $0.file, sheets: sheets) }
        for (item, reader) in zip(files.items, readers) {
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
        for file in parsed.translations { translations.add(file, sheets: sheets) }
        manuscript.diagnostics += translations.diagnostics
        manuscript.translatedTables = translations.tables
        manuscript.entities = translations.store.entities

        let tables = Dictionary(grouping: rows.tables) { $0.item.file.path }
        collect(
            files.items.map { item in
                Collected(
                    file: item.file, owner: item.id, titleHeading: item.titleHeading,
                    tables: tables[item.file.path]?.compactMap(\.id) ?? [])
            }
                + translations.files.map { translated in
                    Collected(
                        file: translated.file, owner: translated.owner, titleHeading: translated.titleHeading,
                        tables: translated.tables)
                })
    }

    private struct Collected: Sendable {
        let file: ContentFile
        let owner: EntityID
        let titleHeading: Int?
        let tables: [EntityID]
    }

    /// Keeps what files hold beside entities and tables.
    private mutating func collect(_ all: [Collected]) {
        let texts = Parallel.map(all) { item in
            ProseText(item.file, owner: item.file.isStart ? nil : item.owner, tables: item.tables)
        }
        documents.reserveCapacity(all.count)
        titleHeadings.reserveCapacity(all.count)
        manuscript.texts.reserveCapacity(all.count)
        if keepsFiles { files.reserveCapacity(all.count) }
        for (item, text) in zip(all, texts) {
            let file = item.file
            titleHeadings[file.path] = item.titleHeading
            if keepsFiles { files[file.path] = file }
            ownFindings[file.path] = file.ownFindings.isEmpty ? nil : file.ownFindings
            documents[file.path] = file.document
            manuscript.silencings += file.silencings
            manuscript.texts[file.path] = text
        }
    }
}
