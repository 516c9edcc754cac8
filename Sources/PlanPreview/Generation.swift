import PlanBuild
import PlanModel
import PlanPages
import Synchronization

/// One whole state of the site in memory.
///
/// Pages are made when somebody first asks for them, all from one reading of the content, so that an edit is seen without
/// waiting for pages that nobody looks at. Nothing is read from a folder later.
final class Generation: Sendable {
    /// The build that made it.
    let number: Int
    /// The published name of the style sheet; `nil` where the site has none.
    let stylesheet: String?
    /// The place in the content that each page is made from, by the page's path.
    let sources: [String: SourcePosition]

    private let builder: Builder
    private let pages: Builder.Pages
    /// Assets and attachments.
    private let files: [String: [UInt8]]
    /// The parts that are one page, by its path, as places among the parts; the last that makes it is what is published.
    private let places: [String: [Int]]
    /// Folders that pages lie in, with their slash.
    private let folders: Set<String>
    private let tags: Mutex<[String: String]> = Mutex([:])
    private let made: Mutex<[Int: [SiteFile]]> = Mutex([:])
    private let rest = Mutex<Result<[String: [UInt8]], MachineFailure>?>(nil)

    init(number: Int, builder: Builder, pages: Builder.Pages) {
        self.number = number
        self.builder = builder
        self.pages = pages
        stylesheet = pages.checked.assets.names["style.css"]
        sources = PageSources.all(pages)
        files = Self.byPath(pages.others)
        var places: [String: [Int]] = [:]
        for (index, part) in pages.parts.enumerated() {
            if let path = part.pages.path { places[path, default: []].append(index) }
        }
        self.places = places
        folders = Set(places.keys.map { String($0[...($0.lastIndex(of: "/") ?? $0.startIndex)]) })
    }

    /// The same site with other words in some texts.
    init(number: Int, pages: Builder.Pages, rewording last: Generation) {
        self.number = number
        self.pages = pages
        builder = last.builder
        stylesheet = last.stylesheet
        sources = last.sources
        files = last.files
        places = last.places
        folders = last.folders
    }

    /// What the site is made from.
    var content: Builder.Pages { pages }

    /// A page, an asset or an attachment.
    subscript(path: String) -> [UInt8]? {
        for index in (places[path] ?? []).reversed() {
            if let file = make(index).first(where: { $0.path == path }) { return file.bytes }
        }
        if let file = files[path] { return file }
        for index in pages.parts.indices
        where pages.parts[index].pages.path == nil && path.hasPrefix(pages.parts[index].pages.folder) {
            if let file = make(index).first(where: { $0.path == path }) { return file.bytes }
        }
        return nil
    }

    /// Any other file of the site: the search index, open data, workbooks. The first call makes all of them, which lasts;
    /// two callers at once wait for one making.
    func other(_ path: String) throws(MachineFailure) -> [UInt8]? {
        let result = rest.withLock { rest in
            if let rest { return rest }
            let result: Result<[String: [UInt8]], MachineFailure>
            do throws(MachineFailure) {
                let all = pages.parts.indices.flatMap { make($0) }
                result = .success(Self.byPath(try builder.renderRest(of: pages, made: all)))
            } catch {
                result = .failure(error)
            }
            rest = result
            return result
        }
        return try result.get()[path]
    }

    /// Whether a path may be one of the other files: what browsers and scanners ask for on their own isn't worth making
    /// them.
    func mayHaveOther(_ path: String) -> Bool {
        guard let slash = path.lastIndex(of: "/") else {
            return [".xml", ".ics", ".txt", ".json", ".webmanifest", "_headers"].contains(where: path.hasSuffix)
        }
        let parts = path[..<slash].split(separator: "/", omittingEmptySubsequences: false)
        let isTranslated = parts.first.flatMap { Language(rawValue: String($0)) } != nil
        if ["data", "search"].contains(isTranslated ? parts.dropFirst().first : parts.first) { return true }
        return folders.contains(String(path[...slash])) || (isTranslated && parts.count == 1)
    }

    /// What tells whether a page looks otherwise than when it was loaded: its bytes, the style sheet's name aside. Computed
    /// once, however many pages are open.
    ///
    /// - Returns: `nil` where there is no such page.
    func tag(of path: String) -> String? {
        if let known = tags.withLock({ $0[path] }) { return known }
        guard let bytes = self[path] else { return nil }
        var text = bytes
        if let stylesheet {
            text = Array(String(decoding: bytes, as: UTF8.self).replacing(stylesheet, with: "").utf8)
        }
        let tag = ContentTag.of(text)
        tags.withLock { $0[path] = tag }
        return tag
    }

    /// Whether the other files are made.
    var hasMadeAll: Bool { rest.withLock { $0 != nil } }

    private func make(_ index: Int) -> [SiteFile] {
        if let known = made.withLock({ $0[index] }) { return known }
        // Two callers at once may make the same page: it is the same bytes.
        let files = pages.make(pages.parts[index])
        made.withLock { $0[index] = files }
        return files
    }

    private static func byPath(_ files: [SiteFile]) -> [String: [UInt8]] {
        Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { _, later in later })
    }
}
