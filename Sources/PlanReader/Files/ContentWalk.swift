import PlanFiles
import PlanModel

/// The files of Content, sorted by the UTF-8 of their paths.
struct ContentWalk {
    /// A Markdown file or an attachment.
    struct File {
        /// Relative to the project folder, with `/` between folders.
        let path: String
        let size: Int
        let state: ReaderMemory.FileState

        var isMarkdown: Bool { path.lowercased().hasSuffix(".md") }
    }

    private(set) var files: [File] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let project: String
    private let root: String
    /// When the walk began: before anything is looked at.
    private let now = FileSystem.now
    /// Whether there are more files than are read.
    private var isFull = false

    /// Walks `Content` of a project.
    ///
    /// - Parameter project: absolute path of the project folder.
    init(project: String) throws(MachineFailure) {
        self.project = project
        let content = project + "/Content"
        guard let status = try FileSystem.status(content), status.kind == .folder,
            let root = FileSystem.resolved(content)
        else {
            self.root = content
            diagnostics.append(.contentMissing)
            return
        }
        self.root = root
        try walk(content, as: "Content", ancestors: [status.identity])
        files.sort { Self.precedes($0.path, $1.path) }
    }

    private mutating func walk(
        _ folder: String, as path: String, ancestors: [FileSystem.Identity]
    ) throws(MachineFailure) {
        let names = try FileSystem.names(in: folder).sorted { Self.precedes($0.name, $1.name) }
        for (name, isUTF8) in names where !isFull && !FileSystem.isLeftBehind(name) {
            let place = path + "/" + name
            guard isUTF8 else {
                diagnostics.append(.fileNameNotUTF8(place))
                continue
            }
            guard !name.hasHiddenSigns else {
                diagnostics.append(.hiddenSignsInName(place.withoutHiddenSigns.replacing("\n", with: "\u{FFFD}")))
                continue
            }
            let full = folder + "/" + name
            guard var status = try FileSystem.status(full, followingLinks: false) else { continue }
            if status.kind == .link {
                guard admitsLink(full, as: place), let target = try FileSystem.status(full) else { continue }
                status = target
            }
            switch status.kind {
            case .file:
                let file = File(
                    path: place, size: status.size, state: ReaderMemory.FileState(status.stamp, at: now))
                // Text files are read, and limited, later.
                guard file.isMarkdown || FileSystem.isReadable(full) else { throw FileSystem.failure(full) }
                if !file.isMarkdown, status.size > Limit.attachment.value {
                    diagnostics.append(.fileTooLarge(place, size: status.size, limit: .attachment))
                } else if files.count < Limit.files.value {
                    files.append(file)
                } else {
                    if !isFull {
                        diagnostics.append(.limitExceeded(.files, at: SourcePosition(file: place, line: 1, column: 1)))
                    }
                    isFull = true
                    return
                }
            case .folder:
                if ancestors.contains(status.identity) || ancestors.count >= Limit.folderDepth.value {
                    diagnostics.append(.folderCircle(place))
                } else {
                    try walk(full, as: place, ancestors: ancestors + [status.identity])
                }
            case .link, .other: diagnostics.append(.notAFile(place))
            }
        }
    }

    /// Whether a symbolic link leads to something within Content.
    private mutating func admitsLink(_ full: String, as place: String) -> Bool {
        guard let target = FileSystem.resolved(full) else {
            diagnostics.append(.danglingLink(place))
            return false
        }
        guard target == root || target.hasPrefix(root + "/") else {
            diagnostics.append(.symlinkOutside(place))
            return false
        }
        return true
    }

    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
