import PlanGraph
import PlanMarkdown
import PlanModel

/// Where a text uses words of the glossary for the first time.
struct TermMarks {
    /// A use that is marked.
    struct Use {
        let word: Glossary.Word
        /// Offsets into the Unicode scalars of the node's text.
        let range: Range<Int>
        let end: Int
        /// Whether what an abbreviation stands for is written after it.
        let isExpanded: Bool
    }

    private var byNode: [Int: [Use]] = [:]

    /// Whether some word has more to read than what stands beside it.
    var hasNotes: Bool { byNode.values.contains { $0.contains(where: \.word.hasNote) } }

    func uses(of node: Int) -> [Use]? { byNode[node] }

    /// - Parameter countsBySection: whether a word is marked once in each section of level 2, rather than once a text.
    init(_ document: MarkdownDocument, glossary: Glossary, countsBySection: Bool) {
        guard !glossary.isEmpty else { return }
        let scanner = TermScanner(glossary)
        var seen: Set<EntityID> = []
        var expanded: Set<EntityID> = []
        var paragraph = 0..<0
        var index = document.content.lowerBound
        while index < document.content.upperBound {
            let node = document.nodes[index]
            switch node.kind {
            case .heading(let level):
                if countsBySection, level <= 2 { (seen, expanded) = ([], []) }
                index = node.end
                continue
            case .link, .image, .table, .codeBlock, .htmlBlock:
                index = max(node.end, index + 1)
                continue
            case .paragraph: paragraph = index..<node.end
            case .text(let text):
                let scalars = Array(text.unicodeScalars)
                for use in scanner.uses(in: scalars) {
                    guard let id = use.word.terms.first, !seen.contains(id) else { continue }
                    var isExpanded = use.word.expansion != nil
                    if isExpanded, Self.isExplained(use, in: scalars, within: document.plainText(of: paragraph)) {
                        isExpanded = false
                        expanded.insert(id)
                    }
                    if expanded.contains(id) { isExpanded = false }
                    guard isExpanded || use.word.hasNote else { continue }
                    seen.insert(id)
                    byNode[index, default: []].append(
                        Use(word: use.word, range: use.range, end: use.end, isExpanded: isExpanded))
                }
            case .document, .blockQuote, .list, .item, .thematicBreak, .softBreak, .lineBreak, .code, .htmlInline,
                .emphasis, .strong, .bracket, .footnoteReference:
                break
            }
            index += 1
        }
    }

    /// Whether the text itself says what an abbreviation stands for: with the same words in the paragraph, before it
    /// with the abbreviation in brackets, or in brackets after it.
    private static func isExplained(
        _ use: TermScanner.Use, in scalars: [Unicode.Scalar], within paragraph: String
    ) -> Bool {
        guard let expansion = use.word.expansion else { return false }
        if paragraph.lowercased().contains(expansion.lowercased()) { return true }
        let before = use.range.lowerBound > 0 ? scalars[use.range.lowerBound - 1] : " "
        let after = use.range.upperBound < scalars.count ? scalars[use.range.upperBound] : " "
        if before == "(", after == ")" { return true }
        guard use.end + 2 < scalars.count, scalars[use.end] == " ", scalars[use.end + 1] == "(" else { return false }
        return String(scalars[use.end + 2]).lowercased() == use.word.title.prefix(1).lowercased()
    }
}

/// Draws words of the glossary as a reader meets them.
struct TermComponent {
    let edition: Edition
    let page: PagePlace

    func render(_ text: String, uses: [TermMarks.Use], into html: inout HTML) {
        let scalars = Array(text.unicodeScalars)
        var written = 0
        func append(_ range: Range<Int>, _ html: inout HTML) {
            html.append(text: Typography.binding(String(String.UnicodeScalarView(scalars[range]))))
        }
        for use in uses {
            append(written..<use.range.lowerBound, &html)
            if use.word.hasNote, let term = use.word.terms.first { openLink(term, use.word, into: &html) }
            if use.word.isAbbreviation { html.append("<abbr>") }
            append(use.range, &html)
            if use.word.isAbbreviation { html.append("</abbr>") }
            if use.word.hasNote { html.append("</a>") }
            append(use.range.upperBound..<use.end, &html)
            if use.isExpanded, let expansion = use.word.expansion {
                html.append("<span class=\"expansion\"> (")
                html.append(text: expansion)
                html.append(")</span>")
            }
            written = use.end
        }
        append(written..<scalars.count, &html)
    }

    private func openLink(_ term: EntityID, _ word: Glossary.Word, into html: inout HTML) {
        html.append("<a class=\"term\" href=\"")
        html.append(attribute: edition.href(term, from: page))
        html.append("\" data-note=\"")
        let note = word.isAmbiguous ? [edition.t("term.ambiguous")] + word.explanations : word.explanations
        html.append(attribute: note.joined(separator: "\n"))
        html.append("\">")
    }
}

extension Edition {
    /// The marks of a file's text: by the glossaries of the organisation that it belongs to, in the language that it is in.
    func termMarks(of file: String) -> TermMarks? {
        guard let document = documents[file], let text = library.texts[file], let glossary = glossary(for: text)
        else { return nil }
        return TermMarks(
            document, glossary: glossary, countsBySection: text.owner.flatMap { library[$0] }?.kind == .plan)
    }

    private func glossary(for text: ProseText) -> Glossary? {
        let owner = text.owner.flatMap { library[$0] }
        let organisation = owner?.kind == .organisation ? owner?.id : owner?.organisation
        return glossaries[GlossaryKey(organisation: organisation, language: text.language)]
    }

    struct GlossaryKey: Hashable, Sendable {
        let organisation: EntityID?
        let language: Language
    }

    static func glossaries(_ library: Library) -> [GlossaryKey: Glossary] {
        guard !library.entities(of: .term).isEmpty else { return [:] }
        var found: [GlossaryKey: Glossary] = [:]
        for organisation in [nil] + library.entities(of: .organisation).map({ Optional($0.id) }) {
            for language in Language.allCases {
                found[GlossaryKey(organisation: organisation, language: language)] = Glossary(
                    library, organisation: organisation, language: language)
            }
        }
        return found
    }
}
