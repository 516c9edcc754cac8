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
    ///
    /// - Parameter now: the state of all that is read.
    func isCurrent(_ now: [Entry]) -> Bool {
        now == inputs && !now.contains { $0.stamp == .unsettled } && areOutputsCurrent()
    }

    /// The state of the site's files, by their paths in the published folder.
    func stamps(in output: String) -> [String: FileSystem.Stamp] {
        var stamps: [String: FileSystem.Stamp] = [:]
        stamps.reserveCapacity(outputs.count)
        for entry in outputs {
            stamps[String(decoding: entry.path.utf8.dropFirst(output.utf8.count + 1), as: UTF8.self)] = entry.stamp
        }
        return stamps
    }

    /// Whether the site is what the build wrote.
    func areOutputsCurrent() -> Bool { Self.areCurrent(outputs) }

    private static func areCurrent(_ entries: [Entry]) -> Bool {
        inPieces(entries) { piece in piece.allSatisfy { FileSystem.stamp($0.path) == $0.stamp } }.allSatisfy(\.self)
    }

    /// The state of files, each with its path in a folder.
    ///
    /// - Parameter known: of files that needn't be looked at, by path.
    static func entries(
        _ paths: [String], in folder: String, known: [String: FileSystem.Stamp]
    ) -> [Entry] {
        inPieces(paths) { piece in
            piece.map { path in
                let full = folder + "/" + path
                return Entry(path: full, stamp: known[path] ?? FileSystem.stamp(full))
            }
        }.flatMap(\.self)
    }

    private static func inPieces<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result
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
    private static let mark = Array("klarplan record 3\n".utf8)

    /// Reads a record; `nil` for a file that isn't there or isn't one, whole and of this version.
    static func read(_ path: String) -> BuildRecord? {
        guard let bytes = try? FileSystem.bytes(of: path), bytes.starts(with: mark), bytes.count > mark.count + 64,
            Array(SHA256.hex(Array(bytes[..<(bytes.count - 64)])).utf8) == Array(bytes.suffix(64))
        else { return nil }
        var reader = RecordReader(bytes, in: mark.count..<(bytes.count - 64))
        return try? BuildRecord(from: &reader)
    }

    /// Writes the record and what the parts of the site were made from.
    ///
    /// - Parameter output: the published folder.
    func write(to path: String, with parts: PartsRecord, output: String) throws(MachineFailure) {
        let digest = Ahead { [outputs] () -> Result<String, MachineFailure> in
            Result { () throws(MachineFailure) in
                try parts.write(to: path + "-parts", outputs: outputs, output: output)
            }
        }
        var writer = RecordWriter()
        write(to: &writer)
        writer.text(try digest.value.get())
        let body = Self.mark + writer.bytes
        // A build that is killed here leaves the old record, which the new parts don't belong to.
        try FileSystem.write(body + Array(SHA256.hex(body).utf8), to: path + ".new")
        try FileSystem.move(path + ".new", to: path)
    }

    /// Writes all but the digest of the parts, which comes last.
    private func write(to writer: inout RecordWriter) {
        writer.list(key) { $0.text($1) }
        for entries in [inputs, outputs] { writer.list(entries) { $0.entry($1) } }
        writer.number(count)
        writer.list(kept) { $0.text($1) }
        diagnostics.record(in: &writer)
        writer.text(nextChange?.text ?? "")
    }

    private init(from reader: inout RecordReader) throws(RecordFault) {
        key = try reader.list { (reader) throws(RecordFault) in try reader.text() }
        inputs = try reader.list { (reader) throws(RecordFault) in try reader.entry() }
        outputs = try reader.list { (reader) throws(RecordFault) in try reader.entry() }
        count = try reader.number()
        kept = try reader.list { (reader) throws(RecordFault) in try reader.text() }
        diagnostics = try [Diagnostic](from: &reader)
        nextChange = CalendarDate(try reader.text())
        partsDigest = try reader.text()
        try reader.end()
    }
}

extension RecordWriter {
    fileprivate mutating func entry(_ entry: BuildRecord.Entry) {
        text(entry.path)
        number(entry.stamp == nil ? 0 : 1)
        guard let stamp = entry.stamp else { return }
        for number in [Int64(bitPattern: stamp.node), stamp.size, stamp.modified, stamp.changed] { wide(number) }
    }
}

extension RecordReader {
    fileprivate mutating func entry() throws(RecordFault) -> BuildRecord.Entry {
        let path = try text()
        guard try number() == 1 else { return BuildRecord.Entry(path: path, stamp: nil) }
        let node = UInt64(bitPattern: try wide())
        return BuildRecord.Entry(
            path: path, stamp: .init(node: node, size: try wide(), modified: try wide(), changed: try wide()))
    }
}
