import PlanMarkdown
import PlanModel

/// What the reader asks of a parsed text.
extension MarkdownDocument {
    /// The words of a node without markup.
    func words(of node: Int) -> String {
        var text = ""
        for index in (node + 1)..<max(node + 1, nodes[node].end) {
            switch nodes[index].kind {
            case .text(let part), .code(let part): text += part
            case .bracket(let part): text += "[" + part + "]"
            case .softBreak, .lineBreak: text += " "
            default: continue
            }
        }
        return text.trimmed()
    }

    /// The heading that is the text's title: the first of level 1, where front matter gives none or the same.
    func titleHeading(matching title: String?) -> (node: Int, text: String)? {
        guard let node = nodes.firstIndex(where: { $0.kind == .heading(level: 1) }) else { return nil }
        let text = words(of: node)
        if text.isEmpty { return nil }
        if let title, title.trimmed().lowercased() != text.lowercased() { return nil }
        return (node, text)
    }
}
