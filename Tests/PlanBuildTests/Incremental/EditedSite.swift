import Foundation
import PlanBuild
import PlanFiles
import PlanGraph
import PlanModel
import PlanPages
import Synchronization

/// A project that is edited step by step, with all that goes on from one build to the next: a process that keeps its
/// memory, as the preview does, and the record that builds leave for each other.
struct EditedSite {
    /// What was done, in order: with the seed enough to do it again.
    private(set) var story: [String] = []
    private(set) var tally = Tally()

    let project: Project
    private let memory = BuildMemory()
    /// What a process that builds and keeps its memory goes on from; `nil` where each build is a process of its own.
    private let writersMemory: BuildMemory?
    private let seed: UInt64
    private var chance: Chance
    private var day: CalendarDate?
    /// What was written before, to go back to.
    private var earlier: [[String: [UInt8]]] = []
    private var lastGood: [String: [UInt8]]
    private var wasRefused = false
    /// Whether the last build has left a record of the site that is published.
    private var isRecorded = false

    /// How often what is to be tested came about.
    struct Tally {
        var steps = 0
        var refused = 0
        /// Builds after an edit that found the record of the site before it.
        var fromRecord = 0
        /// Builds of the same that were passed over.
        var passedOver = 0
        /// Builds of which a part stood as it was made before.
        var standing = 0
        var kinds: [String: Int] = [:]
    }

    struct Disagreement: Error {
        let what: String
    }

    init(seed: UInt64) throws {
        self.seed = seed
        chance = Chance(seed: seed)
        project = try Project([:])
        let fixture = Project.repository + "/Tests/Fixtures/valid/everything"
        for path in FileSystem.files(below: fixture) where !path.hasPrefix("expected/") {
            try project.write(Data(try FileSystem.bytes(of: fixture + "/" + path)), to: path)
        }
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Bild</title></svg>\n"
        try project.write(picture, to: "org/bild.svg")
        try project.write(
            "---\ntyp: organisation\ntitel: Grannkommunen\n---\n\nSe [planen](id:org/plan).\n", to: "granne/index.md")
        try project.write(
            "---\ntyp: sida\ntitel: Om oss\n---\n\n## Vem\n\nVON svarar på frågor om köer.\n", to: "org/om.md")
        writersMemory = seed % 5 == 0 ? BuildMemory() : nil
        day = seed % 4 == 0 ? nil : CalendarDate("2025-02-01")
        lastGood = try project.sources()
        earlier = [lastGood]
    }

    /// Builds once, so that there is a site, a spare tree and a record to do something to, and overrides of all kinds.
    func prepareForEveryEdit() throws {
        try project.write("start:\n  plans: Planerna\n", to: "Site/Strings/sv.yaml")
        try project.write("Tecken\n", to: "Assets/eget.txt")
        try project.write("{{> heading}}{{> prose}}", to: "Site/Templates/page.mustache")
        Thread.sleep(forTimeInterval: 0.06)
        for _ in 0..<2 { _ = try Builder(recordedOptions).build() }
        _ = try Builder(
            project.options {
                $0.program = "test"; $0.isFull = true
            }
        ).build()
    }

    // MARK: One step

    /// Edits, builds in each way, and compares.
    ///
    /// - Throws: ``Disagreement`` where two ways of building differ.
    mutating func step() throws {
        if chance.isOne(in: 10) { editDuringABuild() } else { try edit() }
        let edited = FileSystem.now
        tally.steps += 1
        let before = try project.site()
        if isRecorded { tally.fromRecord += 1 }
        // A record is made only of what was changed some time ago: sometimes there is that time, sometimes not.
        let isRested = !chance.isOne(in: 3)
        let clean: CleanSite
        let report: Builder.Report
        if isRested {
            clean = try CleanSite(of: project, options: options)
            while FileSystem.now < edited + 60_000_000 { Thread.sleep(forTimeInterval: 0.01) }
            report = try Builder(recordedOptions).build()
        } else {
            report = try Builder(recordedOptions).build()
            clean = try CleanSite(of: project, options: options)
        }
        try clean.compare(report, before: before, after: try project.site())
        if report.standing > 0 { tally.standing += 1 }
        try clean.compare(try served())
        isRecorded = false
        wasRefused = clean.isRefused
        if clean.isRefused {
            tally.refused += 1
            return
        }
        lastGood = try project.sources()
        earlier = [earlier[0]] + earlier.dropFirst().suffix(8) + [lastGood]
        guard isRested else { return }
        let repeated = try Builder(recordedOptions).build()
        guard repeated.wasCurrent else { throw Disagreement(what: "a build of the same was not passed over") }
        try clean.compare(repeated, before: before, after: try project.site())
        tally.passedOver += 1
        isRecorded = true
    }

