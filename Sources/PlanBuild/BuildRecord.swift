import PlanFiles
import PlanModel

/// What the last build was made from and what it wrote, so that a build of the very same does nothing.
///
/// Kept in `.klarplan`, one for each output folder. Whatever is wrong with the file – another version, another program,
/// damage – means that there is none: it saves work and is never needed.
struct BuildRecord: Equatable {
    /// Program and options: all that a site depends on beside files.
    let key: [String]
    /// The files and folders that were read, each before it was; `nil` where nothing was.
    let inputs: [Entry]
    let outputs: [Entry]
    /// How many files the site has.
    let count: Int
    let kept: [String]
    let diagnostics: [Diagnostic]
    let nextChange: CalendarDate?
    /// The digest of the ``PartsRecord`` that belongs to it; empty until it is written.
    private(set) var partsDigest = ""

    init(
        key: [String], inputs: [Entry], outputs: [Entry], count: Int, kept: [String], diagnostics: [Diagnostic],
        nextChange: CalendarDate?
    ) {
        self.key = key
        self.inputs = inputs
        self.outputs = outputs
        self.count = count
        self.kept = kept
        self.diagnostics = diagnostics
        self.nextChange = nextChange
    }

    struct Entry: Equatable, Sendable {
        let path: String
        let stamp: FileSystem.Stamp?
    }

    /// Whether everything is as it was: a build would give the same bytes, and they are where it would put them.
    func isCurrent() -> Bool { Self.areCurrent(inputs) && areOutputsCurrent() }

    /// Whether the site is what the build wrote.
    func areOutputsCurrent() -> Bool { Self.areCurrent(outputs) }

    private static func areCurrent(_ entries: [Entry]) -> Bool {
        inPieces(entries) { piece in piece.allSatisfy { FileSystem.stamp($0.path) == $0.stamp } }.allSatisfy(\.self)
    }

    /// The state of files, each with its path in a folder.
    static func entries(_ paths: [String], in folder: String) -> [Entry] {
        inPieces(paths) { piece in
            piece.map { path in
                let path = folder + "/" + path
                return Entry(path: path, stamp: FileSystem.stamp(path))
            }
        }.flatMap(\.self)
    }

    private static func inPieces<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (ArraySlice<Element>) -> Result
    ) -> [Result] {
        let starts = Array(stride(from: 0, to: elements.count, by: 512))
        return Parallel.map(starts) { transform(elements[$0..<min($0 + 512, elements.count)]) }
    }

    /// The state of all that a build reads; ``FileSystem/Stamp/unsettled`` where something was changed so shortly before
    /// that a later change might look the same.
    static func inputs(project: String, defaults: String) -> [Entry] {
        let now = FileSystem.now
        var paths: [String] = []
        for root in ["Content", "Site", "Assets"].map({ project + "/" + $0 })
            + ["Site", "Assets"].map({ defaults + "/" + $0 })
        {
            let tree = FileSystem.tree(below: root)
            paths += [root] + (tree.folders + tree.files + tree.others).map { root + "/" + $0 }
        }
        return inPieces(paths) { piece in
            piece.map { path in
                let stamp = FileSystem.stamp(path)
                return Entry(path: path, stamp: stamp.map { $0.isTooFresh(at: now) ? .unsettled : $0 })
            }
        }.flatMap(\.self)
    }
}

// MARK: The file

extension BuildRecord {
    private static let mark = Array("klarplan record 2\n".utf8)

    /// Reads a record; `nil` for a file that isn't there or isn't one, whole and of this version.
    static func read(_ path: String) -> BuildRecord? {
        guard let bytes = try? FileSystem.bytes(of: path), bytes.starts(with: mark), bytes.count > mark.count + 64,
            Array(SHA256.hex(Array(bytes[..<(bytes.count - 64)])).utf8) == Array(bytes.suffix(64))
        else { return nil }
        var reader = RecordReader(bytes[mark.count..<(bytes.count - 64)])
        return BuildRecord(from: &reader)
    }

    /// Writes the record and what the parts of the site were made from.
    ///
    /// - Parameter output: the published folder.
    func write(to path: String, with parts: PartsRecord, output: String) throws(MachineFailure) {
        var record = self
        record.partsDigest = try parts.write(to: path + "-parts", outputs: outputs, output: output)
        var writer = RecordWriter()
        record.write(to: &writer)
        let body = Self.mark + writer.bytes
        // A build that is killed here leaves the old record, which the new parts don't belong to.
        try FileSystem.write(body + Array(SHA256.hex(body).utf8), to: path + ".new")
        try FileSystem.move(path + ".new", to: path)
    }

