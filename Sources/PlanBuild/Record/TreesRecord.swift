import PlanFiles
import PlanModel

/// The two trees as a build has left them, so that the next one lists only folders in which something has happened since,
/// and asks for no file that both have.
struct TreesRecord: Equatable, Sendable {
    /// The published site.
    var published = FileSystem.Survey()
    /// The tree that the next site is made ready in; `nil` where there is none.
    var spare: FileSystem.Survey?
    /// Files of the site that the spare tree hasn't the very same of; `nil` where it may have none of them.
    var apart: Set<String>?
}

extension RecordWriter {
    /// - Parameter files: the site's, which are known.
    mutating func trees(_ trees: TreesRecord, files: [String]) {
        survey(trees.published, files: files)
        flag(trees.spare != nil)
        if let spare = trees.spare { survey(spare, files: files) }
        flag(trees.apart != nil)
        if let apart = trees.apart { list(apart.sorted()) { $0.text($1) } }
    }

    private mutating func survey(_ survey: FileSystem.Survey, files: [String]) {
        // Byte for byte: `é` may be written in two ways.
        let isSame = survey.tree.files.map(ByBytes.init) == files.map(ByBytes.init)
        flag(isSame)
        if !isSame { list(survey.tree.files) { $0.text($1) } }
        list(survey.tree.others) { $0.text($1) }
        list(survey.tree.folders) { writer, folder in
            writer.text(folder)
            writer.stamp(survey.stamps[folder])
        }
    }

    mutating func stamp(_ stamp: FileSystem.Stamp?) {
        flag(stamp != nil)
        guard let stamp else { return }
        wide(Int64(bitPattern: stamp.node))
        wide(stamp.size)
        wide(stamp.modified)
        wide(stamp.changed)
    }
}

extension RecordReader {
    mutating func trees(files: [String]) throws(RecordFault) -> TreesRecord {
        var trees = TreesRecord()
        trees.published = try survey(files: files)
        if try flag() { trees.spare = try survey(files: files) }
        if try flag() { trees.apart = Set(try list { (reader) throws(RecordFault) in try reader.text() }) }
        return trees
    }

    private mutating func survey(files: [String]) throws(RecordFault) -> FileSystem.Survey {
        var survey = FileSystem.Survey()
        survey.tree.files = try flag() ? files : try list { (reader) throws(RecordFault) in try reader.text() }
        survey.tree.others = try list { (reader) throws(RecordFault) in try reader.text() }
        let count = try count()
        survey.tree.folders.reserveCapacity(count)
        survey.stamps.reserveCapacity(count)
        for _ in 0..<count {
            let folder = try text()
            survey.tree.folders.append(folder)
            survey.stamps[folder] = try stamp()
        }
        return survey
    }

    mutating func stamp() throws(RecordFault) -> FileSystem.Stamp? {
        guard try flag() else { return nil }
        let node = UInt64(bitPattern: try wide())
        return FileSystem.Stamp(node: node, size: try wide(), modified: try wide(), changed: try wide())
    }
}
