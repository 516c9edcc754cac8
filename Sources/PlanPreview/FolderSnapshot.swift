import PlanFiles

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What lies in the watched folders of a project: enough to tell whether a file was saved, moved or removed.
///
/// Hidden files and what editors leave behind are not seen. Links are followed as the reader of content follows them,
/// circles once.
struct FolderSnapshot: Equatable, Sendable {
    private struct Mark: Hashable, Sendable {
        let device: UInt64
        let node: UInt64
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// The folders that an author writes in, relative to the project.
    static let watched = ["Content", "Site", "Assets"]

    private var files: [String: Mark] = [:]
    /// Absolute paths of the project folder and every watched folder that is there.
    private(set) var folders: Set<String> = []
    /// Whether a folder can be reached by several paths, of which only one is seen.
    private var hasAliases = false
    private let project: String

    init(project: String) {
        self.project = project
        var seen: Set<Mark> = []
        if Self.mark(project) != nil { folders.insert(project) }
        for name in Self.watched { walk(project + "/" + name, seen: &seen) }
    }

    private mutating func walk(_ folder: String, seen: inout Set<Mark>) {
        guard let (mark, kind) = Self.mark(folder), kind == S_IFDIR else { return }
        let identity = Mark(device: mark.device, node: mark.node, size: 0, seconds: 0, nanoseconds: 0)
        guard seen.insert(identity).inserted else {
            hasAliases = true
            return
        }
        folders.insert(folder)
        // A folder that is replaced by another is to be watched anew.
        files[folder + "/"] = identity
        for (name, _) in (try? FileSystem.names(in: folder)) ?? [] where !Self.isIgnored(name) {
            let path = folder + "/" + name
            guard let (mark, kind) = Self.mark(path) else { continue }
            if kind == S_IFDIR { walk(path, seen: &seen) } else { files[path] = mark }
        }
    }

    /// The texts among Content that the files at these absolute paths are, relative to the project folder, sorted.
    ///
    /// - Returns: `nil` unless all of them are texts that were seen, and the only paths to what they hold.
    func texts(_ paths: Set<String>) -> [String]? {
        guard !paths.isEmpty, !hasAliases else { return nil }
        var texts: [String] = []
        for path in paths {
            guard files[path] != nil, let text = text(path) else { return nil }
            texts.append(text)
        }
        return texts.sorted()
    }

    /// The texts that a later snapshot hasn't seen, relative to the project folder.
    func texts(lackingIn later: FolderSnapshot) -> [String] {
        files.keys.compactMap { later.files[$0] == nil ? text($0) : nil }
    }

    /// A Markdown file below Content, relative to the project folder; `nil` for all others.
    private func text(_ path: String) -> String? {
        guard path.hasPrefix(project + "/Content/"), path.lowercased().hasSuffix(".md") else { return nil }
        return String(path.dropFirst(project.count + 1))
    }

    /// The absolute paths of the files that were written anew since an older snapshot; empty where files or folders came or
    /// went.
    func edits(since old: FolderSnapshot) -> Set<String> {
        guard folders == old.folders, files.count == old.files.count else { return [] }
        var edits: Set<String> = []
        for (path, mark) in files where old.files[path] != mark {
            guard old.files[path] != nil else { return [] }
            edits.insert(path)
        }
        return edits
    }

    /// Whether none of these files is there any more.
    func lacks(_ paths: Set<String>) -> Bool { paths.allSatisfy { Self.mark($0) == nil } }

    /// Looks again at files that were seen.
    mutating func renew(_ paths: Set<String>) {
        for path in paths { files[path] = Self.mark(path)?.0 }
    }

    /// Names that no build reads. `4913` is what Vim tries whether it may write with.
    static func isIgnored(_ name: String) -> Bool { name == "4913" || FileSystem.isLeftBehind(name) }

    private static func mark(_ path: String) -> (Mark, mode_t)? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        #if canImport(Darwin)
            let time = info.st_mtimespec
        #else
            let time = info.st_mtim
        #endif
        let mark = Mark(
            device: UInt64(truncatingIfNeeded: info.st_dev), node: UInt64(info.st_ino), size: Int(info.st_size),
            seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
        return (mark, info.st_mode & S_IFMT)
    }
}