    private func write(to writer: inout RecordWriter) {
        writer.list(key) { $0.text($1) }
        for entries in [inputs, outputs] {
            writer.list(entries) { writer, entry in
                writer.text(entry.path)
                writer.number(entry.stamp == nil ? 0 : 1)
                guard let stamp = entry.stamp else { return }
                writer.number(Int64(bitPattern: stamp.node))
                for number in [stamp.size, stamp.modified, stamp.changed] { writer.number(number) }
            }
        }
        writer.number(Int64(count))
        writer.list(kept) { $0.text($1) }
        writer.list(diagnostics) { writer, finding in
            for text in [
                finding.code.rawValue, finding.severity.rawValue, finding.message.swedish, finding.message.english,
                finding.position.file, finding.help?.swedish ?? "", finding.help?.english ?? "",
            ] { writer.text(text) }
            writer.number(Int64(finding.position.line))
            writer.number(Int64(finding.position.column))
            writer.number(finding.help == nil ? 0 : 1)
        }
        writer.text(nextChange?.text ?? "")
        writer.text(partsDigest)
    }

    private init?(from reader: inout RecordReader) {
        guard let key = reader.list({ $0.text() }) else { return nil }
        func entry(_ reader: inout RecordReader) -> Entry? {
            guard let path = reader.text(), let isThere = reader.number() else { return nil }
            guard isThere == 1 else { return Entry(path: path, stamp: nil) }
            guard let node = reader.number(), let size = reader.number(), let modified = reader.number(),
                let changed = reader.number()
            else { return nil }
            return Entry(
                path: path,
                stamp: .init(node: UInt64(bitPattern: node), size: size, modified: modified, changed: changed))
        }
        guard let inputs = reader.list(entry), let outputs = reader.list(entry), let count = reader.number(),
            let kept = reader.list({ $0.text() }), let diagnostics = reader.list(Self.diagnostic),
            let day = reader.text(), let digest = reader.text(), reader.isAtEnd
        else { return nil }
        self.init(
            key: key, inputs: inputs, outputs: outputs, count: Int(count), kept: kept, diagnostics: diagnostics,
            nextChange: CalendarDate(day))
        partsDigest = digest
    }

    private static func diagnostic(_ reader: inout RecordReader) -> Diagnostic? {
        var texts: [String] = []
        for _ in 0..<7 {
            guard let text = reader.text() else { return nil }
            texts.append(text)
        }
        guard let line = reader.number(), let column = reader.number(), let hasHelp = reader.number(),
            let code = DiagnosticCode(rawValue: texts[0]), let level = CheckLevel(rawValue: texts[1])
        else { return nil }
        return Diagnostic(
            code, at: SourcePosition(file: texts[4], line: Int(line), column: Int(column)),
            LocalizedText(sv: texts[2], en: texts[3]),
            help: hasHelp == 1 ? LocalizedText(sv: texts[5], en: texts[6]) : nil
        ).weighed(level)
    }
}

/// Writes numbers of eight bytes and texts with their length before them.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func text(_ text: String) {
        number(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func list<Element>(_ elements: [Element], _ write: (inout RecordWriter, Element) -> Void) {
        number(Int64(elements.count))
        for element in elements { write(&self, element) }
    }
}

/// Reads what ``RecordWriter`` has written; `nil` for anything else.
struct RecordReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    var isAtEnd: Bool { place == bytes.endIndex }

    mutating func number() -> Int64? {
        guard bytes.endIndex - place >= 8 else { return nil }
        defer { place += 8 }
        let number = bytes.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: place - bytes.startIndex, as: Int64.self)
        }
        return Int64(littleEndian: number)
    }

    mutating func text() -> String? {
        guard let count = number(), count >= 0, count <= Int64(bytes.endIndex - place) else { return nil }
        defer { place += Int(count) }
        return String(decoding: bytes[place..<(place + Int(count))], as: UTF8.self)
    }

    mutating func list<Element>(_ read: (inout RecordReader) -> Element?) -> [Element]? {
        // Each element takes a byte at least.
        guard let count = number(), count >= 0, count <= Int64(bytes.endIndex - place) else { return nil }
        var elements: [Element] = []
        for _ in 0..<count {
            guard let element = read(&self) else { return nil }
            elements.append(element)
        }
        return elements
    }
}
