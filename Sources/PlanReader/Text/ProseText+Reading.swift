import PlanMarkdown
import PlanModel

extension ProseText {
    /// What a file refers to and what in it can be referred to.
    init(_ file: ContentFile, owner: EntityID?, tables: [EntityID]) {
        let document = file.document
        // What the parser left out as unsafe is reported there, and leads nowhere any more.
        let left = Set(document.diagnostics.filter { $0.code == .unsafeLink }.map(\.position))
        var links: [ProseLink] = []
        for link in document.links where !link.destination.isEmpty || !left.contains(link.position) {
            links.append(
                ProseLink(form: link.isImage ? .image : .link, target: link.destination, position: link.position))
        }
        for bracket in document.brackets {
            links.append(ProseLink(form: .bracket, target: bracket.text, position: bracket.position))
        }
        var anchors = Set(document.anchors.values)
            .union(document.tableAnchors.values)
        for table in tables {
            anchors.insert(table.local)
            anchors.insert(Slug.address(of: table.local))
        }
        for number in document.footnotes.indices { anchors.insert("fn-\(number + 1)") }
        self.init(
            file: file.path, language: file.language, owner: owner, links: links.sorted { $0.position < $1.position },
            anchors: anchors, words: file.words)
    }
}
