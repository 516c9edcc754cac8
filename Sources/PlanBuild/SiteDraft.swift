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
    /// The checksums of the published site's files, by their paths, as its list says them; none where that is gone.
    private let publishedSums: [String: String]
    /// Those paths in the order of the list.
    private let publishedPaths: [String]
    /// Files that the published site has as well, the very same, unless their folder has changed; `nil` where any may be
    /// another.
    private let apart: Set<String>?
    /// Whether nothing did: then it needn't be looked what stands at a path.
    private let isNew: Bool
    private let state: Mutex<State>

    /// What there is before a build.
    struct Before: Sendable {
        fileprivate let tree: FileSystem.Tree
        /// The digest of the published list of checksums.
        let listDigest: String
        fileprivate let publishedSums: [String: String]
        fileprivate let publishedPaths: [String]
        fileprivate let apart: Set<String>?
        /// The state of folders that hold what the last build left in them.
        fileprivate let undisturbed: [String: FileSystem.Stamp]

        /// - Parameters:
        ///   - spare: what lies in the tree.
        ///   - list: the published list of checksums; empty where there is none.
        ///   - last: what the last build left.
        init(spare: FileSystem.Survey, list: [UInt8], last: TreesRecord?) {
            tree = spare.tree
            listDigest = SHA256.hex(list)
            (publishedSums, publishedPaths) = SiteDraft.sums(in: list)
            apart = last?.apart
            let before = last?.spare ?? FileSystem.Survey()
            undisturbed = spare.stamps.filter { spare.holds($0.key, asIn: before) }
        }
    }

    private struct State {
        /// Byte for byte: of two spellings that only look the same, a disk has two folders.
        var folders: Set<ByBytes> = []
        var links: Set<String> = []
        /// The checksum of each file, by its path.
        var sums: [String: String] = [:]
        /// Files that were put, and not taken over from the published site.
        var put: [String] = []
        /// The paths of all files, sorted, when so many had been put; the rest was put later.
        var sorted: (paths: [String], putCount: Int) = ([], 0)
        /// The state of files that both trees had before.
        var stamps: [String: FileSystem.Stamp] = [:]
        /// The state of folders that hold what the last build left in them.
        var undisturbed: [String: FileSystem.Stamp]
        /// Folders that lay in the tree when it was opened, and still do.
        var standing: Set<ByBytes>

        var paths: [String] { (sorted.paths + put[sorted.putCount...]).sorted() }

        /// Notes that what lies above a path may hold something else than it did.
        mutating func disturb(above path: String) {
            if !undisturbed.isEmpty, let folder = SiteDraft.folder(of: path) { undisturbed[folder] = nil }
        }
    }

    /// - Parameters:
    ///   - published: the published folder.
    ///   - before: what there was before anything is put.
    init(folder: String, published: String, before: Before, rewritesAll: Bool) throws(MachineFailure) {
        self.folder = folder
        self.published = published
        self.rewritesAll = rewritesAll
        self.before = before.tree
        apart = before.apart
        publishedSums = before.publishedSums
        publishedPaths = before.publishedPaths
        try FileSystem.makeFolder(folder)
        isNew = before.tree == FileSystem.Tree()
        state = Mutex(State(undisturbed: before.undisturbed, standing: Set(before.tree.folders.map(ByBytes.init))))
    }

    /// Whether a file of this path has been put.
    func holds(_ path: String) -> Bool { state.withLock { $0.sums[path] != nil } }

    /// The state of files that nothing was done to, by their paths.
    var stamps: [String: FileSystem.Stamp] { state.withLock(\.stamps) }

    /// The paths of all files that have been put or taken over, sorted, once ``checksums`` has been asked for.
    var paths: [String] { state.withLock(\.paths) }

    /// The same with a file that is still to be put.
    func paths(with file: SiteFile) -> [String] { (paths + [file.path]).sorted() }

    /// Whether the site needs the place of something: for a file or a folder there, or for a file above it.
    func needsPlace(of path: String) -> Bool {
        state.withLock { state in
            if state.folders.contains(ByBytes(path)) { return true }
            return sequence(first: path, next: Self.folder(of:)).contains { state.sums[$0] != nil }
        }
    }

    /// Whether a file of the published site has the very bytes of the one here.
    func hasSame(_ path: String) -> Bool {
        guard let bytes = try? FileSystem.bytes(of: published + "/" + path) else { return false }
        return state.withLock { $0.sums[path] } == SHA256.hex(bytes)
    }

    /// Whether the published site says which files are its own.
    var knowsOwnFiles: Bool { !publishedSums.isEmpty }

    /// The list of checksums of all that has been put, as `sha256sum -c` reads it, sorted by path.
    var checksums: SiteFile {
        let sums = state.withLock { state in
            // Most stand in the order of the last list: nearly sorted is soon sorted.
            let known = publishedPaths.compactMap { path in
                state.sums.index(forKey: path).map { state.sums[$0].key }
            }
            let new = state.sums.keys.filter { publishedSums[$0] == nil }
            state.sorted = ((known + new).sorted(), state.put.count)
            return state.sorted.paths.map { (path: $0, sum: state.sums[$0] ?? "") }
        }
        var list: [UInt8] = []
        list.reserveCapacity(sums.reduce(0) { $0 + $1.sum.utf8.count + $1.path.utf8.count + 3 })
        for (path, sum) in sums {
            list += sum.utf8
            list += "  ".utf8
            list += path.utf8
            list.append(0x0A)
        }
        return SiteFile(path: "checksums.txt", bytes: list)
    }

    /// Puts a file at its path; where it lies there already, nothing is written.
    func put(_ file: SiteFile) throws(MachineFailure) {
        let sum = SHA256.hex(file.bytes)
        try makeRoom(for: file.path)
        state.withLock { state in
            state.sums[file.path] = sum
            state.put.append(file.path)
            state.disturb(above: file.path)
        }
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
        let undisturbed = state.withLock(\.undisturbed)
        if isNew { makeFolders(above: paths) }
        let starts = Array(stride(from: 0, to: paths.count, by: 128))
        let outcomes = Parallel.map(starts) { [self] start in
            Result { () throws(MachineFailure) in
                let paths = paths[start..<min(start + 128, paths.count)]
                return try keep(paths, stamps: stamps, undisturbed: undisturbed)
            }
        }
        for outcome in outcomes {
            let kept = try outcome.get()
            state.withLock { state in
                for file in kept {
                    state.sums[file.path] = file.sum
                    state.stamps[file.path] = file.stamp
                    if file.isCopy { state.put.append(file.path) }
                    if !file.isUndisturbed { state.disturb(above: file.path) }
                }
            }
        }
    }

    /// A file that both trees have.
    private struct Kept: Sendable {
        let path: String
        let sum: String
        /// Where both had it before.
        var stamp: FileSystem.Stamp?
        /// Whether that was known without a look.
        var isUndisturbed = false
        /// Whether it is another file with the same bytes, since the file system knows no other way.
        var isCopy = false
    }

    private func keep(
        _ paths: ArraySlice<String>, stamps: [String: FileSystem.Stamp], undisturbed: [String: FileSystem.Stamp]
    ) throws(MachineFailure) -> [Kept] {
        var kept: [Kept] = []
        kept.reserveCapacity(paths.count)
        for path in paths {
            guard let sum = publishedSums[path] else {
                try put(SiteFile(path: path, bytes: try FileSystem.bytes(of: published + "/" + path)))
                continue
            }
            try makeRoom(for: path)
            // Where neither the folder here nor the file there has changed, the one leads to the other as it did.
            if let apart, let stamp = stamps[path], let parent = Self.folder(of: path), undisturbed[parent] != nil,
                !apart.contains(path)
            {
                kept.append(Kept(path: path, sum: sum, stamp: stamp, isUndisturbed: true))
                continue
            }
            let shared = try FileSystem.share(
                published + "/" + path, as: folder + "/" + path, stamp: stamps[path], isNew: isNew)
            switch shared {
            case .already(let stamp): kept.append(Kept(path: path, sum: sum, stamp: stamp))
            case .anew: kept.append(Kept(path: path, sum: sum))
            case .copied: kept.append(Kept(path: path, sum: sum, isCopy: true))
            }
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
            state.withLock { $0.folders.formUnion(made.compactMap { $0.map(ByBytes.init) }) }
        }
    }

    /// Whether the published site's list says that a build made a file.
    func wasMade(_ path: String) -> Bool { path == "checksums.txt" || publishedSums[path] != nil }

    /// The checksums of a list by their paths, and those, each once, in its order.
    private static func sums(in list: [UInt8]) -> (sums: [String: String], paths: [String]) {
        var sums: [String: String] = [:]
        var paths: [String] = []
        sums.reserveCapacity(list.count / 90)
        paths.reserveCapacity(list.count / 90)
        for line in list.split(separator: 0x0A) where line.count > 66 {
            let path = String(decoding: line.dropFirst(66), as: UTF8.self)
            let before = sums.updateValue(String(decoding: line.prefix(64), as: UTF8.self), forKey: path)
            if before == nil { paths.append(path) }
        }
        return (sums, paths)
    }

    /// Puts a link that somebody has laid into the output.
    func put(link path: String, to destination: String) throws(MachineFailure) {
        try makeRoom(for: path)
        state.withLock { state in
            state.links.insert(path)
            state.disturb(above: path)
        }
        let full = folder + "/" + path
        if FileSystem.entry(full) != nil { try clear(path) }
        try FileSystem.makeLink(full, to: destination)
    }

    /// Removes what stands at a path, with all that is in it.
    private func clear(_ path: String) throws(MachineFailure) {
        state.withLock { state in
            state.standing = state.standing.filter { $0.text != path && !$0.text.hasPrefix(path + "/") }
            state.undisturbed = state.undisturbed.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
            state.disturb(above: path)
        }
        try FileSystem.remove(folder + "/" + path)
    }

    /// Makes the folders above a path; what stands where one of them is to be is of an older site.
    ///
    /// One at a time: what one thread clears away must not be what another has just made.
    private func makeRoom(for path: String) throws(MachineFailure) {
        guard let parent = Self.folder(of: path) else { return }
        let place = ByBytes(parent)
        guard !state.withLock({ $0.folders.contains(place) }) else { return }
        try makeRoom(for: parent)
        let full = folder + "/" + parent
        try state.withLock { (state: inout State) throws(MachineFailure) -> Void in
            guard !state.folders.contains(place) else { return }
            if state.standing.contains(place) {
                state.folders.insert(place)
                return
            }
            state.disturb(above: parent)
            state.undisturbed[parent] = nil
            if isNew, FileSystem.makeNewFolder(full) {
                state.folders.insert(place)
                return
            }
            switch FileSystem.entry(full) {
            case .folder: break
            case .file, .other:
                try FileSystem.remove(full)
                try FileSystem.makeFolder(full)
            case nil: try FileSystem.makeFolder(full)
            }
            state.folders.insert(place)
        }
    }

    /// Removes what lay in the tree and was not put: files, then folders that nothing is in any more.
    func removeRest() throws(MachineFailure) {
        let (sums, folders, links) = state.withLock { ($0.sums, $0.folders, $0.links) }
        func isLeft(_ path: String) -> Bool {
            // Nothing is removed through a link: what it leads to is somebody's, or a page.
            if !links.isEmpty, sequence(first: path, next: Self.folder(of:)).contains(where: links.contains) {
                return false
            }
            // Of two spellings that only look the same, one is old.
            if let place = sums.index(forKey: path) { return !sums[place].key.utf8.elementsEqual(path.utf8) }
            return !folders.contains(ByBytes(path))
        }
        let left = before.folders.filter { !folders.contains(ByBytes($0)) }.reversed()
        for path in (before.files + before.others).filter(isLeft) + left.filter(isLeft) {
            state.withLock { $0.disturb(above: path) }
            try FileSystem.remove(folder + "/" + path)
        }
    }

    /// What the tree holds once the rest is removed, as soon as it is published.
    ///
    /// - Parameter moment: from which on others may put something there.
    func survey(at moment: Int64) -> FileSystem.Survey {
        let state = state.withLock(\.self)
        let folders = before.folders.filter { state.folders.contains(ByBytes($0)) }
        let isSame = folders.count == state.folders.count
        let new = isSame ? [] : state.folders.subtracting(folders.map(ByBytes.init)).map(\.text)
        let tree = FileSystem.Tree(
            files: state.paths, folders: (folders + new).sorted(), others: state.links.sorted())
        // Into a folder that there was before, somebody may have put something since it was looked at.
        let known = state.standing.reduce(into: state.undisturbed) { known, folder in
            if known[folder.text] == nil { known[folder.text] = .unsettled }
        }
        let stamps = FileSystem.folderStamps(tree.folders, in: published, known: known, at: moment)
        return FileSystem.Survey(tree: tree, stamps: stamps)
    }

    /// Files that were put, where others were taken over from the published site; `nil` where none was.
    var filesApart: Set<String>? {
        state.withLock { state in
            let put = Set(state.put)
            return put.count < state.sums.count ? put : nil
        }
    }

    private static func folder(of path: String) -> String? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
    }
}
