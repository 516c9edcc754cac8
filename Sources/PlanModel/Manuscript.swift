/// Everything that Content/ says, typed and placed, with references not yet resolved.
package struct Manuscript: Sendable {
    /// One per id; rows and files that are the same entity are already one.
    package var entities: [Entity] = []
    /// Tables with a class, in the language of the original, in reading order within a file.
    package var tables: [PlanTable] = []
    /// The same tables as files in other languages print them.
    package var translatedTables: [Language: [EntityID: PlanTable]] = [:]
    /// What each Markdown file refers to, by file.
    package var texts: [String: ProseText] = [:]
    /// Files beside the Markdown, published as they are. Paths relative to the project folder.
    package var attachments: [String] = []
    /// What authors have silenced where it stands.
    package var silencings: [Silencing] = []
    package var diagnostics: [Diagnostic] = []

    package init() {}
}

/// What one Markdown file holds beside its nodes.
package struct ProseText: Sendable {
    package let file: String
    package let language: Language
    /// The entity whose text it is; `nil` for the start page.
    package let owner: EntityID?
    package let links: [ProseLink]
    /// The anchors of its headings, tables and notes: what `#…` may lead to.
    package let anchors: AnchorNames
    /// What checks of the whole content go by.
    package let words: ProseWords

    package init(
        file: String, language: Language, owner: EntityID?, links: [ProseLink], anchors: AnchorNames,
        words: ProseWords = ProseWords()
    ) {
        self.words = words
        self.file = file
        self.language = language
        self.owner = owner
        self.links = links
        self.anchors = anchors
    }
}

/// A link, picture or bracket in prose, as written.
package struct ProseLink: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
        case link, image
        /// `[A1.2]`
        case bracket
    }

    package let form: Form
    /// The destination, or what stands in the brackets.
    package let target: String
    package let position: SourcePosition

    package init(form: Form, target: String, position: SourcePosition) {
        self.form = form
        self.target = target
        self.position = position
    }
}
