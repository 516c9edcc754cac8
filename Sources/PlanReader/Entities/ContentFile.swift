import PlanMarkdown
import PlanModel

/// One Markdown file of Content, parsed, with all that follows from its own bytes.
///
/// An object, since lists of ten thousands are passed around and kept from build to build.
final class ContentFile: Sendable {
    /// Relative to the project folder: `Content/region/index.en.md`.
    let path: String
    /// `Content/region`
    let folder: String
    /// The file's name without language and `.md`: `index`.
    let name: String
    let language: Language
    /// The beginning of the file.
    let top: SourcePosition
    /// `nil` where its bytes are on a shelf.
    private let text: SourceText?
    /// Its keys are kept for a translation alone, which is read beside its original.
    let frontMatter: FrontMatter
    /// It may rest on a shelf.
    let document: MarkdownDocument
    /// What in the words should not be published.
    let textFindings: [Diagnostic]
    /// What checks of the whole content go by.
    let words: ProseWords
    let silencings: [Silencing]
    /// What the front matter of an original says; `nil` for a translation, which is read beside its original.
    let header: Header?
    /// What is wrong with its front matter; only of an original.
    let headerFindings: [Diagnostic]
    /// The heading that is the title of an original, where there is one, as a node of the document.
    let titleHeading: (node: Int, title: String)?
    /// The ids of tables without a class that can stand in an address.
    let plainTableIDs: [Located<String>]
    /// The tables with a class; `nil` where rows of one come from another file.
    let tables: TableReader?
    /// In order of place.
    let links: [ProseLink]
    /// The places in the text that `#…` may lead to; those of tables with a class aside.
    let anchors: [String]

    /// The text and its bytes in memory.
    var awake: (document: MarkdownDocument, source: SourceText) {
        let document = document.awake
        return (document, text ?? SourceText(top.source, again: document.source))
    }

    /// The findings of the text alone.
    var ownFindings: [Diagnostic] { document.diagnostics + textFindings }

    var isIndex: Bool { name == "index" }

    /// Whether it is `Content/index.md`, the start page.
    var isStart: Bool { isIndex && folder == "Content" }

    /// What its translations are found by.
    var key: String { folder + "/" + name }

    /// What the file or, for `index.md`, its folder is called.
    var defaultID: String {
        guard isIndex, !isStart else { return name }
        return folder.split(separator: "/").last.map(String.init) ?? name
    }

    /// - Parameter shelf: takes the bytes of the text once it is read.
    init(_ name: FileName, source: SourceText, default language: Language, shelf: (any ByteShelf)? = nil) {
        path = source.file
        folder = name.folder
        top = SourcePosition(file: source.file, line: 1, column: 1)
        self.name = name.stem
        self.language = name.language ?? language
        let frontMatter = FrontMatter(source)
        let document = MarkdownDocument(parsing: source, fromLine: frontMatter.bodyLine, language: self.language)
        let prose = ProseReading(document, frontMatter: frontMatter, language: self.language)
        let comments = SilencingReader(source, frontMatter: frontMatter, document: document)
        words = prose.words
        silencings = comments.silencings
        textFindings =
            TextFindings(source, frontMatter: frontMatter, document: document).diagnostics + prose.diagnostics
            + comments.diagnostics
        links = Self.links(in: document)
        anchors =
            document.anchors.values + document.tableAnchors.values
            + document.footnotes.indices.map { "fn-\($0 + 1)" }
        let isOriginal = name.language == nil || name.language == language
        header = isOriginal ? Header(frontMatter, source: source, guess: name.likelyKind) : nil
        self.frontMatter = isOriginal ? frontMatter.withoutPairs : frontMatter
        if let header {
            headerFindings = Self.numberFindings(header, self.language) + frontMatter.diagnostics + header.diagnostics
            let heading = document.titleHeading(matching: header.title?.value)
            titleHeading = heading.map { (node: $0.node, title: $0.text.trimmed()) }
        } else {
            headerFindings = []
            titleHeading = nil
        }
        plainTableIDs = document.tables.compactMap { table in
            guard let caption = table.caption, caption.classes.isEmpty, let id = caption.id,
                EntityID.isValidPart(id.value)
            else { return nil }
            return id
        }
        let needsOthers = document.tables.contains { $0.caption?.namesFile ?? false }
        tables = needsOthers ? nil : TableReader(document, source: source, language: self.language, sheets: nil)
        self.document = shelf.map { document.resting(on: $0) } ?? document
        text = self.document.isAwake ? source : nil
    }

    /// Numbers in fields that are written as another language does.
    private static func numberFindings(_ header: Header, _ language: Language) -> [Diagnostic] {
        let style: NumberStyle = language == .english ? .english : .swedish
        return header.fields.values.flatMap { field -> [Diagnostic] in
            guard case .values(let values) = field.value else { return [] }
            return NumberCheck.findings(values, style: style)
        }
    }

    private static func links(in document: MarkdownDocument) -> [ProseLink] {
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
        return links.sorted { $0.position < $1.position }
    }
}

/// What the path of a Markdown file says.
struct FileName {
    let folder: String
    let stem: String
    /// `en` of `index.en.md`; `nil` where the name states none.
    let language: Language?

    init(_ path: String) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        folder = slash.map { String(path[..<$0]) } ?? ""
        var stem = slash.map { String(path[path.utf8.index(after: $0)...].dropLast(3)) } ?? String(path.dropLast(3))
        var language: Language?
        if let dot = stem.lastIndex(of: "."), dot > stem.startIndex,
            let found = Language(rawValue: stem[stem.index(after: dot)...].lowercased())
        {
            language = found
            stem = String(stem[..<dot])
        }
        self.stem = stem
        self.language = language
    }

    var key: String { folder + "/" + stem }

    /// What a file of this name most likely is when it doesn't say so.
    var likelyKind: EntityKind {
        guard stem == "index", folder != "Content" else { return .page }
        return Self.likelyKind(folder: folder)
    }

    /// What the `index.md` of a folder most likely is.
    static func likelyKind(folder: String) -> EntityKind {
        folder.split(separator: "/").count <= 2 ? .organisation : .plan
    }
}
