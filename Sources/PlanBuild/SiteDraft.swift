import PlanFiles
import PlanModel
import Synchronization

/// A site on its way: the spare tree, brought up to date file by file, from several threads at once.
final class SiteDraft: Sendable {
    private let folder: String
    private let published: String
    private let rewritesAll: Bool
    /// What lay in the tree when it was opened.
    private let before: FileSystem.Tree
    /// Whether nothing did: then it needn't be looked what stands at a path.
    private let isNew: Bool
    private let state: Mutex<State>
    /// The checksums of the published site's files, by their paths, as its list says them; none where that is gone.
    private let publishedSums: Lazily<[String: String]>

    private struct State {
        var folders: Set<String> = []
        var links: Set<String> = []
        /// The checksum of each file, by its path.
        var sums: [String: String] = [:]
        /// The state of files that both trees had before.
        var stamps: [String: FileSystem.Stamp] = [:]
        /// Folders that lay in the tree when it was opened, and still do.
        var standing: Set<String>
    }

    /// - Parameters:
    ///   - published: the published folder.
    ///   - before: what lies in the tree.
    init(
        folder: String, published: String, before: FileSystem.Tree, rewritesAll: Bool
    ) throws(MachineFailure) {
        self.folder = folder
        self.published = published
        self.rewritesAll = rewritesAll
        self.before = before
        try FileSystem.makeFolder(folder)
        isNew = before.files.isEmpty && before.folders.isEmpty && before.others.isEmpty
        state = Mutex(State(standing: Set(before.folders)))
        publishedSums = Lazily { Self.sums(in: (try? FileSystem.bytes(of: published + "/checksums.txt")) ?? []) }
    }

    /// Whether a file of this path has been put.
    func holds(_ path: String) -> Bool { state.withLock { $0.sums[path] != nil } }

    /// The paths of all that has been put, sorted.
    var paths: [String] { state.withLock { $0.sums.keys.sorted() } }

    /// The state of files that nothing was done to, by their paths.
    var stamps: [String: FileSystem.Stamp] { state.withLock(\.stamps) }

    /// The list of checksums of all that has been put, as `sha256sum -c` reads it, sorted by path.
    var checksums: SiteFile {
        let sums = state.withLock(\.sums).sorted { $0.key < $1.key }
        return SiteFile(path: "checksums.txt", bytes: Array(sums.map { "\($1)  \($0)\n" }.joined().utf8))
    }

    /// Puts a file at its path; where it lies there already, nothing is written.
    func put(_ file: SiteFile) throws(MachineFailure) {
        let sum = SHA256.hex(file.bytes)
        try makeRoom(for: file.path)
        state.withLock { $0.sums[file.path] = sum }
        let path = folder + "/" + file.path
        if isNew, (try? FileSystem.write(file.bytes, to: path, isNew: true)) != nil { return }
        switch FileSystem.entry(path) {
        case .file(let size, let isShared):
            if !rewritesAll, size == file.bytes.count, let old = try? FileSystem.bytes(of: path), old == file.bytes {
                return
            }
            // The published site may have the very same file: it is left alone.
            if isShared { try FileSystem.remove(path) }
        case .folder, .other:
            try clear(file.path)
        case nil: break
        }
        try FileSystem.write(file.bytes, to: path)
    }

    /// Takes files over from the published site, as they are there.
    ///
    /// Both trees then have the very same file: nothing is read or written, and where they had it before, nothing is done.
    ///
    /// - Parameter stamps: the state of the published files, as it was seen a moment ago, by path.
    func keep(_ paths: [String], stamps: [String: FileSystem.Stamp]) throws(MachineFailure) {
        let sums = publishedSums.value
        if isNew { makeFolders(above: paths) }
        let starts = Array(stride(from: 0, to: paths.count, by: 128))
        let outcomes = Parallel.map(starts) { [self] start in
            Result { () throws(MachineFailure) in
                try keep(paths[start..<min(start + 128, paths.count)], sums: sums, stamps: stamps)
            }
        }
        for outcome in outcomes {
            let kept = try outcome.get()
            state.withLock { state in
                for file in kept {
                    state.sums[file.path] = file.sum
                    state.stamps[file.path] = file.stamp
                }
            }
        }
    }

