import PlanFiles
import PlanGraph
package import PlanModel
import PlanReader
import PlanSearch

extension Builder {
    /// Builds the site, unless the content has errors or nothing has changed since the last build.
    package func build() throws(MachineFailure) -> Report {
        let cache = options.project + "/.klarplan"
        var shelf: FileSystem.Shelf?
        do throws(MachineFailure) {
            return try build(in: cache) {
                // What one process keeps from build to build lies in memory; the disks of others may be full and tell it late.
                let isUsed = options.memory == nil && FileSystem.isLocal(cache)
                shelf = isUsed ? FileSystem.Shelf(cache + "/texts", after: options.textsInMemory) : nil
                return shelf
            }
        } catch {
            // Perhaps there is room enough without what lies there; and what was lost there can be read again.
            guard let used = shelf, used.failure != nil || error.isFullDisk else { throw error }
            used.empty()
            return try build(in: cache) { nil }
        }
    }

    /// - Parameters:
    ///   - cache: the folder of what builds keep.
    ///   - makeShelf: makes what takes the bytes of texts that nobody reads just now; `nil` keeps them in memory.
    private func build(
        in cache: String, makeShelf: () -> FileSystem.Shelf?
    ) throws(MachineFailure) -> Report {
        try checkOutputPlace()
        let writer = SiteWriter(output: options.outputFolder, cache: cache)
        guard FileSystem.isFolder(options.project) else {
            return Report(diagnostics: try check().diagnostics, outcome: .refused)
        }
        try FileSystem.makeFolder(cache)
        guard let lock = try FileSystem.lock(cache + "/lock") else { throw .busy(path: options.project) }
        defer { FileSystem.unlock(lock) }
        let place = Place(record: cache + "/record-" + SHA256.hex(Array(writer.output.utf8)).prefix(12))
        let found = Ahead { isRecorded && !options.isFull ? BuildRecord.read(place.record) : nil }
        // Looked at before anything is read: what changes meanwhile differs from this.
        let inputs = isRecorded ? BuildRecord.inputs(project: options.project, defaults: options.defaults) : []
        let last = found.value?.key == recordKey ? found.value : nil
        if let record = last, record.isCurrent(inputs) {
            return Report(
                diagnostics: record.diagnostics, outcome: .built(files: record.count, kept: record.kept),
                wasCurrent: true, nextChange: record.nextChange)
        }
        try writer.lockTrees()
        defer { writer.unlockTrees() }
        Self.removeLeftovers(in: cache)
        // Whatever a build was told, it tells what the two trees were when it ended.
        let isKnown = found.value?.output == writer.output && FileSystem.isLocal(writer.output)
        let trees = isKnown ? found.value?.trees : nil
        let spare = Ahead { writer.look(since: trees) }
        let restored = try restored(since: last, at: place, inputs: inputs)
        let checked: Checked
        let shelf = restored == nil ? makeShelf() : nil
        if let restored {
            checked = restored.checked
        } else {
            checked = try check(notesMeanings: isRecorded, shelf: shelf)
        }
        if let failure = shelf?.failure { throw failure }
        guard !checked.fails(isStrict: options.isStrict) else {
            return Report(diagnostics: checked.diagnostics, outcome: .refused)
        }
        try writer.checkOutput()
        let draft = try writer.begin(over: spare.value, rewritesAll: options.isFull)
        let revision = restored.map {
            Revision(of: $0.parts.site, editing: $0.edited, indexes: $0.parts.indexes, states: $0.states)
        }
        let stamps = Lazily { last?.stamps ?? [:] }
        let content = checked.reading.content
        let texts = PartsRecord.Texts(
            meanings: checked.reading.meanings, titleHeadings: content.titleHeadings, ownFindings: content.ownFindings)
        let written = Lazily { texts.written }
        if isRecorded { _ = Ahead { written.value } }
        var keeping: Ahead<Result<Void, MachineFailure>>?
        // Nobody else may write there until that is done, whatever fails meanwhile.
        defer { _ = keeping?.value }
        var heldContent: Ahead<String?>?
        // Where it isn't kept in the end, it is not to take room.
        defer { if heldContent?.value != nil { place.dropContent() } }
        // What nobody will read is not written.
        let hold: @Sendable (SearchState, Language) -> KeptIndex? = { isRecorded ? place.hold($0, $1) : nil }
        let made = try make(
            checked, revision: revision,
            keeping: { paths in
                keeping = Ahead {
                    Result { () throws(MachineFailure) in try draft.keep(paths, stamps: stamps.value) }
                }
            }, holding: hold,
            whenMade: {
                // One that stands is not written again.
                guard isRecorded, restored.map(\.hasMoved) ?? true else { return }
                let content = ContentRecord(content: content, beside: checked.beside)
                heldContent = Ahead { place.hold(content) }
            }
        ) { (file: SiteFile) throws(MachineFailure) -> Void in try draft.put(file) }
        keep(checked)
        try keeping?.value.get()
        if !made.standing.isEmpty { try draft.keep(made.standing, stamps: stamps.value) }
        if let failure = shelf?.failure { throw failure }
        let noted = Noted(
            making: made, unread: Library.unreadFiles(among: checked.reading.manuscript.diagnostics),
            restored: restored, texts: texts, written: written, heldContent: heldContent)
        let checksums = draft.checksums
        let standing = standingParts(noted, files: draft.paths(with: checksums))
        try draft.put(checksums)
        let published = Ahead { writer.lookAtPublished(since: trees) }
        let count = checksums.bytes.count { $0 == 0x0A } + 1
        options.progress(.writing(files: count))
        let (kept, left) = try writer.publish(draft, over: published.value, since: spare.value)
        let next = options.includesDrafts ? nil : checked.library.nextPublication
        if isRecorded {
            let record = BuildRecord(
                key: recordKey, inputs: inputs, output: writer.output,
                outputs: BuildRecord.entries(left.published.tree.files, in: writer.output, known: draft.stamps),
                trees: left, count: count, kept: kept, diagnostics: checked.diagnostics, nextChange: next)
            // The site is there; without a record the next build takes longer.
            try? write(record, of: checked, noted, standing: standing, to: place)
        }
        keep((draft, trees, left, spare.value, noted))
        return Report(
            diagnostics: checked.diagnostics, outcome: .built(files: count, kept: kept),
            standing: made.standingCount, nextChange: next)
    }

