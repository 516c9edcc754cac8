import PlanMarkdown
import PlanModel

extension ContentFile {
    /// Whether an edit has changed running words alone: all that entities, tables, references and the checks of the whole
    /// content are made from is as it was, places included.
    ///
    /// What is left out are the nodes of the text, which only the pages that show it are made from, and the findings of
    /// its own, which stand for themselves.
    func differsInWordsAlone(from old: ContentFile) -> Bool {
        guard path == old.path, language == old.language, let tables, let oldTables = old.tables else { return false }
        return hasFrontMatter(of: old) && document.title?.text == old.document.title?.text
            && tables.drafts == oldTables.drafts && tables.diagnostics == oldTables.diagnostics
            && plainTableIDs == old.plainTableIDs && links == old.links && anchors == old.anchors && words == old.words
            && silencings == old.silencings
    }

    /// What the front matter says follows from its bytes, and where it stands from the line after it.
    private func hasFrontMatter(of old: ContentFile) -> Bool {
        guard frontMatter.bodyLine == old.frontMatter.bodyLine else { return false }
        let line = frontMatter.bodyLine
        return source.bytes[..<source.range(ofLine: line).lowerBound]
            == old.source.bytes[..<old.source.range(ofLine: line).lowerBound]
    }

    /// The ids that tables without a class take.
    private var plainTableIDs: [Located<String>] {
        document.tables.compactMap(\.caption).filter(\.classes.isEmpty).compactMap(\.id)
    }
}