    /// A file that both trees have.
    private struct Kept: Sendable {
        let path: String
        let sum: String
        /// Where both had it before.
        let stamp: FileSystem.Stamp?
    }

    private func keep(
        _ paths: ArraySlice<String>, sums: [String: String], stamps: [String: FileSystem.Stamp]
    ) throws(MachineFailure) -> [Kept] {
        var kept: [Kept] = []
        kept.reserveCapacity(paths.count)
        for path in paths {
            guard let sum = sums[path] else {
                try put(SiteFile(path: path, bytes: try FileSystem.bytes(of: published + "/" + path)))
                continue
            }
            try makeRoom(for: path)
            let stamp = try FileSystem.share(
                published + "/" + path, as: folder + "/" + path, stamp: stamps[path], isNew: isNew)
            kept.append(Kept(path: path, sum: sum, stamp: stamp))
        }
        return kept
    }

    /// Makes the folders above paths of an empty tree, those of one depth all at once; what fails is left to
    /// ``makeRoom(for:)``.
    private func makeFolders(above paths: [String]) {
        var levels: [Set<String>] = []
        for path in paths {
            var depth = 0
            for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
                if depth == levels.count { levels.append([]) }
                levels[depth].insert(String(path[..<slash]))
                depth += 1
            }
        }
        for level in levels {
            let made = Parallel.map(Array(level)) { [folder] name in
                FileSystem.makeNewFolder(folder + "/" + name) ? name : nil
            }
            state.withLock { $0.folders.formUnion(made.compactMap(\.self)) }
        }
    }

    /// Whether the published site's list says that a build made a file.
    func wasMade(_ path: String) -> Bool { path == "checksums.txt" || publishedSums.value[path] != nil }

    private static func sums(in list: [UInt8]) -> [String: String] {
        var sums: [String: String] = [:]
        for line in list.split(separator: 0x0A) where line.count > 66 {
            sums[String(decoding: line.dropFirst(66), as: UTF8.self)] = String(decoding: line.prefix(64), as: UTF8.self)
        }
        return sums
    }

    /// Puts a link that somebody has laid into the output.
    func put(link path: String, to destination: String) throws(MachineFailure) {
        try makeRoom(for: path)
        _ = state.withLock { $0.links.insert(path) }
        let full = folder + "/" + path
        if FileSystem.entry(full) != nil { try clear(path) }
        try FileSystem.makeLink(full, to: destination)
    }

    /// Removes what stands at a path, with all that is in it.
    private func clear(_ path: String) throws(MachineFailure) {
        state.withLock { state in
            state.standing = state.standing.filter { $0 != path && !$0.hasPrefix(path + "/") }
        }
        try FileSystem.remove(folder + "/" + path)
    }

    /// Makes the folders above a path; what stands where one of them is to be is of an older site.
    ///
    /// One at a time: what one thread clears away must not be what another has just made.
    private func makeRoom(for path: String) throws(MachineFailure) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let parent = String(path[..<slash])
        guard !state.withLock({ $0.folders.contains(parent) }) else { return }
        try makeRoom(for: parent)
        let full = folder + "/" + parent
        try state.withLock { (state: inout State) throws(MachineFailure) -> Void in
            guard !state.folders.contains(parent) else { return }
            if state.standing.contains(parent) {
                state.folders.insert(parent)
                return
            }
            if isNew, FileSystem.makeNewFolder(full) {
                state.folders.insert(parent)
                return
            }
            switch FileSystem.entry(full) {
            case .folder: break
            case .file, .other:
                try FileSystem.remove(full)
                try FileSystem.makeFolder(full)
            case nil: try FileSystem.makeFolder(full)
            }
            state.folders.insert(parent)
        }
    }

    /// Removes what lay in the tree and was not put: files, then folders that nothing is in any more.
    func removeRest() throws(MachineFailure) {
        let (sums, folders, links) = state.withLock { ($0.sums, $0.folders, $0.links) }
        for path in before.files + before.others
        where sums[path] == nil && !folders.contains(path) && !links.contains(path) {
            try FileSystem.remove(folder + "/" + path)
        }
        for path in before.folders.reversed()
        where !folders.contains(path) && sums[path] == nil && !links.contains(path) {
            try FileSystem.remove(folder + "/" + path)
        }
    }
}
