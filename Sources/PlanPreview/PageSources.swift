import PlanBuild
import PlanGraph
import PlanModel
import PlanPages

/// Where in the content a page's text is written.
enum PageSources {
    /// By the page's path: `en/region/plan/index.html`.
    static func all(_ pages: Builder.Pages) -> [String: SourcePosition] {
        var sources: [String: SourcePosition] = [:]
        for edition in pages.editions {
            for entity in edition.library.entities where entity.kind.hasPage || entity.kind == .table {
                let address = edition.library.address(of: entity.id)
                guard address.fragment == nil, let position = edition.sourcePosition(of: entity) else { continue }
                sources[edition.prefix + address.path + "index.html"] = position
            }
        }
        return sources
    }
}
