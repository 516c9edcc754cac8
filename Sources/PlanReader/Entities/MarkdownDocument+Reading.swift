import PlanMarkdown
import PlanModel

/// What the reader asks of a parsed text.
extension MarkdownDocument {
    /// The heading that is the text's title: the first of level 1, where front matter gives none or the same.
    func titleHeading(matching title: String?) -> Heading? {
        guard let heading = self.title, !heading.text.trimmed().isEmpty else { return nil }
        if let title, FieldValue.folded(title) != FieldValue.folded(heading.text) { return nil }
        return heading
    }
}
