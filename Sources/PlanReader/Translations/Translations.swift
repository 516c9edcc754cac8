import PlanMarkdown
import PlanModel

/// Joins files in other languages with their originals.
struct Translations {
    /// A file with the original that it translates.
    struct TranslatedFile {
        let file: ContentFile
        let owner: EntityID
        let titleHeading: Int?
        let tables: [EntityID]
    }

    private(set) var store: EntityStore
    private(set) var files: [TranslatedFile] = []
    private(set) var tables: [Language: [EntityID: PlanTable]] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    private let items: [String: FileEntities.Item]
    private let originals: [String: [PlacedTable]]
    private let unreadable: Set<String>

    /// - Parameter unreadable: files that are there but could not be read; what translates them isn't reported.
    init(items: [FileEntities.Item], tables: [PlacedTable], store: EntityStore, unreadable: [String]) {
        self.items = Dictionary(items.map { ($0.file.key, $0) }, uniquingKeysWith: { first, _ in first })
        originals = Dictionary(grouping: tables) { $0.item.file.path }
        self.store = store
        self.unreadable = Set(unreadable.map { FileName($0).key })
    }

    mutating func add(_ file: ContentFile, sheets: CSVLibrary) {
        guard let item = items[file.key] else {
            if !unreadable.contains(file.key) {
                diagnostics.append(.translationWithoutOriginal(file.path, original: file.key + ".md"))
            }
            return
        }
        let (document, source) = file.awake
        let header = Header(file.frontMatter, source: source, inherited: item.header.kind, guess: .page)
        diagnostics += file.frontMatter.diagnostics + header.diagnostics
        compare(header, with: item)
        let heading = document.titleHeading(matching: header.title?.value)
        let reader = TableReader.tables(of: file, sheets: sheets)
        diagnostics += reader.diagnostics
        let found = pair(reader.drafts, with: originals[item.file.path] ?? [], language: file.language)
        files.append(
            TranslatedFile(file: file, owner: item.id, titleHeading: heading?.node, tables: found))
        guard header.isPublished else { return }
        store.change(item.id) { entity in
            guard entity.texts.values.contains(item.file.path) else { return }
            entity.texts[file.language] = file.path
            // A translated row may have been read before: the file wins, word by word.
            var translation = entity.translations[file.language] ?? Translation(title: nil, texts: [:])
            translation.title = header.title?.value ?? heading?.text.trimmed() ?? translation.title
            translation.texts.merge(Self.texts(header.fields)) { _, file in file }
            if case .agenda(let items) = header.fields[.agenda]?.value { translation.agenda = items }
            entity.translations[file.language] = translation
        }
    }

    /// The words among fields.
    static func texts(_ fields: [Field: Located<FieldValue>]) -> [Field: String] {
        fields.compactMapValues { value in
            switch value.value {
            case .text(let text), .responsible(let text, _): text
            default: nil
            }
        }
    }

    // MARK: Front matter

    private mutating func compare(_ header: Header, with item: FileEntities.Item) {
        guard item.file.frontMatter.isWhole else { return }
        let original = item.header
        let place = item.file.top
        if header.kind != original.kind, let key = header.keys[.type] {
            diagnostics.append(
                .translationDiffers(
                    key.value, Located(header.kind.rawValue, at: key.position), original: original.kind.rawValue,
                    at: original.keys[.type]?.position ?? place))
            return
        }
        if let id = header.id, id.value.lowercased() != item.id.local.lowercased() {
            diagnostics.append(
                .translationDiffers(
                    header.keys[.id]?.value ?? "id", id, original: item.id.local, at: original.id?.position ?? place))
        }
        for (field, value) in header.fields.sorted(by: { $0.key < $1.key }) {
            let name = header.keys[field]?.value ?? field.rawValue
            // What can't be read in the original is reported there.
            if original.keys[field] != nil, original.fields[field] == nil { continue }
            let other = original.fields[field]
            guard let difference = Figures.difference(field, value, other) else { continue }
            diagnostics.append(
                .translationDiffers(
                    name, difference.translated, original: difference.original, at: other?.position ?? place))
        }
    }

    // MARK: Tables

    /// Finds the original of each table: by id, else by its place among the tables with a class.
    ///
    /// - Returns: the ids of the tables that have one.
    private mutating func pair(
        _ drafts: [TableDraft], with originals: [PlacedTable], language: Language
    ) -> [EntityID] {
        var free = Set(originals.indices)
        var pairs: [(draft: TableDraft, original: Int)] = []
        for (index, draft) in drafts.enumerated() {
            let local = draft.writtenID?.value ?? Slug.make(draft.title)
            var match = originals.indices.first {
                free.contains($0) && originals[$0].id?.local.lowercased() == local.lowercased()
            }
            if match == nil, draft.writtenID == nil, free.contains(index), originals[index].draft.class == draft.class {
                match = index
            }
            guard let match else {
                let position = draft.writtenID?.position ?? draft.position
                diagnostics.append(.tableWithoutOriginal(local, at: position))
                continue
            }
            free.remove(match)
            pairs.append((draft, match))
        }
        var found: [EntityID] = []
        for (draft, index) in pairs {
            let original = originals[index]
            guard let id = original.id else { continue }
            found.append(id)
            var pairing = TablePairing(draft, original, inheritedUnit: store.moneyUnit(original.item.inside))
            pairing.compare()
            diagnostics += pairing.diagnostics
            let rows = pairing.rows
            let entities = draft.rows.indices.map { row in rows[row].flatMap { original.rows[$0] } }
            let unit = store.moneyUnit(original.item.inside)
            tables[language, default: [:]][id] = draft.table(
                id: id, place: original.item.inside, owner: original.item.id, unit: original.draft.unit ?? unit,
                entities: entities)
            translate(id, draft, entities: entities, originals: rows.map { row in row.map { original.draft.rows[$0] } })
        }
        return found
    }

    /// Gives the entities of a table and its rows their words in the language of a translated table.
    private mutating func translate(
        _ id: EntityID, _ draft: TableDraft, entities: [EntityID?], originals: [RowDraft?]
    ) {
        if !draft.title.isEmpty {
            store.change(id) { $0.translations[draft.language] = Translation(title: draft.title, texts: [:]) }
        }
        for (index, row) in draft.rows.enumerated() {
            guard let entity = entities[index] else { continue }
            store.change(entity) { entity in
                var translation = entity.translations[draft.language] ?? Translation(title: nil, texts: [:])
                if translation.title == nil, !row.title.value.isEmpty { translation.title = row.title.value }
                translation.texts.merge(Self.texts(row.fields)) { file, _ in file }
                entity.translations[draft.language] = translation
            }
            if let original = originals[index] { translateGroups(row, original, language: draft.language, of: entity) }
        }
    }

    /// A perspective or focus area is called what the translated row calls it.
    private mutating func translateGroups(
        _ row: RowDraft, _ original: RowDraft, language: Language, of entity: EntityID
    ) {
        for (field, kind) in [(Field.perspective, EntityKind.perspective), (.focusArea, .focusArea)] {
            guard case .text(let name) = row.fields[field]?.value,
                case .text(let originalName) = original.fields[field]?.value,
                let scope = store[entity].map({ $0.plan ?? $0.organisation }),
                let group = store.group(named: originalName, kind, scope: scope)
            else { continue }
            store.change(group) { group in
                if group.translations[language]?.title == nil {
                    group.translations[language, default: Translation(title: nil, texts: [:])].title = name
                }
            }
        }
    }
}
