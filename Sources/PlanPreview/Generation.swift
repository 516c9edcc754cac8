import PlanBuild
import PlanModel
import PlanPages
import Synchronization

/// One whole state of the site in memory.
///
/// Pages are made beforehand. What machines read (search index, workbooks, open data) is made from the same reading of
/// the content when somebody first asks for it, so that an edit is seen without waiting for it; nothing of it is ever
/// read from a folder later.
final class Generation: Sendable {
    /// The build that made it.
    let number: Int
    /// The published name of the style sheet; `nil` where the site has none.
    let stylesheet: String?
    /// The place in the content that each page is made from, by the page's path.
    let sources: [String: SourcePosition]

    private let builder: Builder
    private let pages: Builder.Pages
    private let files: [String: [UInt8]]
    /// `nil` until somebody asks.
    private let rest = Mutex<Result<[String: [UInt8]], MachineFailure>?>(nil)

    init(number: Int, builder: Builder, pages: Builder.Pages) {
        self.number = number
        self.builder = builder
        self.pages = pages
        stylesheet = pages.checked.assets.names["style.css"]
        sources = PageSources.all(pages)
        files = Self.byPath(pages.files)
    }

    /// A page, an asset or an attachment.
    subscript(path: String) -> [UInt8]? { files[path] }

    /// Any other file of the site; made at the first call, which lasts, and kept.
    ///
    /// Two callers at once wait for one making.
    func other(_ path: String) throws(MachineFailure) -> [UInt8]? {
        let made = rest.withLock { rest in
            if let rest { return rest }
            let result: Result<[String: [UInt8]], MachineFailure>
            do throws(MachineFailure) {
                result = .success(Self.byPath(try builder.renderRest(of: pages)))
            } catch {
                result = .failure(error)
            }
            rest = result
            return result
        }
        return try made.get()[path]
    }

    /// Where two files have one path, the later is written to a published site as well.
    private static func byPath(_ files: [SiteFile]) -> [String: [UInt8]] {
        Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { _, later in later })
    }
}
