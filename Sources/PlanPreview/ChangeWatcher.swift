import PlanFiles

/// Tells when the folders of a project have changed.
///
/// One caller asks again and again; between two questions nothing is lost, however much happens, and a hundred saves
/// are one answer.
struct ChangeWatcher: ~Copyable {
    enum Change: Equatable {
        case nothing
        /// These Markdown files below `Content`, relative to the project folder, which were there before; nothing else.
        case texts([String])
        case anything
    }

    private let project: String
    private var hints: ChangeHints
    private var seen: FolderSnapshot
    /// The texts that the last answer's change took away, relative to the project folder.
    private(set) var vanished: [String] = []
    /// A hint that came while nobody waited.
    private var isTold = false
    /// When the folders were looked at last, by ``FileSystem/elapsed``.
    private var lastLook: (begin: Int64, end: Int64) = (0, 0)

    /// How long what went away has to come back, in milliseconds: editors move a file away and write a new one.
    private static let grace: Int32 = 30

    /// Watches from now on.
    ///
    /// - Parameter project: absolute path of the project folder.
    init(project: String) {
        self.project = project
        hints = ChangeHints(project: project)
        seen = FolderSnapshot(project: project)
        hints.watch(seen.folders)
        // What changed before the watches stood.
        refresh()
    }

    /// Waits for a change.
    ///
    /// - Parameter limit: how long at most, in milliseconds; the answer may be `false` earlier.
    /// - Returns: what has changed since the last answer.
    mutating func waitForChange(limit: Int32) -> Change {
        var hint = hints.wait(isTold ? 0 : min(limit, hints.patience))
        if case .shifted(let gone) = hint { hint = settled(gone) }
        defer { isTold = false }
        if !isTold { vanished = [] }
        if case .saved(let files) = hint, !isTold, let texts = seen.texts(files) {
            // Looking at all folders would take longer than all the rest; what isn't told of is found at the next look.
            seen.renew(files)
            return .texts(texts)
        }
        if case .shifted(let files) = hint, !isTold, let texts = seen.texts(files), seen.lacks(files) {
            // Told before the rest is looked at, which lasts.
            seen.renew(files)
            vanished = texts
            return .anything
        }
        if hint == .nothing, !isTold, isLookTooDear { return .nothing }
        let change = refresh()
        switch hint {
        case .saved: return .anything
        case .shifted, .nothing: return isTold ? .anything : change
        }
    }

    /// Whether looking by itself would keep a core busy: where much is to be seen, it is looked at less often.
    private var isLookTooDear: Bool { FileSystem.elapsed - lastLook.end < 50 * (lastLook.end - lastLook.begin) }

    /// Whether something has changed that no answer has told of yet; the next question is then answered with yes.
    ///
    /// - Parameter limit: how long to wait for it, in milliseconds.
    mutating func hasMore(within limit: Int32) -> Bool {
        switch hints.wait(limit) {
        case .nothing: if refresh() != .nothing { isTold = true }
        case .saved, .shifted: isTold = true
        }
        return isTold
    }

    /// What went away is given time to come back whole.
    private func settled(_ gone: Set<String>) -> ChangeHints.Hint {
        var gone = gone
        // Of a folder, for one, it isn't told what went away.
        var isVague = gone.isEmpty
        var left = Int64(Self.grace) * 1_000_000
        let end = FileSystem.elapsed + left
        while left > 0 {
            switch hints.wait(Int32(max(1, left / 1_000_000))) {
            case .nothing: break
            case .saved(let files): return .saved(!isVague && gone.isSubset(of: files) ? files : [])
            case .shifted(let more):
                isVague = isVague || more.isEmpty
                gone.formUnion(more)
            }
            left = end - FileSystem.elapsed
        }
        return .shifted(isVague ? [] : gone)
    }

    /// Looks at the folders, and watches those that are new.
    ///
    /// - Returns: in what they differ from what was seen last.
    @discardableResult
    private mutating func refresh() -> Change {
        var change = Change.nothing
        let begin = FileSystem.elapsed
        defer { lastLook = (begin, FileSystem.elapsed) }
        // A folder that came while its parent was looked at is only seen by looking again; a tree that grows all the
        // time is seen at the next question.
        for _ in 0..<8 {
            let now = FolderSnapshot(project: project)
            guard now != seen else { break }
            if change == .nothing, let texts = seen.texts(now.edits(since: seen)) {
                change = .texts(texts)
            } else {
                change = .anything
            }
            vanished += seen.texts(lackingIn: now)
            let hasNewFolders = now.folders != seen.folders
            seen = now
            hints.watch(now.folders)
            if !hasNewFolders { break }
        }
        return change
    }
}
