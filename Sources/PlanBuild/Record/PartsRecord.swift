import PlanFiles
import PlanModel

/// What the parts of the last site were made from: read only where something has changed.
struct PartsRecord {
    /// What each text meant (`ReadResult.meanings`).
    let meanings: [String: TextMeaning]
    /// Files that defined less than they were meant to.
    let unread: [String]
    let site: SiteParts
    /// Of each text: `ContentMeaning`.
    let titleHeadings: [String: Int]
    let ownFindings: [String: [Diagnostic]]
    /// The digest of the ``ContentRecord`` that belongs to it.
    var contentDigest = ""
    /// What the search index of each language can be made out of.
    var indexes: [Language: KeptIndex] = [:]
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

    /// - Parameter outputs: the site's files, which parts name by their numbers.
    func encoded(outputs: [String]) -> [UInt8] {
        let texts = meanings.keys.sorted()
        let numbers = Self.numbered(texts)
        let files = Self.numbered(outputs)
        var writer = RecordWriter()
        writer.list(texts) { writer, text in
            writer.text(text)
            (meanings[text] ?? .unknown).record(in: &writer)
        }
        writer.list(unread) { $0.text($1) }
        writer.list(site.parts) { writer, part in
            // A text that was asked for and isn't there is none of the site's: where it came, all would be made.
            writer.list(part.texts.compactMap { numbers[$0] }) { $0.number($1) }
            writer.list(part.files.compactMap { files[$0] }) { $0.number($1) }
        }
        for paths in [site.assets, site.overviews] {
            writer.list(paths.compactMap { files[$0] }) { $0.number($1) }
        }
        titleHeadings.record(in: &writer)
        ownFindings.record(in: &writer)
        writer.text(contentDigest)
        indexes.record(in: &writer)
        return writer.bytes
    }

    private init(from reader: inout RecordReader, files: [String]) throws(RecordFault) {
        let texts = try reader.list { (reader) throws(RecordFault) in
            (try reader.text(), try TextMeaning(from: &reader))
        }
        let names = texts.map(\.0)
        meanings = Dictionary(texts, uniquingKeysWith: { first, _ in first })
        unread = try [String](from: &reader)
        let parts = try reader.list { (reader) throws(RecordFault) in
            SiteParts.Part(
                texts: try Self.names(&reader, among: names),
                files: try Self.names(&reader, among: files))
        }
        site = SiteParts(
            parts: parts, assets: try Self.names(&reader, among: files),
            overviews: try Self.names(&reader, among: files))
        titleHeadings = try [String: Int](from: &reader)
        ownFindings = try [String: [Diagnostic]](from: &reader)
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

    private static func numbered(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
