import PlanFiles
package import PlanMarkdown
package import PlanModel

/// Everything that a project folder says, read and typed; references are not yet resolved.
package struct ReadResult: Sendable {
    /// Entities, tables, links and all findings.
    package private(set) var manuscript: Manuscript
    /// The parsed Markdown, by file.
    package private(set) var documents: [String: MarkdownDocument]
    /// The heading that is the title of its file, as an index of the document's nodes: pages print it as their own
    /// heading, not in the text.
    package private(set) var titleHeadings: [String: Int]
    package var configuration: SiteConfiguration
    package let strings: [Language: InterfaceStrings]
    /// What each text means to all others, by file, where that was asked for: a digest. Where those are as they were, edits
    /// have changed running words alone. Empty for a text whose tables need other files.
    package let meanings: [String: String]
    /// The files that make up the content, by path; none without a memory.
    private var files: [String: ContentFile]
    /// The findings of each text alone, by file.
    private var ownFindings: [String: [Diagnostic]]
    /// All findings but those of each text alone.
    private let shared: [Diagnostic]

    fileprivate init(site: SiteReader, content: ContentReader) {
        manuscript = content.manuscript
        documents = content.documents
        titleHeadings = content.titleHeadings
        meanings = content.meanings
        files = content.files
        ownFindings = content.ownFindings
        configuration = site.configuration
        strings = site.strings
        shared = site.diagnostics + content.manuscript.diagnostics
        gatherFindings()
    }

    private mutating func gatherFindings() {
        manuscript.diagnostics = (shared + ownFindings.values.flatMap(\.self)).sorted()
    }

    /// A file as it was read, unless it could only be read in part.
    fileprivate func file(_ path: String) -> ContentFile? {
        shared.contains { $0.code == .notUTF8 && $0.position.file == path } ? nil : files[path]
    }

    /// The same content with other words in some files, which mean the same.
    fileprivate func rewording(_ edited: [ContentFile]) -> ReadResult {
        var result = self
        for file in edited {
            let hadTitle = result.titleHeadings[file.path] != nil
            result.files[file.path] = file
            result.ownFindings[file.path] = file.ownFindings
            result.documents[file.path] = file.document
            if hadTitle { result.titleHeadings[file.path] = file.document.title?.node }
        }
        result.gatherFindings()
        return result
    }
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
    /// - Parameter notesMeanings: whether to say what each text means to all others.
    /// - Throws: ``MachineFailure`` where a file or folder may not be read.
    package func read(notesMeanings: Bool = false) throws(MachineFailure) -> ReadResult {
        let site = try SiteReader(project: project, defaults: defaults)
        let content = try ContentReader(
            project: project, languages: site.configuration.languages, memory: memory, notesMeanings: notesMeanings)
        return ReadResult(site: site, content: content)
    }

    /// Reads again after texts were edited, where their running words alone have changed.
    ///
    /// - Parameters:
    ///   - last: what was read before.
    ///   - paths: of the edited files, relative to the project folder; nothing else may have changed.
    /// - Returns: `nil` where more has changed: then all is to be read.
    package func read(after last: ReadResult, editing paths: [String]) -> ReadResult? {
        let loader = FileLoader(project: project)
        let language = last.configuration.languages.first ?? .swedish
        var edited: [ContentFile] = []
        for path in paths {
            let now = FileSystem.now
            let state = ReaderMemory.FileState(FileSystem.stamp(project + "/" + path), at: now)
            // What can't be read is told by whoever reads all.
            guard let old = last.file(path), let meaning = old.meaning,
                let file = try? loader.parsed(path, in: state, default: language, memory: memory).file,
                file.meaning == meaning
            else { return nil }
            edited.append(file)
        }
        return last.rewording(edited)
    }
}
