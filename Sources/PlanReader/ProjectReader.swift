import PlanFiles
package import PlanMarkdown
package import PlanModel

/// Everything that a project folder says, read and typed; references are not yet resolved.
package struct ReadResult: Sendable {
    /// Entities, tables, links and all findings.
    package internal(set) var manuscript: Manuscript
    package private(set) var documents: ParsedTexts
    /// The heading that is the title of its file, as an index of the document's nodes: pages print it as their own
    /// heading, not in the text.
    package internal(set) var titleHeadings: [String: Int]
    package var configuration: SiteConfiguration
    package let strings: [Language: InterfaceStrings]
    /// What each text means to all others, by file, where that was asked for. Where those are as they were, edits have
    /// changed running words alone.
    package private(set) var meanings: [String: TextMeaning]
    /// The files that make up the content, by path; none without a memory.
    private var files: [String: ContentFile]
    /// The findings of each text alone, by file.
    private var ownFindings: [String: [Diagnostic]]
    /// All findings but those of each text alone.
    var shared: [Diagnostic]

    fileprivate init(site: SiteReader, content: ContentReader) {
        manuscript = content.manuscript
        documents = ParsedTexts(content.documents)
        titleHeadings = content.titleHeadings
        meanings = content.meanings
        files = content.files
        ownFindings = content.ownFindings
        configuration = site.configuration
        strings = site.strings
        shared = site.diagnostics + content.manuscript.diagnostics
        gatherFindings()
    }

    /// What was said before, with texts that are parsed when they are asked for.
    fileprivate init(
        _ content: ContentMeaning, meanings: [String: TextMeaning], site: SiteReader, documents: ParsedTexts
    ) {
        manuscript = content.manuscript
        self.documents = documents
        titleHeadings = content.titleHeadings
        self.meanings = meanings
        files = [:]
        ownFindings = content.ownFindings
        configuration = site.configuration
        strings = site.strings
        shared = content.shared
        gatherFindings()
    }

    /// All that was read but the nodes of texts.
    package var content: ContentMeaning {
        var manuscript = manuscript
        manuscript.diagnostics = []
        return ContentMeaning(
            manuscript: manuscript, shared: shared, titleHeadings: titleHeadings, ownFindings: ownFindings)
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
        for file in edited { result.reword(file) }
        result.gatherFindings()
        return result
    }

    /// Takes other words of a text; findings are gathered anew afterwards.
    mutating func reword(_ file: ContentFile) {
        if titleHeadings[file.path] != nil { titleHeadings[file.path] = file.document.title?.node }
        if meanings[file.path] != nil { meanings[file.path] = file.meaning }
        put(file)
    }

    /// Takes another version of a text; findings are gathered anew afterwards.
    mutating func put(_ file: ContentFile) {
        files[file.path] = file
        ownFindings[file.path] = file.ownFindings.isEmpty ? nil : file.ownFindings
        documents[file.path] = file.document
    }

    /// The same content with other texts in the places of some, which mean nothing else to others.
    fileprivate func amending(_ edited: [ContentFile], moving: LineMover) -> ReadResult? {
        var result = self
        for file in edited {
            guard let old = result.file(file.path),
                let amended = result.amending(old, with: file) ?? result.moving(old, to: file, by: moving)
            else { return nil }
            result = amended
        }
        result.gatherFindings()
        return result
    }
}

