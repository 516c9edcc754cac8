import PlanExports
import PlanGraph
import PlanFiles
package import PlanModel
package import PlanPages
import PlanPrint
import PlanReader
import PlanSearch
import PlanWorkbook
import Synchronization

/// From what was read and checked to the files of the site.
extension Builder {
    /// What people read, before it is made: pages with all that they show and lead to.
    package struct Pages: Sendable {
        package let checked: Checked
        package let editions: [Edition]
        /// The pages of all editions.
        package let parts: [Part]
        /// Assets, and what authors have put beside their texts and lead to.
        package let others: [SiteFile]

        /// Pages of one edition.
        package struct Part: Sendable {
            package let pages: PagePart
            fileprivate let edition: Int
        }

        fileprivate init(checked: Checked, editions: [Edition], others: [SiteFile]) {
            self.checked = checked
            self.editions = editions
            self.others = others
            parts = editions.enumerated().flatMap { number, edition in
                edition.pageParts().map { Part(pages: $0, edition: number) }
            }
        }

        fileprivate init(checked: Checked, rewording last: Pages) {
            self.checked = checked
            editions = last.editions.map {
                $0.rewording(documents: checked.reading.documents, titleHeadings: checked.reading.titleHeadings)
            }
            parts = last.parts
            others = last.others
        }

        package func make(_ part: Part) -> [SiteFile] { part.pages.make(editions[part.edition]) }

        fileprivate func make(_ part: Part, noting log: Texts.Log) -> [SiteFile] {
            part.pages.make(editions[part.edition].noting(log))
        }
    }

    /// Every file of the site in memory, sorted by path, without the list of checksums.
    package func render(_ checked: Checked) throws(MachineFailure) -> [SiteFile] {
        let shelf = Shelf()
        _ = try make(checked) { (file: SiteFile) throws(MachineFailure) -> Void in shelf.add(file) }
        return shelf.files.sorted { $0.path < $1.path }
    }

    /// Makes every file of the site but the list of checksums.
    ///
    /// - Parameters:
    ///   - revision: what of the site stands as the last build made it, and isn't made again.
    ///   - keep: takes the files that stand for certain, before any is made.
    ///   - hold: holds what a search index can be made out of for the next build; `nil` where it can't.
    ///   - whenMade: is told that all pages are made: one core does most of what is left.
    ///   - put: takes each finished file, in no order and from several threads at once, so that no site has to have room in
    ///     memory.
    func make(
        _ checked: Checked, revision: Revision? = nil, keeping keep: ([String]) -> Void = { _ in },
        holding hold: @escaping @Sendable (SearchState, Language) -> KeptIndex? = { _, _ in nil },
        whenMade: () -> Void = {}, put: @escaping Sink
    ) throws(MachineFailure) -> Making {
        // Without a browser there is no need to begin.
        let chromium = options.printsPDF ? try Chromium.find(in: options.environment) : nil
        // The browser is given the whole site.
        let shelf = Shelf()
        let isKept = chromium != nil
        let put: Sink = { (file: SiteFile) throws(MachineFailure) -> Void in
            if isKept { shelf.add(file) }
            try put(file)
        }
        let pages = try self.pages(of: checked)
        self.keep(pages)
        // What lasts longest comes first, so that no core waits for it in the end.
        let exportCount = options.makesPagesOnly ? 0 : exports(of: pages).count
        let numbers = 0..<exportCount + pages.parts.count
        let revision = revision?.last.parts.count == numbers.count ? revision : nil
        let exports = options.makesPagesOnly ? [] : exports(of: pages, revision: revision, holding: hold)
        let stale = revision?.stale ?? Array(numbers)
        options.progress(.pages(files: stale.count))
        var certain: [String] = []
        if let revision {
            let remade = Set(stale)
            certain = numbers.filter { !remade.contains($0) }.flatMap { revision.last.parts[$0].files }
            certain += pages.others.map(\.path)
            keep(certain)
        } else {
            for file in pages.others { try put(file) }
        }
        let outcomes = Parallel.map(stale) { number -> Result<(SiteParts.Part, Made), MachineFailure> in
            do throws(MachineFailure) {
                let log = Texts.Log()
                var made =
                    number < exportCount
                    ? try exports[number](log).get()
                    : Made(files: pages.make(pages.parts[number - exportCount], noting: log))
                for file in made.files { try put(file) }
                let before = made.isRevised ? revision?.last.parts[number].texts ?? [] : []
                let new = log.files.subtracting(before)
                let part = SiteParts.Part(
                    texts: new.isEmpty ? before : (before + new).sorted(),
                    files: made.files.map(\.path) + made.standing)
                made.files = []
                return .success((part, made))
            } catch {
                return .failure(error)
            }
        }
        var made: [Int: SiteParts.Part] = [:]
        var standing: [String] = []
        var indexes: [Language: KeptIndex?] = [:]
        for (number, outcome) in zip(stale, outcomes) {
            let (part, rest) = try outcome.get()
            made[number] = part
            standing += rest.standing
            if let (language, index) = rest.index { indexes.updateValue(index, forKey: language) }
        }
        whenMade()
        var parts = SiteParts(
            parts: numbers.compactMap { made[$0] ?? revision?.last.parts[$0] },
            assets: pages.others.map(\.path), overviews: revision?.last.overviews ?? [])
        // What robots are told goes by the pages that there are.
        if let revision, revision.last.pages == parts.pages {
            standing += parts.overviews
        } else {
            let overviews = overviews(of: pages, paths: parts.parts.flatMap(\.files))
            for file in overviews { try put(file) }
            parts.overviews = overviews.map(\.path)
        }
        let making = Making(
            parts: parts, standing: standing, standingCount: certain.count + standing.count, indexes: indexes)
        guard let chromium else { return making }
        let printed = pages.editions.flatMap(\.printedPages).map { PagePrinter.Job(page: $0.page, file: $0.file) }
        let files = try PagePrinter(
            chromium, site: shelf.files, baseURL: checked.reading.configuration.baseURL,
            date: day(of: checked)
        ).print(printed)
        for file in files { try put(file) }
        return making
    }

