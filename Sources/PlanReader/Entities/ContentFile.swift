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
    let source: SourceText
    let frontMatter: FrontMatter
    let document: MarkdownDocument
    /// What in the words should not be published.
    let textFindings: [Diagnostic]
    /// What checks of the whole content go by.
    let words: ProseWords
    let silencings: [Silencing]

    var isIndex: Bool { name == "index" }

    /// Whether it is `Content/index.md`, the start page.
    var isStart: Bool { isIndex && folder == "Content" }

    var top: SourcePosition { SourcePosition(file: path, line: 1, column: 1) }

    /// What its translations are found by.
    var key: String { folder + "/" + name }

    /// What the file or, for `index.md`, its folder is called.
    var defaultID: String {
        guard isIndex, !isStart else { return name }
        return folder.split(separator: "/").last.map(String.init) ?? name
    }

    init(_ name: FileName, source: SourceText, default language: Language) {
        path = source.file
        folder = name.folder
        self.name = name.stem
        self.language = name.language ?? language
        self.source = source
        frontMatter = FrontMatter(source)
        document = MarkdownDocument(parsing: source, fromLine: frontMatter.bodyLine, language: self.language)
        let prose = ProseReading(document, frontMatter: frontMatter, language: self.language)
        let comments = SilencingReader(source, frontMatter: frontMatter, document: document)
        words = prose.words
        silencings = comments.silencings
        textFindings =
            TextFindings(source, frontMatter: frontMatter, document: document).diagnostics + prose.diagnostics
            + comments.diagnostics
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
}
