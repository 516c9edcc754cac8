import PlanMarkdown
import PlanModel

extension ProseText {
    /// What a file refers to and what in it can be referred to.
    init(_ file: ContentFile, owner: EntityID?, tables: [EntityID]) {
        let document = file.document
        let links = document.nodes.compactMap { node -> ProseLink? in
            switch node.kind {
            case .link(let destination, _): ProseLink(form: .link, target: destination, position: node.position)
            case .image(let source, _): ProseLink(form: .image, target: source, position: node.position)
            case .bracket(let text): ProseLink(form: .bracket, target: text, position: node.position)
            default: nil
            }
        }
        var anchors = Set(HeadingAnchors.anchors(of: document).values)
        for table in tables {
            anchors.insert(table.local)
            anchors.insert(Slug.address(of: table.local))
        }
        self.init(file: file.path, language: file.language, owner: owner, links: links, anchors: anchors)
    }
}