    /// Edits while a build runs: whatever that one has read, the next must not go on from it as if it had read all.
    private mutating func editDuringABuild() {
        let builder = Builder(recordedOptions)
        let isDone = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            // A file that is gone or half written in the middle may end it.
            _ = try? builder.build()
            isDone.signal()
        }
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.3, using: &chance))
        // What the edit was to change may be exchanged under its hands.
        do { try edit() } catch { story.append("no edit: \(error)") }
        isDone.wait()
        story.append("(during a build)")
    }

    /// Edits content and settings while a preview looks on, and waits until it shows what a clean build gives.
    ///
    /// - Parameter shown: the files of the site that is shown.
    /// - Returns: those of the site after the edit; the same where it has errors and isn't shown.
    mutating func step(watchedBy served: ServedSite, shown: [String: Data]) throws -> [String: Data] {
        let done = story.count
        try edit()
        tally.steps += 1
        let clean = try CleanSite(of: project, options: ServedSite.options(of: project))
        wasRefused = clean.isRefused
        if clean.isRefused { tally.refused += 1 } else { lastGood = try project.sources() }
        // Of several edits it may have seen some before the one that can't be shown.
        if clean.isRefused, story.count > done + 1 { return shown }
        let expected = clean.isRefused ? shown : clean.files
        var difference: String?
        for _ in 0..<300 {
            difference = try served.difference(from: expected, before: shown)
            if difference == nil { return expected }
            // The preview looks for changes several times a second, or once.
            Thread.sleep(forTimeInterval: 0.1)
        }
        throw Disagreement(what: "the preview: " + (difference ?? ""))
    }

    private mutating func edit() throws {
        if wasRefused, !chance.isOne(in: 6) {
            story.append("mended: \(try project.restore(lastGood).joined(separator: ", "))")
        } else if chance.isOne(in: 15) {
            let files = try project.restore(chance.pick(earlier))
            story.append("as before: \(files.joined(separator: ", "))")
        } else if chance.isOne(in: 20) {
            day = chance.pick([nil, CalendarDate("2025-02-01"), CalendarDate("2025-06-01"), CalendarDate("2026-03-01")])
            story.append("day: \(day?.text ?? "–")")
        } else {
            for _ in 0..<(chance.isOne(in: 6) ? 3 : 1) {
                let told = try Edits.applyOne(to: project, using: &chance)
                story.append(told)
                tally.kinds[String(told.prefix { $0 != ":" }), default: 0] += 1
            }
        }
    }

    // MARK: Ways to build

    private var options: Builder.Options {
        project.options {
            $0.asOf = day
            $0.includesDrafts = seed % 2 == 0
            $0.isPreview = seed % 3 == 0
            $0.makesPagesOnly = seed % 7 == 0
        }
    }

    /// As `klarplan build`: what goes on from the record of the build before.
    private var recordedOptions: Builder.Options {
        var options = options
        options.program = "test"
        options.memory = writersMemory
        return options
    }

    /// As `klarplan serve`: in memory, with what the process keeps.
    private mutating func served() throws -> CleanSite {
        var options = options
        options.memory = memory
        return try CleanSite(Builder(options), inParts: chance.isOne(in: 2))
    }
}

/// What a project gives in memory, with nothing to go on from.
struct CleanSite {
    private let checked: Builder.Checked
    /// All files but the list of checksums; empty where the content has errors.
    let files: [String: Data]
    private let nextChange: CalendarDate?

    var isRefused: Bool { checked.fails(isStrict: false) }

    /// Builds a copy of the project, in a folder of its own.
    init(of project: Project, options: Builder.Options) throws {
        let copy = try Project(copyOf: project)
        var options = options
        options.project = copy.folder
        try self.init(Builder(options), inParts: false)
    }

    /// - Parameter inParts: whether pages and all else are made one after the other, as the preview does.
    init(_ builder: Builder, inParts: Bool) throws {
        checked = try builder.check()
        nextChange = builder.options.includesDrafts ? nil : checked.library.nextPublication
        guard !checked.fails(isStrict: false) else {
            files = [:]
            return
        }
        var made: [SiteFile]
        if inParts, !builder.options.makesPagesOnly {
            let pages = try builder.pages(of: checked)
            let parts = pages.parts.flatMap { pages.make($0) }
            made = pages.others + parts
            made += try builder.renderRest(of: pages, made: parts)
        } else {
            made = try builder.render(checked)
        }
        files = Dictionary(made.map { ($0.path, Data($0.bytes)) }, uniquingKeysWith: { _, later in later })
    }