    /// Files kept in memory, in the order in which they came.
    private final class Shelf: Sendable {
        private let held = Mutex<[SiteFile]>([])

        var files: [SiteFile] { held.withLock(\.self) }

        func add(_ file: SiteFile) { held.withLock { $0.append(file) } }
    }

    /// What a site was made of.
    struct Making {
        let parts: SiteParts
        /// Files that stand as the last build made them, beside those of which that was certain before.
        let standing: [String]
        let standingCount: Int
        /// What the next search index of each language can be made out of; of those alone that were made.
        let indexes: [Language: KeptIndex?]
    }

    /// Takes a finished file.
    typealias Sink = @Sendable (SiteFile) throws(MachineFailure) -> Void
    /// Makes files that nothing else needs.
    private typealias Job = @Sendable (Texts.Log) -> Result<Made, MachineFailure>

    private struct Made: Sendable {
        var files: [SiteFile]
        /// Files of the same part that stand as they were.
        var standing: [String] = []
        /// Whether it was made out of the last one: then it shows the texts that that one showed.
        var isRevised = false
        var index: (Language, KeptIndex?)?
    }

    /// The pages in all languages, the assets and the files that authors have put beside their texts.
    package func pages(of checked: Checked) throws(MachineFailure) -> Pages {
        let configuration = checked.reading.configuration
        let library = checked.library
        var editions: [Edition] = []
        for language in configuration.languages {
            guard let strings = checked.reading.strings[language], let templates = checked.templates[language] else {
                continue
            }
            editions.append(
                Edition(
                    language: language, library: library, documents: checked.reading.documents,
                    titleHeadings: checked.reading.titleHeadings, configuration: configuration, strings: strings,
                    assets: checked.assets.names, templates: templates, asOf: day(of: checked),
                    hasPDF: options.printsPDF))
        }
        var others = checked.assets.files
        for (source, target) in library.links.attachments.sorted(by: { $0.key < $1.key }) {
            others.append(SiteFile(path: target, bytes: try FileSystem.bytes(of: options.project + "/" + source)))
        }
        return Pages(checked: checked, editions: editions, others: others)
    }

    /// The same site with other words in some texts: ``check(after:editing:)``.
    package func pages(of checked: Checked, rewording last: Pages) -> Pages {
        Pages(checked: checked, rewording: last)
    }

