import PlanFiles
package import PlanModel

/// Puts a finished site in place: with ``SiteDraft``, the only code that writes the output.
///
/// The new site is made ready in a spare tree, where only what differs is written, and exchanged with the old one in one
/// step. A build that fails before the exchange leaves the old site as it was, byte for byte.
package struct SiteWriter {
    /// The published folder, without symbolic links.
    let output: String
    private let spare: String
    private let lock = OutputLock()

    /// Where the old site lies for a moment, on disks that exchange nothing.
    private var oldSpare: String { spare + "-old" }

    /// - Parameters:
    ///   - output: the published folder; where it is a link, what it leads to is written.
    ///   - cache: the project's `.klarplan`.
    package init(output: String, cache: String) {
        let output = FileSystem.resolvedEvenIfNew(output)
        let parent = Self.parent(of: output)
        self.output = output
        // Folders can only be exchanged within one file system: elsewhere the spare tree lies beside the output.
        if FileSystem.areOnOneDisk(FileSystem.nearestExisting(parent), FileSystem.nearestExisting(cache)) {
            spare = cache + "/spare-" + SHA256.hex(Array(output.utf8)).prefix(12)
        } else {
            spare = parent + "/." + output.dropFirst(parent.count + 1) + ".klarplan-spare"
        }
    }

    /// What a site's start page says of its maker: a folder without it is not ours to replace.
    package static let mark = "name=\"generator\" content=\"Klarplan\""

    /// Refuses an output folder that holds something else than a site of ours.
    package func checkOutput() throws(MachineFailure) {
        guard FileSystem.exists(output) else { return }
        guard FileSystem.isFolder(output) else { throw .foreignOutput(path: output) }
        guard !FileSystem.entries(of: output).isEmpty else { return }
        // A layout of the project's own may lack the mark; the list of checksums knows the start page all the same.
        for (file, sign) in [("index.html", Self.mark), ("checksums.txt", "  index.html\n")] {
            guard FileSystem.exists(output + "/" + file) else { continue }
            let text = String(decoding: try FileSystem.bytes(of: output + "/" + file), as: UTF8.self)
            if text.contains(sign) { return }
        }
        throw .foreignOutput(path: output)
    }

    /// Keeps other builds away from the output, and from a spare tree that lies beside it for all projects, until both are
    /// unlocked; what isn't there yet is locked later.
    func lockTrees() throws(MachineFailure) {
        for folder in [output, spare] { try lock.take(folder, of: output) }
    }

    func unlockTrees() { lock.release() }

    /// What lies in the spare tree, and the checksums of the published files.
    ///
    /// Nobody else writes there while it is locked: it may be looked at long before the tree is opened.
    ///
    /// - Parameter last: what the last build left.
    func look(since last: TreesRecord?) -> SiteDraft.Before {
        SiteDraft.Before(spare: FileSystem.survey(below: spare, since: last?.spare), list: publishedList, last: last)
    }

    /// Empty where there is none.
    private var publishedList: [UInt8] { (try? FileSystem.bytes(of: output + "/checksums.txt")) ?? [] }

    /// Opens the spare tree, to be filled with the new site.
    ///
    /// - Parameters:
    ///   - before: ``look(since:)``.
    ///   - rewritesAll: whether files that already hold the right bytes are written, too.
    func begin(over before: SiteDraft.Before, rewritesAll: Bool) throws(MachineFailure) -> SiteDraft {
        // What a build left that could not move it back: the site is there.
        if FileSystem.exists(output) { try? FileSystem.remove(oldSpare) }
        let draft = try SiteDraft(folder: spare, published: output, before: before, rewritesAll: rewritesAll)
        try lock.take(spare, of: output)
        return draft
    }

    /// What lies in the published folder: to be looked at as late as can be, since others may put something there.
    ///
    /// - Parameter last: what the last build left.
    func lookAtPublished(since last: TreesRecord?) -> FileSystem.Survey {
        FileSystem.survey(below: output, since: last?.published)
    }

    /// Puts a filled draft in the place of the site.
    ///
    /// A file is somebody else's where the list of checksums that every build writes doesn't name it; where the list is gone,
    /// nobody knows whose files are, and all of them are kept. One that lies where the site needs the place is refused.
    ///
    /// - Parameters:
    ///   - survey: ``lookAtPublished(since:)``.
    ///   - before: ``look(since:)``.
    /// - Returns: files that lay in the output, that no build made, and that were kept; and what both trees are now.
    func publish(
        _ draft: SiteDraft, over survey: FileSystem.Survey, since before: SiteDraft.Before
    ) throws(MachineFailure) -> (kept: [String], trees: TreesRecord) {
        try lockTrees()
        // Who came in between, before there was anything to lock or where nothing can be, has left another list: the pages of
        // that site would be taken for somebody's own files, and kept.
        guard SHA256.hex(publishedList) == before.listDigest else { throw .outputBusy(path: output) }
        var kept: [String] = []
        let there = survey.tree
        for path in there.files where !draft.wasMade(path) {
            // Where the list of checksums is gone, nobody knows whose a file is that the site has, too.
            if draft.holds(path), !draft.knowsOwnFiles || draft.hasSame(path) { continue }
            if draft.needsPlace(of: path) { throw .inTheWay(path: output + "/" + path) }
            try draft.put(SiteFile(path: path, bytes: try FileSystem.bytes(of: output + "/" + path)))
            kept.append(path)
        }
        for path in there.others {
            if draft.needsPlace(of: path) { throw .inTheWay(path: output + "/" + path) }
            // A pipe or a socket can't be taken along, and what somebody has laid there isn't ours to take away.
            guard let destination = FileSystem.destination(ofLink: output + "/" + path) else {
                throw .foreignOutput(path: output + "/" + path)
            }
            try draft.put(link: path, to: destination)
            kept.append(path)
        }
        try draft.removeRest()
        let moment = FileSystem.now
        var hasSpare = FileSystem.exists(output)
        if !hasSpare {
            try FileSystem.makeFolder(Self.parent(of: output))
            try FileSystem.move(spare, to: output)
        } else if !FileSystem.exchange(spare, output) {
            // Without an exchange there is a moment with no site; the old one comes back if the second step fails.
            try FileSystem.remove(oldSpare)
            try FileSystem.move(output, to: oldSpare)
            do throws(MachineFailure) {
                try FileSystem.move(spare, to: output)
            } catch {
                try FileSystem.move(oldSpare, to: output)
                throw error
            }
            // The site is there; without a spare tree the next build takes longer.
            hasSpare = (try? FileSystem.move(oldSpare, to: spare)) != nil
        }
        let trees = TreesRecord(
            published: draft.survey(at: moment), spare: hasSpare ? survey : nil, apart: draft.filesApart)
        return (kept.sorted(), trees)
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