    /// Removes records that a build that was killed had begun to write: whoever writes one holds the project's lock. The
    /// folders of workbooks stay, since a preview may be at work in one, and it takes no lock.
    private static func removeLeftovers(in cache: String) {
        for name in FileSystem.entries(of: cache) where name.hasSuffix(".new") {
            try? FileSystem.remove(cache + "/" + name)
        }
    }

    private struct Place {
        /// The record; what belongs to it lies beside it.
        let record: String

        /// The record of the content.
        var content: String { record + "-content" }

        private func index(_ language: Language) -> String { record + "-search-" + language.rawValue }

        /// Holds what an index can be made out of until the build is done; `nil` where it can't.
        @Sendable func hold(_ state: SearchState, _ language: Language) -> KeptIndex? {
            let path = index(language) + ".new"
            var size = 0
            state.write { size += $0.count }
            // It saves work and is never needed: the site comes first, and takes some times as much.
            guard let room = FileSystem.room(at: path), room > 10 * size else { return nil }
            do throws(MachineFailure) {
                let file = try FileSystem.Output(path)
                var digest = QuickDigest()
                state.write {
                    digest.add($0)
                    file.put($0)
                }
                try file.finish()
                return KeptIndex(digest: digest.hex)
            } catch {
                try? FileSystem.remove(path)
                return nil
            }
        }

        /// Holds the content's record until the build is done.
        ///
        /// - Returns: its digest; `nil` where it is better written once the site is there.
        func hold(_ content: ContentRecord) -> String? {
            // That of 100,000 pages takes 91 MB: the site is not to want for that.
            guard let room = FileSystem.room(at: self.content), room > 2 << 30 else { return nil }
            return try? content.write(to: self.content + ".new")
        }

        /// Removes the content's record that was held, unless it was kept.
        func dropContent() { try? FileSystem.remove(content + ".new") }

        /// Keeps the content's record that was held.
        func keepContent() throws(MachineFailure) { try FileSystem.move(content + ".new", to: content) }

        /// Keeps what was held.
        func keep(_ language: Language) throws(MachineFailure) {
            try FileSystem.move(index(language) + ".new", to: index(language))
        }

        /// Reads what an index can be made out of; `nil` for anything else.
        func state(_ language: Language, of index: KeptIndex) -> SearchState? {
            guard let file = try? FileSystem.Input(self.index(language)) else { return nil }
            var digest = QuickDigest()
            let state = SearchState(count: file.size) { buffer in
                // Piece by piece, so that the processor still has at hand what was just read.
                for start in stride(from: 0, to: buffer.count, by: 1 << 18) {
                    let piece = UnsafeMutableRawBufferPointer(
                        rebasing: buffer[start..<min(start + 1 << 18, buffer.count)])
                    guard file.read(into: piece) else { return false }
                    digest.add(UnsafeRawBufferPointer(piece))
                }
                return true
            }
            return digest.hex == index.digest ? state : nil
        }
    }

    /// What stands of the last build's reading, since words of texts alone have changed.
    private struct Continued {
        let parts: PartsRecord
        let edited: Set<String>
        let checked: Checked
        /// Whether things stand on other lines than they did.
        let hasMoved: Bool
        /// What the search indexes can be made out of.
        let states: [Language: Ahead<SearchState?>]
    }