    /// Holds another site in memory against this one.
    func compare(_ other: CleanSite) throws {
        try same(checked.diagnostics, other.checked.diagnostics, "the memory's findings")
        try same(checked.silenced, other.checked.silenced, "the memory's silenced findings")
        try same(files, other.files, "the memory's")
    }

    /// Holds what a build has written against this site.
    ///
    /// - Parameters:
    ///   - before: the published files before the build.
    ///   - after: those after it.
    func compare(_ report: Builder.Report, before: [String: Data], after: [String: Data]) throws {
        try same(checked.diagnostics, report.diagnostics, "the build's findings")
        guard case .built(let count, let kept) = report.outcome else {
            guard isRefused else { throw EditedSite.Disagreement(what: "the build refused what holds no error") }
            return try same(before, after, "after a build that was refused")
        }
        guard !isRefused else { throw EditedSite.Disagreement(what: "the build took what holds an error") }
        // What was in the folder, on no list of checksums and has no place in the site stays.
        let listed = Self.sums(before)
        let foreign = before.filter { listed[$0.key] == nil && $0.key != "checksums.txt" && files[$0.key] == nil }
        var expected = files.merging(foreign) { own, _ in own }
        expected["checksums.txt"] = Data(Self.sums(of: files).utf8)
        try same(expected, after, "the build's")
        if !report.wasCurrent, kept != foreign.keys.sorted() {
            throw EditedSite.Disagreement(what: "kept \(kept), not \(foreign.keys.sorted())")
        }
        guard count == files.count + 1, report.nextChange == nextChange else {
            throw EditedSite.Disagreement(what: "told of \(count) files and \(report.nextChange?.text ?? "no day")")
        }
    }

    /// The list of checksums of files.
    private static func sums(of files: [String: Data]) -> String {
        let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return paths.map { path in
            let data = files[path] ?? Data()
            let sum = known.withLock { known in
                let sum = known[data] ?? SHA256.hex(Array(data))
                known[data] = sum
                return sum
            }
            return "\(sum)  \(path)\n"
        }.joined()
    }

    /// Most files are the same from step to step, and a sum takes longest of all.
    private static let known = Mutex<[Data: String]>([:])

    /// The files that a site's list of checksums names.
    private static func sums(_ site: [String: Data]) -> [String: String] {
        let lines = String(decoding: site["checksums.txt"] ?? Data(), as: UTF8.self).split(separator: "\n")
        return Dictionary(lines.map { (String($0.dropFirst(66)), String($0.prefix(64))) }, uniquingKeysWith: { $1 })
    }

    private func same(_ expected: [String: Data], _ found: [String: Data], _ whose: String) throws {
        guard expected != found else { return }
        let paths = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
        let told = paths.prefix(6).map { path in
            guard let expected = expected[path] else { return "\(path) should not be there" }
            guard let found = found[path] else { return "\(path) is missing" }
            let place =
                zip(expected, found).enumerated().first { $1.0 != $1.1 }?.offset ?? min(expected.count, found.count)
            func near(_ data: Data) -> String {
                String(decoding: data.dropFirst(max(0, place - 60)).prefix(140), as: UTF8.self)
            }
            return "\(path) at byte \(place):\n  expected: \(near(expected))\n  found:    \(near(found))"
        }
        throw EditedSite.Disagreement(
            what: "\(whose) files differ in \(paths.count) places\n" + told.joined(separator: "\n"))
    }

    private func same(_ expected: [Diagnostic], _ found: [Diagnostic], _ whose: String) throws {
        guard expected != found else { return }
        let missing = expected.filter { !found.contains($0) }.prefix(5).map { "- missing: \(Self.line($0))" }
        let surplus = found.filter { !expected.contains($0) }.prefix(5).map { "- surplus: \(Self.line($0))" }
        throw EditedSite.Disagreement(
            what: "\(whose) differ" + (missing.isEmpty && surplus.isEmpty ? " in order" : "\n")
                + (missing + surplus).joined(separator: "\n"))
    }

    private static func line(_ finding: Diagnostic) -> String {
        let position = finding.position
        return
            "\(position.file):\(position.line):\(position.column) \(finding.code.rawValue) \(finding.message.english)"
    }
}
