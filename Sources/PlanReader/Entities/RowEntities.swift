import PlanModel

/// Makes entities of tables and their rows.
///
/// Written ids come first, so that no id made from a title takes one that somebody wrote.
struct RowEntities {
    private(set) var tables: [PlacedTable]
    private(set) var store: EntityStore
    private(set) var diagnostics: [Diagnostic] = []
    private var registry: IDRegistry
    private let items: [FileEntities.Item]
    private let itemNumbers: [EntityID: Int]
    /// Entities of files that a row has joined.
    private var merged: Set<EntityID> = []

    init(_ tables: [PlacedTable], files: FileEntities) {
        self.tables = tables
        store = EntityStore(files.entities)
        registry = files.registry
        items = files.items
        itemNumbers = Dictionary(
            files.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for table in self.tables.indices { takeWrittenIDs(table) }
        for item in files.items { takePlainTableIDs(item) }
        for table in self.tables.indices { nameTable(table) }
        for table in self.tables.indices { nameRows(table) }
        placeRows()
        addGroups()
    }

    private func item(_ id: EntityID) -> FileEntities.Item? { itemNumbers[id].map { items[$0] } }

    // MARK: Written ids

    private mutating func takeWrittenIDs(_ index: Int) {
        let table = tables[index]
        let place = table.item.inside
        if let written = table.draft.writtenID { claimTable(index, local: written, isMade: false) }
        guard let kind = table.draft.class.entityKind else { return }
        if place.organisation == nil, kind != .term, !table.draft.rows.isEmpty {
            diagnostics.append(.rowOutsideOrganisation(kind, at: table.draft.position))
        }
        for (number, row) in table.draft.rows.enumerated() where !row.isEmpty {
            guard let written = row.writtenID else { continue }
            var local = written.value
            if !EntityID.isValidPart(local) {
                let slug = Slug.make(local)
                diagnostics.append(.invalidID(written, suggestion: slug, isName: false, isFolder: false))
                local = slug
            }
            guard !local.isEmpty else { continue }
            let id = EntityID(within: place.scope, local)
            if let entity = store[id], entity.kind == kind, canMerge(entity) {
                merge(row, number: number, of: index, into: entity)
            } else if let other = registry.claim(id, at: written.position) {
                diagnostics.append(.duplicateID(written, other: other))
            } else {
                if row.title.value.isEmpty { reportEmptyTitle(row, table.draft) }
                add(row, number: number, of: index, id: id, kind: kind, isWritten: true)
            }
        }
    }

    /// A table without a class is no entity, but its id is one of the plan's all the same: links lead to it.
    private mutating func takePlainTableIDs(_ item: FileEntities.Item) {
        for id in item.file.plainTableIDs {
            guard let other = registry.claim(EntityID(within: item.inside.scope, id.value), at: id.position) else {
                continue
            }
            diagnostics.append(.duplicateTableID(id, other: other, isMade: false))
        }
    }

    private mutating func claimTable(_ index: Int, local written: Located<String>, isMade: Bool) {
        let place = tables[index].item.inside
        var local = written.value
        if !EntityID.isValidPart(local) {
            local = Slug.make(local)
            diagnostics.append(.invalidID(written, suggestion: local, isName: false, isFolder: false))
            if local.isEmpty { return }
        }
        let id = EntityID(within: place.scope, local)
        if let other = registry.claim(id, at: written.position) {
            diagnostics.append(
                .duplicateTableID(Located(local, at: written.position), other: other, isMade: isMade))
        } else {
            tables[index].id = id
            addTableEntity(index, id: id, isWritten: !isMade)
        }
    }

    private mutating func addTableEntity(_ index: Int, id: EntityID, isWritten: Bool) {
        let draft = tables[index].draft
        let item = tables[index].item
        store.add(
            Entity(
                id: id, kind: .table, title: draft.title.isEmpty ? id.local : draft.title, position: draft.position,
                organisation: item.inside.organisation, plan: item.inside.plan, container: item.id, fields: [:],
                texts: [:], translations: [:], hasWrittenID: isWritten, isPublished: true, row: nil))
    }

    // MARK: Made ids

    private mutating func nameTable(_ index: Int) {
        let draft = tables[index].draft
        guard tables[index].id == nil, draft.writtenID == nil else { return }
        let slug = Slug.make(draft.title)
        if slug.isEmpty {
            let id = registry.make(
                draft.class.rawValue, within: tables[index].item.inside.scope, at: draft.position, fallback: "tabell")
            tables[index].id = id
            addTableEntity(index, id: id, isWritten: false)
        } else {
            claimTable(index, local: Located(slug, at: draft.position), isMade: true)
        }
    }

    private mutating func nameRows(_ index: Int) {
        let table = tables[index]
        guard let kind = table.draft.class.entityKind else { return }
        for (number, row) in table.draft.rows.enumerated() where row.writtenID == nil && !row.isEmpty {
            guard !row.title.value.isEmpty else {
                reportEmptyTitle(row, table.draft)
                continue
            }
            let scope = table.item.inside.scope
            let plain = EntityID(within: scope, Slug.make(row.title.value))
            // A row and a file with the same title and the id that the title makes are one.
            if let entity = store[plain], entity.kind == kind, canMerge(entity),
                item(plain)?.hasTitle == false
                    || FieldValue.folded(entity.title) == FieldValue.folded(row.title.value)
            {
                merge(row, number: number, of: index, into: entity)
            } else {
                let id = registry.make(
                    row.title.value, within: scope, at: row.title.position, fallback: kind.rawValue)
                add(row, number: number, of: index, id: id, kind: kind, isWritten: false)
            }
        }
    }

    private mutating func reportEmptyTitle(_ row: RowDraft, _ draft: TableDraft) {
        // Without a title column that is what is wrong, once for the table.
        guard let column = draft.columns.first(where: { $0.role == .title }) else { return }
        diagnostics.append(.emptyTitle(column.heading, at: row.title.position))
    }

    private mutating func add(
        _ row: RowDraft, number: Int, of index: Int, id: EntityID, kind: EntityKind, isWritten: Bool
    ) {
        tables[index].rows[number] = id
        let item = tables[index].item
        let place = item.inside
        store.add(
            Entity(
                id: id, kind: kind, title: row.title.value.isEmpty ? id.local : row.title.value,
                position: row.writtenID?.position ?? row.title.position, organisation: place.organisation,
                plan: place.plan, container: item.id, fields: row.fields, texts: [:], translations: [:],
                hasWrittenID: isWritten, isPublished: true, row: nil))
    }

    /// Tells each entity which row it is, now that all tables have ids.
    private mutating func placeRows() {
        for table in tables {
            guard let id = table.id else { continue }
            for (number, entity) in table.rows.enumerated() {
                guard let entity else { continue }
                store.change(entity) { $0.row = RowPlace(table: id, row: number) }
            }
        }
    }

    // MARK: Rows that have files

    /// Whether an entity has a file, and no row yet.
    private func canMerge(_ entity: Entity) -> Bool {
        itemNumbers[entity.id] != nil && !merged.contains(entity.id)
    }

    private mutating func merge(_ row: RowDraft, number: Int, of index: Int, into entity: Entity) {
        tables[index].rows[number] = entity.id
        merged.insert(entity.id)
        let table = tables[index]
        let hasTitle = item(entity.id)?.hasTitle ?? true
        let names = Dictionary(
            table.draft.columns.compactMap { column -> (Field, String)? in
                if case .field(let field) = column.role { (field, column.heading) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
        var title = entity.title
        if !row.title.value.isEmpty {
            if !hasTitle {
                title = row.title.value
            } else if FieldValue.folded(title) != FieldValue.folded(row.title.value) {
                let heading = table.draft.columns.first { $0.role == .title }?.heading ?? "titel"
                let place = item(entity.id)?.header.title?.position ?? entity.position
                diagnostics.append(.rowDisagrees(heading, row: row.title, other: title, file: place))
            }
        }
        var fields = entity.fields
        for (field, value) in row.fields.sorted(by: { $0.key < $1.key }) {
            guard let other = fields[field] else {
                fields[field] = value
                continue
            }
            let isSame = value.value.says(sameAs: other.value) { store.unit(named: $0, in: entity.organisation) }
            if !isSame {
                diagnostics.append(
                    .rowDisagrees(
                        names[field] ?? field.swedish, row: Located(value.value.words, at: value.position),
                        other: other.value.words, file: other.position,
                        swedish: (value.value.swedishWords, other.value.swedishWords)))
            }
        }
        store.change(entity.id) { entity in
            entity.title = title
            entity.fields = fields
        }
    }

    // MARK: Perspectives and focus areas

    /// A perspective or focus area for every name that is used and has no file.
    private mutating func addGroups() {
        struct Key: Hashable {
            let scope: EntityID?
            let kind: EntityKind
            let name: String
        }
        var known: Set<Key> = []
        for entity in store.entities where entity.kind == .perspective || entity.kind == .focusArea {
            for name in [entity.title, entity.id.local] {
                let scope = entity.plan ?? entity.organisation
                known.insert(Key(scope: scope, kind: entity.kind, name: FieldValue.folded(name)))
            }
        }
        for entity in store.entities {
            for (field, kind) in [(Field.perspective, EntityKind.perspective), (.focusArea, .focusArea)] {
                guard let value = entity.fields[field], case .text(let name) = value.value else { continue }
                let scope = entity.plan ?? entity.organisation
                let key = Key(scope: scope, kind: kind, name: FieldValue.folded(name))
                guard !name.isEmpty, known.insert(key).inserted else { continue }
                let id = registry.make(name, within: scope, at: value.position, fallback: kind.rawValue)
                store.add(
                    Entity(
                        id: id, kind: kind, title: name, position: value.position,
                        organisation: entity.organisation, plan: entity.plan, container: scope, fields: [:],
                        texts: [:], translations: [:], hasWrittenID: false, isPublished: true, row: nil))
            }
        }
    }
}
