import PlanFiles
package import PlanModel
package import PlanReader

/// What the last site's content says, so that after an edit of running words no other text has to be read.
///
/// Written by those builds alone that have read everything; it holds as long as no text means anything else.
package struct ContentRecord {
    package let content: ContentMeaning
    /// What was found beside reading: by the library and by all checks.
    package let beside: [Diagnostic]

    package init(content: ContentMeaning, beside: [Diagnostic]) {
        self.content = content
        self.beside = beside
    }
}

// MARK: The file

extension ContentRecord {
    /// Reads the content that belongs to parts; `nil` for anything else.
    ///
    /// - Parameter moves: where lines have gone since.
    static func read(_ path: String, of parts: PartsRecord, moving moves: LineMoves) -> ContentRecord? {
        guard let bytes = try? FileSystem.bytes(of: path), QuickDigest.hex(bytes) == parts.contentDigest else {
            return nil
        }
        return try? ContentRecord(
            bytes, titleHeadings: parts.texts.titleHeadings, ownFindings: parts.texts.ownFindings, moving: moves)
    }

    /// - Returns: the digest of what was written.
    func write(to path: String) throws(MachineFailure) -> String {
        let file = try FileSystem.Output(path + ".new")
        var digest = QuickDigest()
        write {
            digest.add($0)
            file.put($0)
        }
        do throws(MachineFailure) {
            try file.finish()
        } catch {
            // A full disk is not to stay full of it.
            try? FileSystem.remove(path + ".new")
            throw error
        }
        try FileSystem.move(path + ".new", to: path)
        return digest.hex
    }

    /// Writes lists of pieces, each read and written by itself, so that several cores take part.
    ///
    /// - Parameter put: takes the bytes, some after others: a second copy of the whole content never has to have room.
    package func write(_ put: (UnsafeRawBufferPointer) -> Void) {
        let manuscript = content.manuscript
        let translated = manuscript.translatedTables.flatMap { language, tables in
            tables.map { Translated(language: language, id: $0, table: $1) }
        }
        let lists = [
            Self.pieces(manuscript.entities), Self.pieces(manuscript.tables), Self.pieces(translated),
            Self.pieces(Array(manuscript.texts.values)), Self.pieces(manuscript.silencings),
            Self.pieces(manuscript.attachments), Self.pieces(content.shared), Self.pieces(beside),
        ]
        func putNumber(_ number: Int) {
            var writer = RecordWriter()
            writer.number(number)
            writer.bytes.withUnsafeBytes(put)
        }
        for list in lists {
            putNumber(list.count)
            for start in stride(from: 0, to: list.count, by: Self.mostAtOnce) {
                let some = list[start..<min(start + Self.mostAtOnce, list.count)]
                let written = Parallel.map(Array(some)) { write in
                    var writer = RecordWriter()
                    write(&writer)
                    return writer.bytes
                }
                for bytes in written {
                    putNumber(bytes.count)
                    bytes.withUnsafeBytes(put)
                }
            }
        }
    }

    /// How many pieces are in memory at once.
    private static let mostAtOnce = 16

    private typealias Piece = @Sendable (inout RecordWriter) -> Void

    private static func pieces<Element: Recorded & Sendable>(_ elements: [Element]) -> [Piece] {
        stride(from: 0, to: elements.count, by: 256).map { start in
            let piece = elements[start..<min(start + 256, elements.count)]
            return { writer in writer.list(piece) { $1.record(in: &$0) } }
        }
    }

    /// Reads what ``write(_:)`` gave.
    ///
    /// - Parameters:
    ///   - titleHeadings: of the content, which are kept elsewhere, as they change with words.
    ///   - ownFindings: likewise.
    ///   - moves: where lines have gone since. What was found beside reading is left out then: it is to be found anew.
    package init(
        _ bytes: [UInt8], titleHeadings: [String: Int], ownFindings: [String: [Diagnostic]],
        moving moves: LineMoves = LineMoves()
    ) throws(RecordFault) {
        var reader = RecordReader(bytes, in: bytes.indices)
        func list<Element: Recorded & Sendable>(moving moves: LineMoves) throws(RecordFault) -> [Element] {
            let ranges = try reader.list { (reader) throws(RecordFault) in try reader.skip(try reader.number()) }
            let pieces = Parallel.map(ranges) { range -> [Element]? in
                var reader = RecordReader(bytes, in: range, moving: moves)
                return try? [Element](from: &reader)
            }
            guard pieces.allSatisfy({ $0 != nil }) else { throw RecordFault() }
            return pieces.flatMap { $0 ?? [] }
        }
        var manuscript = Manuscript()
        manuscript.entities = try list(moving: moves)
        manuscript.tables = try list(moving: moves)
        for translated in try list(moving: moves) as [Translated] {
            manuscript.translatedTables[translated.language, default: [:]][translated.id] = translated.table
        }
        let texts: [ProseText] = try list(moving: moves)
        manuscript.texts = Dictionary(texts.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        manuscript.silencings = try list(moving: moves)
        manuscript.attachments = try list(moving: moves)
        content = ContentMeaning(
            manuscript: manuscript, shared: try list(moving: moves), titleHeadings: titleHeadings,
            ownFindings: ownFindings)
        let found: [Diagnostic] = try list(moving: LineMoves())
        beside = moves.isEmpty ? found : []
        try reader.end()
    }

    private struct Translated: Recorded, Sendable {
        let language: Language
        let id: EntityID
        let table: PlanTable

        init(language: Language, id: EntityID, table: PlanTable) {
            self.language = language
            self.id = id
            self.table = table
        }

        func record(in writer: inout RecordWriter) {
            language.record(in: &writer)
            id.record(in: &writer)
            table.record(in: &writer)
        }

        init(from reader: inout RecordReader) throws(RecordFault) {
            language = try Language(from: &reader)
            id = try EntityID(from: &reader)
            table = try PlanTable(from: &reader)
        }
    }
}