    /// What machines read, save checksums and PDF files: the search index, feeds, open data and workbooks.
    ///
    /// - Parameter made: all files that the parts of the pages make.
    package func renderRest(of pages: Pages, made: [SiteFile]) throws(MachineFailure) -> [SiteFile] {
        var files: [SiteFile] = []
        for job in exports(of: pages) { files += try job(Texts.Log()).get().files }
        return files + overviews(of: pages, paths: made.map(\.path))
    }

    /// The search index of each language, and what is made from tables.
    private func exports(
        of pages: Pages, revision: Revision? = nil,
        holding hold: @escaping @Sendable (SearchState, Language) -> KeptIndex? = { _, _ in nil }
    ) -> [Job] {
        let checked = pages.checked
        let configuration = checked.reading.configuration
        let library = checked.library
        var jobs = pages.editions.enumerated().map { number, edition -> Job in
            { log in
                let (language, documents) = (edition.language, SearchDocuments(edition.noting(log)))
                if let revision, let (kept, state) = revision.index(language),
                    let index = documents.index(
                        after: state, editing: kept.edited, published: revision.last.parts[number].files)
                {
                    let next = kept.edited.count > KeptIndex.mostEdited ? hold(index.state, language) : kept
                    return .success(
                        Made(files: index.files, standing: index.standing, isRevised: true, index: (language, next)))
                }
                let index = documents.index()
                return .success(Made(files: index.files, index: (language, hold(index.state, language))))
            }
        }
        jobs.append { [self] _ in
            do throws(MachineFailure) {
                var workbooks: [SiteFile] = []
                if let strings = checked.reading.strings[configuration.defaultLanguage] {
                    let folder = options.project + "/.klarplan"
                    try FileSystem.makeFolder(folder)
                    workbooks = try PlanWorkbooks.files(
                        library, strings: strings, language: configuration.defaultLanguage, temporaryFolder: folder)
                }
                let data = OpenData.files(
                    library, configuration: configuration, strings: checked.reading.strings,
                    asOf: day(of: checked), workbooks: workbooks)
                return .success(Made(files: workbooks + data))
            } catch {
                return .failure(error)
            }
        }
        jobs.append { _ in
            .success(Made(files: [SiteFile(path: DataPaths.graph, bytes: GraphExport.render(library))]))
        }
        return jobs
    }

    /// What tells robots and hosts of the site.
    ///
    /// - Parameter paths: of all files that the parts of the pages make.
    private func overviews(of pages: Pages, paths: [String]) -> [SiteFile] {
        let base = pages.checked.reading.configuration.baseURL
        return [
            SiteFile(
                path: "sitemap.xml", bytes: SitemapExport.sitemap(pages: listed(pages, paths.sorted()), baseURL: base)),
            SiteFile(path: "robots.txt", bytes: SitemapExport.robots(baseURL: base)), SitePolicy.headersFile,
        ]
    }

    /// The day that the site speaks from.
    private func day(of checked: Checked) -> CalendarDate? { options.asOf ?? checked.library.newestDate }

    /// The pages that search engines are told of, each with the day that the content states.
    private func listed(_ pages: Pages, _ paths: [String]) -> [(path: String, updated: CalendarDate?)] {
        var addresses: [(path: String, updated: CalendarDate?)] = []
        var listed: Set<String> = []
        let library = pages.checked.library
        for edition in pages.editions {
            let unlisted = edition.unlisted
            var dates: [String: CalendarDate] = [:]
            for entity in library.entities {
                guard let updated = entity.updated else { continue }
                let folder = edition.prefix + library.address(of: entity.id).path
                // Of two with one page the first counts.
                if dates[folder] == nil { dates[folder] = updated }
            }
            let others = pages.editions.map(\.prefix).filter { $0.count > edition.prefix.count }
            for path in paths where path.hasSuffix("index.html") {
                let folder = String(path.dropLast("index.html".count))
                guard folder.hasPrefix(edition.prefix), !others.contains(where: folder.hasPrefix),
                    listed.insert(folder).inserted, !unlisted.contains(folder)
                else { continue }
                addresses.append((folder, dates[folder]))
            }
        }
        return addresses
    }
}
