package import PlanModel

/// An edit that changes what one text says of its own entity, and nothing of what others are: title, summary, status and the
/// like, headings, links and words. The rest of the content needn't be gone through again.
extension ReadResult {
    /// The same content with another text in the place of one.
    ///
    /// - Returns: `nil` where the edit may mean something to others, or findings of others may speak of the text.
    func amending(_ old: ContentFile, with new: ContentFile) -> ReadResult? {
        guard let header = new.header, old.header != nil, new.hasSamePlace(as: old), !hasTranslations(of: old),
            let owner = manuscript.texts[old.path]?.owner,
            let place = manuscript.entities.firstIndex(where: { $0.id == owner }),
            !shared.contains(where: { Self.namingOthers.contains($0.code) })
        else { return nil }
        let entity = manuscript.entities[place]
        // A row might be the same entity: one of this title or, where the text has none, of whatever title makes its id.
        guard let title = header.title?.value ?? new.titleHeading?.title else { return nil }
        let mayBeRow = Slug.make(title) == entity.id.local.lowercased() && title != entity.title
        let tables = manuscript.tables.filter { $0.origin.place.file == old.path }.map(\.id)
        let own = Set(old.readingFindings)
        guard entity.texts == [old.language: old.path], entity.row == nil, !mayBeRow,
            tables.count == old.tables?.drafts.count,
            shared.allSatisfy({ $0.position.file != old.path || own.contains($0) })
        else { return nil }
        var result = self
        result.manuscript.entities[place].title = title
        result.manuscript.entities[place].fields = header.fields
        result.manuscript.entities[place].isPublished = header.isPublished
        result.manuscript.texts[old.path] = ProseText(new, owner: owner, tables: tables)
        result.manuscript.silencings.removeAll { $0.position.file == old.path }
        result.manuscript.silencings += new.silencings
        result.titleHeadings[old.path] = new.titleHeading?.node
        result.shared = shared.filter { $0.position.file != old.path } + new.readingFindings
        result.put(new)
        return result
    }

    /// The same content with a text in the place of one that means the same but stands on other lines.
    ///
    /// - Returns: `nil` where it means something else, or findings may speak of its lines.
    func moving(_ old: ContentFile, to new: ContentFile, by mover: LineMover) -> ReadResult? {
        var moves = LineMoves()
        guard moves.note(old.path, from: old.meaning, to: new.meaning), !shared.contains(where: moves.mayBeNamed)
        else { return nil }
        var result = self
        guard mover.move(&result.manuscript, moves) else { return nil }
        if let text = manuscript.texts[old.path] {
            result.manuscript.texts[old.path] = ProseText(
                file: text.file, language: text.language, owner: text.owner, links: new.links, anchors: text.anchors,
                words: new.words)
        }
        result.manuscript.silencings.removeAll { $0.position.file == old.path }
        result.manuscript.silencings += new.silencings
        result.reword(new)
        return result
    }

    /// Findings that tell where another thing stands.
    private static let namingOthers: Set<DiagnosticCode> = [.duplicateID]

    /// Whether files in other languages say the same.
    private func hasTranslations(of file: ContentFile) -> Bool {
        Language.allCases.contains { language in
            let path = "\(file.key).\(language.rawValue).md"
            return path != file.path && manuscript.texts[path] != nil
        } || (file.path != file.key + ".md" && manuscript.texts[file.key + ".md"] != nil)
    }
}

/// Says of entities and tables where they stand now.
package struct LineMover: Sendable {
    /// - Returns: `false` where nobody knows where something has gone.
    let move: @Sendable (inout Manuscript, LineMoves) -> Bool

    package init(_ move: @escaping @Sendable (inout Manuscript, LineMoves) -> Bool) { self.move = move }
}

extension ContentFile {
    /// Whether another version of the text is the same entity in the same place, with the same tables and ids.
    fileprivate func hasSamePlace(as other: ContentFile) -> Bool {
        guard let header, let before = other.header, !isStart, tables != nil, other.tables != nil,
            header.kind == before.kind, header.hasKind == before.hasKind, header.id?.value == before.id?.value,
            ![.unit, .perspective, .focusArea].contains(header.kind),
            tablesMeaning == other.tablesMeaning
        else { return false }
        // What tables of others take from it, and the groups that are made of names where they stand.
        return header.fields[.unit]?.value == before.fields[.unit]?.value
            && [Field.perspective, .focusArea].allSatisfy { header.fields[$0] == before.fields[$0] }
    }

    /// What reading the text by itself finds beside its words.
    fileprivate var readingFindings: [Diagnostic] {
        header == nil ? [] : headerFindings + (tables?.diagnostics ?? [])
    }
}
