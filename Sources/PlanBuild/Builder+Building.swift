import PlanFiles
import PlanGraph
package import PlanModel
import PlanReader
import PlanSearch

extension Builder {
    /// Builds the site, unless the content has errors or nothing has changed since the last build.
    package func build() throws(MachineFailure) -> Report {
        try checkOutputPlace()
        let cache = options.project + "/.klarplan"
        let writer = SiteWriter(output: options.outputFolder, cache: cache)
        guard FileSystem.isFolder(options.project) else {
            return Report(diagnostics: try check().diagnostics, outcome: .refused)
        }
        try FileSystem.makeFolder(cache)
        guard let lock = try FileSystem.lock(cache + "/lock") else { throw .busy(path: options.project) }
        defer { FileSystem.unlock(lock) }
        let place = Place(
            record: cache + "/record-" + SHA256.hex(Array(writer.output.utf8)).prefix(12), output: writer.output)
        var last: BuildRecord?
        if isRecorded, !options.isFull, let found = BuildRecord.read(place.record), found.key == recordKey {
            last = found
        }
        // Looked at before anything is read: what changes meanwhile differs from this.
        let inputs = isRecorded ? BuildRecord.inputs(project: options.project, defaults: options.defaults) : []
        if let record = last, record.isCurrent(inputs) {
            return Report(
                diagnostics: record.diagnostics, outcome: .built(files: record.count, kept: record.kept),
                wasCurrent: true, nextChange: record.nextChange)
        }
        let restored = try restored(since: last, at: place, inputs: inputs)
        let checked: Checked
        if let restored { checked = restored.checked } else { checked = try check(notesMeanings: isRecorded) }
        guard !checked.fails(isStrict: options.isStrict) else {
            return Report(diagnostics: checked.diagnostics, outcome: .refused)
        }
        try writer.checkOutput()
        let draft = try writer.begin(rewritesAll: options.isFull)
        let revision = restored.map { restored in
            let digests = restored.parts.searchDigests
            return Revision(of: restored.parts.site, editing: restored.edited) { language in
                guard let bytes = try? FileSystem.bytes(of: place.searchState(language)),
                    SHA256.hex(bytes) == digests[language]
                else { return nil }
                return SearchState(bytes)
            }
        }
        let made = try make(checked, revision: revision) { (file: SiteFile) throws(MachineFailure) -> Void in
            try draft.put(file)
        }
        keep(checked)
        if !made.standing.isEmpty {
            let stamps = last?.stamps(in: writer.output) ?? [:]
            try draft.keep(made.standing, from: writer.output, stamps: stamps)
        }
        let checksums = draft.checksums
        try draft.put(checksums)
        let count = checksums.bytes.count { $0 == 0x0A } + 1
        options.progress(.writing(files: count))
        let kept = try writer.publish(draft)
        let next = options.includesDrafts ? nil : checked.library.nextPublication
        if isRecorded {
            let record = BuildRecord(
                key: recordKey, inputs: inputs,
                outputs: BuildRecord.entries(draft.paths, in: writer.output, known: draft.stamps), count: count,
                kept: kept, diagnostics: checked.diagnostics, nextChange: next)
            // The site is there; without a record the next build takes longer.
            try? write(record, of: checked, making: made, restored: restored, to: place)
        }
        return Report(
            diagnostics: checked.diagnostics, outcome: .built(files: count, kept: kept),
            standing: made.standing.count, nextChange: next)
    }

    private struct Place {
        /// The record; what belongs to it lies beside it.
        let record: String
        /// The published folder.
        let output: String

        func searchState(_ language: Language) -> String { record + "-search-" + language.rawValue }
    }

    /// What stands of the last build's reading, since words of texts alone have changed.
    private struct Restored {
        let parts: PartsRecord
        let edited: Set<String>
        let checked: Checked
    }

    /// - Returns: `nil` where more than words has changed, or the record of the content isn't whole.
    private func restored(
        since record: BuildRecord?, at place: Place, inputs: [BuildRecord.Entry]
    ) throws(MachineFailure) -> Restored? {
        guard let record, let parts = PartsRecord.read(place.record + "-parts", of: record, output: place.output),
            let edited = Revision.edits(
                since: record, meanings: parts.meanings, inputs: inputs, project: options.project),
            let content = ContentRecord.read(place.record + "-content", of: parts),
            let checked = try check(restoring: content, meanings: parts.meanings, editing: edited),
            Library.unreadFiles(among: checked.reading.manuscript.diagnostics) == parts.unread
        else { return nil }
        return Restored(parts: parts, edited: edited, checked: checked)
    }

    private func write(
        _ record: BuildRecord, of checked: Checked, making: Making, restored: Restored?, to place: Place
    ) throws(MachineFailure) {
        let content = checked.reading.content
        var parts = PartsRecord(
            meanings: checked.reading.meanings,
            unread: Library.unreadFiles(among: checked.reading.manuscript.diagnostics), site: making.parts,
            titleHeadings: content.titleHeadings, ownFindings: content.ownFindings)
        // What was restored stands as it was written.
        if let restored {
            parts.contentDigest = restored.parts.contentDigest
        } else {
            let record = ContentRecord(content: content, beside: checked.beside)
            parts.contentDigest = try record.write(to: place.record + "-content")
        }
        parts.searchDigests = restored?.parts.searchDigests ?? [:]
        for (language, state) in making.searchStates {
            let bytes = state.bytes
            let path = place.searchState(language)
            try FileSystem.write(bytes, to: path + ".new")
            try FileSystem.move(path + ".new", to: path)
            parts.searchDigests[language] = SHA256.hex(bytes)
        }
        try record.write(to: place.record, with: parts, output: place.output)
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
