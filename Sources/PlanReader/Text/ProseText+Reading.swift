import PlanMarkdown
import PlanModel

extension ProseText {
    /// What a file refers to and what in it can be referred to.
    init(_ file: ContentFile, owner: EntityID?, tables: [EntityID]) {
        var anchors = file.anchors
        for table in tables {
            anchors.insert(table.local)
            anchors.insert(Slug.address(of: table.local))
        }
        self.init(
            file: file.path, language: file.language, owner: owner, links: file.links,
            anchors: anchors, words: file.words)
    }
}