/// What a reading found beside the nodes of texts.
package struct ContentMeaning: Sendable {
    /// Without findings.
    package let manuscript: Manuscript
    /// All findings but those of each text alone.
    package let shared: [Diagnostic]
    /// `ReadResult.titleHeadings`
    package let titleHeadings: [String: Int]
    /// The findings of each text alone, by file.
    package let ownFindings: [String: [Diagnostic]]

    package init(
        manuscript: Manuscript, shared: [Diagnostic], titleHeadings: [String: Int],
        ownFindings: [String: [Diagnostic]]
    ) {
        self.manuscript = manuscript
        self.shared = shared
        self.titleHeadings = titleHeadings
        self.ownFindings = ownFindings
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
    /// - Parameters:
    ///   - notesMeanings: whether to say what each text means to all others.
    ///   - shelf: takes the bytes of texts once they are read; `nil` keeps them in memory.
    /// - Throws: ``MachineFailure`` where a file or folder may not be read.
    package func read(
        notesMeanings: Bool = false, shelf: (any ByteShelf)? = nil
    ) throws(MachineFailure) -> ReadResult {
        let site = try SiteReader(project: project, defaults: defaults)
        let content = try ContentReader(
            project: project, languages: site.configuration.languages, memory: memory, notesMeanings: notesMeanings,
            shelf: shelf)
        return ReadResult(site: site, content: content)
    }

    /// Reads again after texts were edited, where their running words alone have changed.
    ///
    /// - Parameters:
    ///   - last: what was read before.
    ///   - paths: of the edited files, relative to the project folder; nothing else may have changed.
    /// - Returns: `nil` where more has changed: then all is to be read.
    package func read(after last: ReadResult, editing paths: [String]) -> ReadResult? {
        var meanings: [String: TextMeaning] = [:]
        for path in paths {
            // What can't be read is told by whoever reads all.
            guard let meaning = last.file(path)?.meaning, meaning.isKnown else { return nil }
            meanings[path] = meaning
        }
        let language = last.configuration.languages.first ?? .swedish
        let edited = parsed(paths, default: language)
        return edited.allSatisfy { $0.meaning == meanings[$0.path] } && edited.count == paths.count
            ? last.rewording(edited) : nil
    }

    /// Reads again after texts were edited that mean nothing else to the others than they did, save what they say of
    /// themselves.
    ///
    /// - Parameters:
    ///   - last: what was read before.
    ///   - paths: of the edited files, relative to the project folder; nothing else may have changed.
    ///   - mover: tells what was read of lines that have gone elsewhere.
    /// - Returns: `nil` where more has changed: then all is to be read.
    package func read(amending last: ReadResult, editing paths: [String], moving mover: LineMover) -> ReadResult? {
        let edited = parsed(paths, default: last.configuration.languages.first ?? .swedish)
        return edited.count == paths.count ? last.amending(edited, moving: mover) : nil
    }

    /// Reads after texts were edited in a process that hasn't read the rest, where their running words alone have changed,
    /// and perhaps the lines that the rest of them stands on.
    ///
    /// - Parameters:
    ///   - meanings: what the texts meant before.
    ///   - paths: of the edited files, relative to the project folder; nothing else may have changed.
    ///   - restore: what was read before, with lines where they are now; the site's own files are as they were then.
    /// - Returns: `nil` where more has changed, or nothing can be restored: then all is to be read.
    package func read(
        meanings: [String: TextMeaning], editing paths: [String], restoring restore: (LineMoves) -> ContentMeaning?
    ) throws(MachineFailure) -> ReadResult? {
        let site = try SiteReader(project: project, defaults: defaults)
        let language = site.configuration.languages.first ?? .swedish
        let edited = parsed(paths, default: language)
        guard edited.count == paths.count else { return nil }
        var moves = LineMoves()
        for file in edited {
            guard moves.note(file.path, from: meanings[file.path] ?? .unknown, to: file.meaning) else { return nil }
        }
        // A page may say on which line its text stands.
        if !moves.isEmpty, site.configuration.repository?.contains("{line}") == true { return nil }
        guard let content = restore(moves), !content.shared.contains(where: moves.mayBeNamed) else { return nil }
        let unread = Set(content.shared.filter { $0.code == .notUTF8 }.map(\.position.file))
        guard unread.isDisjoint(with: paths) else { return nil }
        let loader = FileLoader(project: project)
        let documents = ParsedTexts(files: Set(content.manuscript.texts.keys)) { path in
            guard case .success((let text, _)) = try? loader.text(path) else { return nil }
            return MarkdownDocument(
                parsing: text, fromLine: FrontMatter(text).bodyLine, language: FileName(path).language ?? language)
        }
        return ReadResult(content, meanings: meanings, site: site, documents: documents).rewording(edited)
    }

    /// Texts as they are now; without those that can't be read as they should be.
    private func parsed(_ paths: [String], default language: Language) -> [ContentFile] {
        let loader = FileLoader(project: project)
        let memory = memory
        return Parallel.map(paths) { path -> ContentFile? in
            let now = FileSystem.now
            let state = ReaderMemory.FileState(FileSystem.stamp(project + "/" + path), at: now)
            let parsed = try? loader.parsed(path, in: state, default: language, memory: memory)
            return parsed?.finding == nil ? parsed?.file : nil
        }.compactMap(\.self)
    }
}
