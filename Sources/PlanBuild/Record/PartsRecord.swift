import PlanFiles
import PlanModel

/// What the parts of the last site were made from: read only where something has changed.
struct PartsRecord {
    /// What each text meant (`ReadResult.meanings`).
    var meanings: [String: TextMeaning] { texts.meanings }
    let texts: Texts
    /// Files that defined less than they were meant to.
    let unread: [String]
    let site: SiteParts
    /// The digest of the ``ContentRecord`` that belongs to it.
    var contentDigest = ""
    /// What the search index of each language can be made out of.
    var indexes: [Language: KeptIndex] = [:]

    /// What of each text is known before anything is made of it.
    struct Texts {
        let meanings: [String: TextMeaning]
        /// Of each text: `ContentMeaning`.
        let titleHeadings: [String: Int]
        let ownFindings: [String: [Diagnostic]]
    }

    /// Texts as they are written, with the number of each.
    struct WrittenTexts: Sendable {
        fileprivate let writer: RecordWriter
        fileprivate let numbers: [String: Int]
    }
}

/// What a search index can be made out of (`SearchState`), which lies in a file of its own.
struct KeptIndex: Equatable, Sendable, Recorded {
    /// Of the file.
    let digest: String
    /// The texts that were edited since it was written: an edit writes a list of names, not all words of a site.
    let edited: Set<String>

    /// How many texts may have been edited before it is written anew.
    static let mostEdited = 20

    init(digest: String, edited: Set<String> = []) {
        self.digest = digest
        self.edited = edited
    }

    func record(in writer: inout RecordWriter) {
        writer.text(digest)
        edited.sorted().record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        digest = try reader.text()
        edited = Set(try [String](from: &reader))
    }
}

extension TextMeaning: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.text(digest)
        writer.number(bodyLine)
        var last = 0
        writer.list(lines) { writer, line in
            writer.number(line &- last)
            last = line
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let (digest, bodyLine) = (try reader.text(), try reader.number())
        var last = 0
        let lines = try reader.list { (reader) throws(RecordFault) in
            last = last &+ (try reader.number())
            return last
        }
        self.init(digest: digest, lines: lines, bodyLine: bodyLine)
    }
}

// MARK: The file

extension PartsRecord {
    /// Reads the parts that belong to a record; `nil` for anything else.
    static func read(_ path: String, of record: BuildRecord) -> PartsRecord? {
        guard let bytes = try? FileSystem.bytes(of: path), SHA256.hex(bytes) == record.partsDigest else { return nil }
        var reader = RecordReader(bytes, in: bytes.indices)
        return try? PartsRecord(from: &reader, files: record.outputs.map(\.path))
    }

    /// - Parameters:
    ///   - texts: those of the record, as they are written.
    ///   - outputs: the site's files, which parts name by their numbers.
    func encoded(after texts: WrittenTexts, outputs: [String]) -> [UInt8] {
        let files = Self.numbered(outputs)
        var writer = texts.writer
        writer.list(unread) { $0.text($1) }
        writer.list(site.parts) { writer, part in
            // A text that was asked for and isn't there is none of the site's: where it came, all would be made.
            writer.list(part.texts.compactMap { texts.numbers[$0] }) { $0.number($1) }
            writer.list(part.files.compactMap { files[$0] }) { $0.number($1) }
        }
        for paths in [site.assets, site.overviews] {
            writer.list(paths.compactMap { files[$0] }) { $0.number($1) }
        }
        writer.text(contentDigest)
        indexes.record(in: &writer)
        return writer.bytes
    }

    private init(from reader: inout RecordReader, files: [String]) throws(RecordFault) {
        let names: [String]
        (texts, names) = try Texts.read(&reader)
        unread = try [String](from: &reader)
        let parts = try reader.list { (reader) throws(RecordFault) in
            SiteParts.Part(
                texts: try Self.names(&reader, among: names),
                files: try Self.names(&reader, among: files))
        }
        site = SiteParts(
            parts: parts, assets: try Self.names(&reader, among: files),
            overviews: try Self.names(&reader, among: files))
        contentDigest = try reader.text()
        indexes = try [Language: KeptIndex](from: &reader)
        try reader.end()
    }

    private static func names(
        _ reader: inout RecordReader, among names: [String]
    ) throws(RecordFault) -> [String] {
        try reader.list { (reader) throws(RecordFault) in
            let number = try reader.number()
            guard names.indices.contains(number) else { throw RecordFault() }
            return names[number]
        }
    }

    fileprivate static func numbered(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension PartsRecord.Texts {
    var written: PartsRecord.WrittenTexts {
        let names = meanings.keys.sorted()
        var writer = RecordWriter()
        writer.list(names) { writer, name in
            writer.text(name)
            (meanings[name] ?? .unknown).record(in: &writer)
        }
        titleHeadings.record(in: &writer)
        ownFindings.record(in: &writer)
        return PartsRecord.WrittenTexts(writer: writer, numbers: PartsRecord.numbered(names))
    }

    /// - Returns: the texts, and their names by the numbers that they were written with.
    fileprivate static func read(_ reader: inout RecordReader) throws(RecordFault) -> (texts: Self, names: [String]) {
        let texts = try reader.list { (reader) throws(RecordFault) in
            (try reader.text(), try TextMeaning(from: &reader))
        }
        let read = Self(
            meanings: Dictionary(texts, uniquingKeysWith: { first, _ in first }),
            titleHeadings: try [String: Int](from: &reader),
            ownFindings: try [String: [Diagnostic]](from: &reader))
        return (read, texts.map(\.0))
    }
}
