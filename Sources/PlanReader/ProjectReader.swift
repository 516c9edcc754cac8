package import PlanMarkdown
package import PlanModel

/// Everything that a project folder says, read and typed; references are not yet resolved.
package struct ReadResult: Sendable {
    /// Entities, tables, links and all findings.
    package let manuscript: Manuscript
    /// The parsed Markdown, by file.
    package let documents: [String: MarkdownDocument]
    /// The heading that is the title of its file, as an index of the document's nodes: pages print it as their own
    /// heading, not in the text.
    package let titleHeadings: [String: Int]
    package var configuration: SiteConfiguration
    package let strings: [Language: InterfaceStrings]
}

/// Reads a project folder: Content, Site/site.yaml and Site/Strings.
package struct ProjectReader: Sendable {
    private let project: String
    private let defaults: String
    private let memory: ReaderMemory?

    /// - Parameters:
    ///   - project: path of the project folder.
    ///   - defaults: path of the folder with the default `Site` and `Assets`.
    ///   - memory: what was parsed before in the same process; `nil` reads all anew.
    package init(project: String, defaults: String, memory: ReaderMemory? = nil) {
        self.project = project
        self.defaults = defaults
        self.memory = memory
    }

    /// Reads all of it. The author's mistakes are in `manuscript.diagnostics`.
    ///
    /// - Throws: ``MachineFailure`` where a file or folder may not be read.
    package func read() throws(MachineFailure) -> ReadResult {
        let site = try SiteReader(project: project, defaults: defaults)
        let content = try ContentReader(project: project, languages: site.configuration.languages, memory: memory)
        var manuscript = content.manuscript
        manuscript.diagnostics = (site.diagnostics + manuscript.diagnostics).sorted()
        return ReadResult(
            manuscript: manuscript, documents: content.documents, titleHeadings: content.titleHeadings,
            configuration: site.configuration, strings: site.strings)
    }
}
