package import PlanGraph
import PlanFiles
package import PlanModel
package import PlanPages
package import PlanReader

/// Reads, checks and builds a project folder.
package struct Builder: Sendable {
    package struct Options: Sendable {
        /// The project folder.
        package var project: String
        /// The folder with the program's own `Site` and `Assets`.
        package var defaults: String
        /// The published folder; `public` in the project where none is given.
        package var output: String?
        package var baseURL: String?
        package var includesDrafts = false
        /// Whether warnings fail a build as errors do.
        package var isStrict = false
        /// Whether files that did not change are written, too.
        package var isFull = false
        package var asOf: CalendarDate?
        /// Told what begins, for those who wait.
        package var progress: @Sendable (BuildPhase) -> Void = { _ in }
        /// Whether the search index, open data, feeds and workbooks are left out.
        package var makesPagesOnly = false
        /// Whether plans and meetings are printed as PDF files.
        package var printsPDF = false
        /// Whether the site is looked at where it is made: it then lies at the root of an address of its own, whatever
        /// `base-url` says.
        package var isPreview = false
        /// The program that builds, as its version and file tell it from others: a record of another one's build is not
        /// gone by. Empty where that isn't known: then nothing is.
        package var program = ""
        /// What one process keeps from build to build.
        package var memory: BuildMemory?
        /// Whether the process ends after the build: then nothing is given back that the system takes back at once.
        package var endsProcess = false
        /// How many bytes of texts stay in memory before more are put in a file while nobody reads them.
        package var textsInMemory = 32 << 20
        /// Where the browser that prints is looked for: `KLARPLAN_CHROMIUM` and `PATH`.
        package var environment: [String: String] = [:]

        package init(project: String, defaults: String) {
            self.project = project
            self.defaults = defaults
        }

        package var outputFolder: String { output ?? project + "/public" }
    }

    /// All that a check finds, and what a build goes on from.
    package struct Checked: Sendable {
        package let reading: ReadResult
        package let library: Library
        package let templates: [Language: TemplateSet]
        package let assets: SiteAssets
        package let diagnostics: [Diagnostic]
        /// What authors have silenced where it stands.
        package let silenced: [Diagnostic]
        /// What was found beside reading, before it was weighed.
        let beside: [Diagnostic]

        /// Whether the site may not be built.
        package func fails(isStrict: Bool) -> Bool {
            diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
        }
    }

    /// What became of a build.
    package struct Report: Sendable {
        package let diagnostics: [Diagnostic]
        package let outcome: Outcome
        /// Whether nothing had changed since the last build, so that nothing was done.
        package var wasCurrent = false
        /// How many files stand as the last build made them, since nothing that they are made from has changed.
        package var standing = 0
        /// The day on which the site next changes by itself; `nil` where nothing waits to be published.
        package var nextChange: CalendarDate?
    }

    package enum Outcome: Sendable {
        /// Built: how many files the site has, and which in the output were nobody's and kept.
        case built(files: Int, kept: [String])
        /// The content has errors; the output stands as it was.
        case refused
    }

    package let options: Options

    package init(_ options: Options) {
        self.options = options
    }

    /// Runs all checks; writes nothing.
    package func check() throws(MachineFailure) -> Checked { try check(notesMeanings: false) }

    /// - Parameters:
    ///   - notesMeanings: whether to say what each text means to all others.
    ///   - shelf: takes the bytes of texts once they are read; `nil` keeps them in memory.
    func check(notesMeanings: Bool, shelf: (any ByteShelf)? = nil) throws(MachineFailure) -> Checked {
        options.progress(.reading)
        let reader = ProjectReader(
            project: options.project, defaults: options.defaults, memory: options.memory?.files)
        var reading = try reader.read(notesMeanings: notesMeanings, shelf: shelf)
        adapt(&reading.configuration)
        return try check(reading)
    }

    private func check(_ reading: ReadResult) throws(MachineFailure) -> Checked {
        options.progress(.checking(entities: reading.manuscript.entities.count))
        let fittings = Ahead { self.fittings(reading) }
        let library = Library(
            resolving: reading.manuscript, includingDrafts: options.includesDrafts, on: options.asOf)
        let (templates, faults, assets) = try fittings.value.get()
        var diagnostics = library.diagnostics + faults
        diagnostics += templates.values.flatMap(\.diagnostics)
        for entry in reading.configuration.navigation {
            let target = entry.target.value
            let isSitePage = ["meetings", "glossary", "accessibility"].contains(target)
            let isAddress = LinkResolver.scheme(of: target) != nil
            guard !isSitePage, !isAddress, library.links.entity(target, plan: nil, organisation: nil) == nil else {
                continue
            }
            let near = library.links.nearest(to: target, plan: nil, organisation: nil)
            diagnostics.append(.unknownReference(entry.target, nearest: near))
        }
        diagnostics += assets.diagnostics + AccessibilityCheck.findings(in: reading.configuration)
        diagnostics += ContentChecks.findings(in: library, asOf: options.asOf ?? library.newestDate)
        return checked(reading, library, templates, assets, beside: diagnostics)
    }

    /// Runs all checks again after texts were edited, where their running words alone have changed: what doesn't depend on
    /// those is taken from before.
    ///
    /// - Parameters:
    ///   - last: of a builder with the same options.
    ///   - files: the edited texts, relative to the project folder; nothing else may have changed.
    /// - Returns: `nil` where more has changed: then all is to be checked.
    package func check(after last: Checked, editing files: [String]) -> Checked? {
        let reader = ProjectReader(
            project: options.project, defaults: options.defaults, memory: options.memory?.files)
        guard let reading = reader.read(after: last.reading, editing: files),
            Library.unreadFiles(among: reading.manuscript.diagnostics)
                == Library.unreadFiles(among: last.reading.manuscript.diagnostics)
        else { return nil }
        return checked(reading, last.library, last.templates, last.assets, beside: last.beside)
    }

    /// Runs all checks again after texts were edited that mean nothing else to others than they did, save what they say of
    /// themselves: a title, a field, a link. No other text is gone through.
    ///
    /// - Parameters:
    ///   - last: of a builder with the same options.
    ///   - files: the edited texts, relative to the project folder; nothing else may have changed.
    /// - Returns: `nil` where more has changed: then all is to be checked.
    package func check(amending last: Checked, editing files: [String]) throws(MachineFailure) -> Checked? {
        let reader = ProjectReader(
            project: options.project, defaults: options.defaults, memory: options.memory?.files)
        guard let reading = reader.read(amending: last.reading, editing: files, moving: .recorded) else { return nil }
        return try check(reading)
    }

    /// Runs all checks after texts were edited since a build of another process, where their running words alone have
    /// changed, and perhaps the lines that the rest of them stands on.
    ///
    /// - Parameters:
    ///   - meanings: what each text meant to that build.
    ///   - files: the edited texts, relative to the project folder; nothing else may have changed.
    ///   - restore: what that build has read and found, with lines where they are now.
    /// - Returns: `nil` where more has changed, or nothing can be restored: then all is to be checked.
    func check(
        meanings: [String: TextMeaning], editing files: Set<String>, restoring restore: (LineMoves) -> ContentRecord?
    ) throws(MachineFailure) -> Restored? {
        options.progress(.reading)
        let reader = ProjectReader(project: options.project, defaults: options.defaults)
        var (beside, hasMoved): ([Diagnostic], Bool) = ([], false)
        let restored = try reader.read(meanings: meanings, editing: files.sorted()) { moves in
            let last = restore(moves)
            (beside, hasMoved) = (last?.beside ?? [], !moves.isEmpty)
            return last?.content
        }
        guard var reading = restored else { return nil }
        adapt(&reading.configuration)
        if hasMoved { return Restored(checked: try check(reading), hasMoved: true) }
        options.progress(.checking(entities: reading.manuscript.entities.count))
        let fittings = Ahead { [reading] in self.fittings(reading) }
        let library = Library(
            resolving: reading.manuscript, includingDrafts: options.includesDrafts, on: options.asOf)
        let (templates, _, assets) = try fittings.value.get()
        return Restored(checked: checked(reading, library, templates, assets, beside: beside), hasMoved: false)
    }

    /// A check that goes on from another process's.
    struct Restored {
        let checked: Checked
        /// Whether things stand on other lines than they did.
        let hasMoved: Bool
    }

    /// What is said by whoever builds goes before what the site says.
    private func adapt(_ configuration: inout SiteConfiguration) {
        if let baseURL = options.baseURL { configuration.baseURL = baseURL }
        if options.isPreview { configuration.baseURL = nil }
    }

    private func checked(
        _ reading: ReadResult, _ library: Library, _ templates: [Language: TemplateSet], _ assets: SiteAssets,
        beside: [Diagnostic]
    ) -> Checked {
        let findings = weighed(reading.manuscript.diagnostics + beside, reading, library)
        return Checked(
            reading: reading, library: library, templates: templates, assets: assets, diagnostics: findings.told,
            silenced: findings.silenced, beside: beside)
    }

    private typealias Fittings = (templates: [Language: TemplateSet], faults: [Diagnostic], assets: SiteAssets)

    /// What a site is made with beside its content: templates, what is wrong with them as files, and assets.
    private func fittings(_ reading: ReadResult) -> Result<Fittings, MachineFailure> {
        do throws(MachineFailure) {
            let sources = try templateSources()
            let templates = templates(sources, reading.strings)
            return .success((templates, sources.diagnostics, try assets(reading.configuration.theme)))
        } catch {
            return .failure(error)
        }
    }

    /// The templates of each language, checked.
    private func templates(
        _ sources: TemplateSources, _ strings: [Language: InterfaceStrings]
    ) -> [Language: TemplateSet] {
        func make() -> [Language: TemplateSet] {
            strings.mapValues { TemplateSet(sources.texts, own: sources.own, strings: $0.keys) }
        }
        let key = BuildMemory.TemplateKey(
            texts: sources.texts.mapValues(\.bytes), own: sources.own, strings: strings)
        return options.memory?.templates.value(key, make: make) ?? make()
    }

    private func assets(_ theme: SiteTheme) throws(MachineFailure) -> SiteAssets {
        let sources = try AssetSources(
            folders: [options.defaults + "/Assets", options.project + "/Assets"], logo: theme.logo,
            project: options.project)
        func make() -> SiteAssets { SiteAssets(sources, theme: theme) }
        return options.memory?.assets.value(BuildMemory.AssetKey(sources: sources, theme: theme), make: make) ?? make()
    }

    /// The findings as the site weighs them, each once, sorted, without what follows from another and what is silenced.
    private func weighed(_ diagnostics: [Diagnostic], _ reading: ReadResult, _ library: Library) -> SilencedFindings {
        let levels = reading.configuration.checks
        // A template is checked with each language's strings: the same finding counts once.
        let all = Followers.dropped(from: Set(diagnostics).sorted()).compactMap { $0.weighed(levels[$0.code]) }
        let found = SilencedFindings(
            all, by: reading.manuscript.silencings, isOff: { levels[$0] == .off },
            isUnseen: { file in library.texts[file]?.owner.map { library[$0] == nil } ?? false })
        // What silencing itself gives is weighed like all else.
        let own: Set<DiagnosticCode> = [.silencingFault, .unusedSilencing]
        let told = found.told.compactMap { own.contains($0.code) ? $0.weighed(levels[$0.code]) : $0 }
        return SilencedFindings(told: Set(told).sorted(), silenced: found.silenced.sorted())
    }

    private struct TemplateSources {
        var texts: [String: SourceText] = [:]
        /// The names of those that the project brings.
        var own: Set<String> = []
        var diagnostics: [Diagnostic] = []
    }

    /// The program's templates, each replaced by the project's of the same name.
    private func templateSources() throws(MachineFailure) -> TemplateSources {
        var sources = TemplateSources()
        for base in [options.defaults, options.project] {
            let folder = base + "/Site/Templates"
            for path in FileSystem.files(below: folder) where path.hasSuffix(".mustache") {
                let bytes = try FileSystem.bytes(of: folder + "/" + path)
                let file = "Site/Templates/" + path
                if let offset = SourceText.firstInvalidOffset(in: bytes) {
                    let start = SourceText(file: file, bytes: Array(bytes[..<offset]))
                    sources.diagnostics.append(.templateNotUTF8(at: start.position(ofOffset: offset)))
                    continue
                }
                let name = String(path.dropLast(".mustache".count))
                sources.texts[name] = SourceText(file: file, bytes: bytes)
                if base == options.project { sources.own.insert(name) }
            }
        }
        return sources
    }
}
