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
    /// The published folder.
    let output: String
    /// The site's files, by their paths in it.
    let outputs: [Entry]
    let trees: TreesRecord
    /// How many files the site has.
    let count: Int
    let kept: [String]
    let diagnostics: [Diagnostic]
    let nextChange: CalendarDate?
    /// The digest of the ``PartsRecord`` that belongs to it; empty until it is written.
    private(set) var partsDigest = ""

    init(
        key: [String], inputs: [Entry], output: String, outputs: [Entry], trees: TreesRecord, count: Int,
        kept: [String], diagnostics: [Diagnostic], nextChange: CalendarDate?
    ) {
        self.key = key
        self.inputs = inputs
        self.output = output
        self.outputs = outputs
        self.trees = trees
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
    var stamps: [String: FileSystem.Stamp] {
        var stamps: [String: FileSystem.Stamp] = [:]
        stamps.reserveCapacity(outputs.count)
        for entry in outputs { stamps[entry.path] = entry.stamp }
        return stamps
    }

    /// Whether the site is what the build wrote.
    func areOutputsCurrent() -> Bool {
        !outputs.contains { $0.stamp == nil }
            && FileSystem.stamps(outputs.map(\.path), in: output) == outputs.map(\.stamp)
    }

    /// The state of files, by their paths in a folder.
    ///
    /// - Parameter known: of files that needn't be looked at.
    static func entries(
        _ paths: [String], in folder: String, known: [String: FileSystem.Stamp]
    ) -> [Entry] {
        zip(paths, FileSystem.stamps(paths, in: folder, known: known)).map { Entry(path: $0, stamp: $1) }
    }

    /// The state of all that a build reads; ``FileSystem/Stamp/unsettled`` where something was changed so shortly before
    /// that a later change might look the same.
    static func inputs(project: String, defaults: String) -> [Entry] {
        let now = FileSystem.now
        let own = ["Content", "Site", "Assets"].map { project + "/" + $0 }
        return (own + ["Site", "Assets"].map { defaults + "/" + $0 }).flatMap { root in
            let tree = FileSystem.tree(below: root)
            let paths = tree.folders + tree.files + tree.others
            let within = zip(paths, FileSystem.stamps(paths, in: root)).map { path, stamp in
                Entry(path: root + "/" + path, stamp: stamp?.settled(at: now))
            }
            return [Entry(path: root, stamp: FileSystem.stamp(root)?.settled(at: now))] + within
        }
    }
}

// MARK: The file

extension BuildRecord {
    private static let mark = Array("klarplan record 5\n".utf8)

    /// Reads a record; `nil` for a file that isn't there or isn't one, whole and of this version.
    static func read(_ path: String) -> BuildRecord? {
        guard let bytes = try? FileSystem.bytes(of: path), bytes.starts(with: mark), bytes.count > mark.count + 64,
            SHA256.hex(bytes[..<(bytes.count - 64)]).utf8.elementsEqual(bytes.suffix(64))
        else { return nil }
        var reader = RecordReader(bytes, in: mark.count..<(bytes.count - 64))
        return try? BuildRecord(from: &reader)
    }

    /// Writes the record and what the parts of the site were made from.
    ///
    /// - Parameter parts: `PartsRecord.encoded(outputs:)`.
    func write(to path: String, with parts: [UInt8]) throws(MachineFailure) {
        let digest = Ahead { () -> Result<String, MachineFailure> in
            Result { () throws(MachineFailure) in
                try FileSystem.write(parts, to: path + "-parts.new")
                try FileSystem.move(path + "-parts.new", to: path + "-parts")
                return SHA256.hex(parts)
            }
        }
        let folders = trees.published.tree.folders + (trees.spare?.tree.folders ?? [])
        let names = (inputs + outputs).reduce(0) { $0 + $1.path.utf8.count } + folders.reduce(0) { $0 + $1.utf8.count }
        var writer = RecordWriter(room: names + 40 * (inputs.count + outputs.count + folders.count) + 1 << 16)
        writer.raw(Self.mark)
        write(to: &writer)
        writer.text(try digest.value.get())
        writer.raw(Array(SHA256.hex(writer.bytes).utf8))
        // A build that is killed here leaves the old record, which the new parts don't belong to.
        try FileSystem.write(writer.bytes, to: path + ".new")
        try FileSystem.move(path + ".new", to: path)
    }

    /// Writes all but the digest of the parts, which comes last.
    private func write(to writer: inout RecordWriter) {
        writer.list(key) { $0.text($1) }
        writer.text(output)
        for entries in [inputs, outputs] {
            writer.list(entries) { writer, entry in
                writer.text(entry.path)
                writer.stamp(entry.stamp)
            }
        }
        writer.trees(trees, files: outputs.map(\.path))
        writer.number(count)
        writer.list(kept) { $0.text($1) }
        diagnostics.record(in: &writer)
        writer.text(nextChange?.text ?? "")
    }

    private init(from reader: inout RecordReader) throws(RecordFault) {
        key = try reader.list { (reader) throws(RecordFault) in try reader.text() }
        output = try reader.text()
        inputs = try Self.entries(from: &reader)
        outputs = try Self.entries(from: &reader)
        trees = try reader.trees(files: outputs.map(\.path))
        count = try reader.number()
        kept = try reader.list { (reader) throws(RecordFault) in try reader.text() }
        diagnostics = try [Diagnostic](from: &reader)
        nextChange = CalendarDate(try reader.text())
        partsDigest = try reader.text()
        try reader.end()
    }

    private static func entries(from reader: inout RecordReader) throws(RecordFault) -> [Entry] {
        try reader.list { (reader) throws(RecordFault) in
            Entry(path: try reader.text(), stamp: try reader.stamp())
        }
    }
}
