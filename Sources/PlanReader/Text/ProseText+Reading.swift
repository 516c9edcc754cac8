import PlanMarkdown
import PlanModel

extension ProseText {
    /// What a file refers to and what in it can be referred to.
    init(_ file: ContentFile, owner: EntityID?, tables: [EntityID]) {
        let tableNames = tables.flatMap { [$0.local, Slug.address(of: $0.local)] }
        self.init(
            file: file.path, language: file.language, owner: owner, links: file.links,
            anchors: AnchorNames(file.anchors + tableNames), words: file.words)
    }
}