    /// - Returns: `nil` where more than words has changed, or the record of the content isn't whole.
    private func restored(
        since record: BuildRecord?, at place: Place, inputs: [BuildRecord.Entry]
    ) throws(MachineFailure) -> Continued? {
        guard let record, let parts = PartsRecord.read(place.record + "-parts", of: record),
            let edited = Revision.edits(
                since: record, meanings: parts.meanings, inputs: inputs, project: options.project)
        else { return nil }
        var states: [Language: Ahead<SearchState?>] = [:]
        let restored = try check(meanings: parts.meanings, editing: edited) { moves in
            // They take longest of all, and one core each.
            for (language, index) in parts.indexes { states[language] = Ahead { place.state(language, of: index) } }
            return ContentRecord.read(place.content, of: parts, moving: moves)
        }
        guard let restored,
            Library.unreadFiles(among: restored.checked.reading.manuscript.diagnostics) == parts.unread
        else { return nil }
        return Continued(
            parts: parts, edited: edited, checked: restored.checked, hasMoved: restored.hasMoved, states: states)
    }

    /// What the record tells of the site's parts.
    private struct Noted {
        let making: Making
        let unread: [String]
        let restored: Continued?
        let texts: PartsRecord.Texts
        let written: Lazily<PartsRecord.WrittenTexts>
        let heldContent: Ahead<String?>?

        /// The digest of the content's record where that stands as it was written, since the content was restored as it was.
        var standingContent: String? { restored.flatMap { $0.hasMoved ? nil : $0.parts.contentDigest } }

        func parts(content digest: String) -> PartsRecord {
            var parts = PartsRecord(texts: texts, unread: unread, site: making.parts)
            parts.contentDigest = digest
            parts.indexes = restored?.parts.indexes ?? [:]
            for (language, index) in making.indexes { parts.indexes[language] = index }
            return parts
        }
    }

    /// The parts' record of a site with so many files, written beside other work.
    private struct StandingParts {
        let files: [String]
        let encoded: Ahead<[UInt8]>
    }

    /// - Returns: `nil` where the content's record is to be written first.
    private func standingParts(_ noted: Noted, files: [String]) -> StandingParts? {
        guard isRecorded, let digest = noted.standingContent else { return nil }
        let (parts, written) = (noted.parts(content: digest), noted.written)
        return StandingParts(files: files, encoded: Ahead { parts.encoded(after: written.value, outputs: files) })
    }

    private func write(
        _ record: BuildRecord, of checked: Checked, _ noted: Noted, standing: StandingParts?, to place: Place
    ) throws(MachineFailure) {
        for case (let language, let index?) in noted.making.indexes where index.edited.isEmpty {
            // One that was edited since stands as it was written.
            try place.keep(language)
        }
        let files = record.outputs.map(\.path)
        if let standing, standing.files == files {
            return try record.write(to: place.record, with: standing.encoded.value)
        }
        let digest: String
        if let standing = noted.standingContent {
            digest = standing
        } else if let held = noted.heldContent?.value {
            try place.keepContent()
            digest = held
        } else {
            let content = ContentRecord(content: checked.reading.content, beside: checked.beside)
            digest = try content.write(to: place.content)
        }
        let parts = noted.parts(content: digest)
        try record.write(to: place.record, with: parts.encoded(after: noted.written.value, outputs: files))
    }

    /// Holds on to a value until the process ends, where that is soon.
    func keep(_ value: any Sendable) {
        if options.endsProcess { _ = Unmanaged.passRetained(Held(value)) }
    }

    private final class Held: Sendable {
        private let value: any Sendable

        init(_ value: any Sendable) { self.value = value }
    }

    /// Whether a build of the same may be passed over. What a browser prints depends on the browser, too.
    private var isRecorded: Bool { !options.printsPDF && !options.program.isEmpty }

    private var recordKey: [String] {
        [
            options.program, options.project, options.defaults, options.outputFolder, options.baseURL ?? "",
            options.asOf?.text ?? "",
        ] + [options.includesDrafts, options.isStrict, options.isPreview, options.makesPagesOnly].map { "\($0)" }
    }

    /// Refuses an output folder that would hold the project, or lie among its sources.
    private func checkOutputPlace() throws(MachineFailure) {
        let project = FileSystem.resolvedEvenIfNew(options.project)
        let output = FileSystem.resolvedEvenIfNew(options.outputFolder)
        let sources = ["/Content", "/Site", "/Assets", "/.klarplan"].map { project + $0 }
        let isAmongSources = sources.contains { output == $0 || output.hasPrefix($0 + "/") }
        if isAmongSources || output == project || project.hasPrefix(output + "/") {
            throw .foreignOutput(path: options.outputFolder)
        }
    }
}
