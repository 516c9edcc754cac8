import PlanModel

/// The Markdown files of Content, parsed and told apart by language.
struct ParsedFiles {
    private(set) var originals: [ContentFile] = []
    private(set) var translations: [ContentFile] = []
    /// Files that are there but could not be read.
    private(set) var unreadable: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    private enum Outcome: Sendable {
        case parsed(ParsedFile)
        case failed(MachineFailure)
    }

    /// - Parameter memory: what was parsed before in the same process; what is parsed now is kept there.
    init(
        _ files: [ContentWalk.File], loader: FileLoader, default language: Language, memory: ReaderMemory?
    ) throws(MachineFailure) {
        let markdown = files.filter(\.isMarkdown)
        let plain = Set(markdown.map { FileName($0.path) }.filter { $0.language == nil }.map(\.key))
        let outcomes = Parallel.map(markdown) { file in
            do throws(MachineFailure) {
                return Outcome.parsed(
                    try loader.parsed(file.path, in: file.state, default: language, memory: memory))
            } catch {
                return .failed(error)
            }
        }
        memory?.forget(allBut: markdown.map(\.path))
        for (path, outcome) in zip(markdown.map(\.path), outcomes) {
            let name = FileName(path)
            switch outcome {
            case .failed(let failure): throw failure
            case .parsed(let parsed):
                guard let file = parsed.file else {
                    diagnostics += [parsed.finding].compactMap(\.self)
                    unreadable.append(path)
                    continue
                }
                if name.language == language, plain.contains(name.key) {
                    diagnostics.append(.secondOriginal(path, language))
                    continue
                }
                if let finding = parsed.finding { diagnostics.append(finding) }
                if name.language == nil || name.language == language {
                    originals.append(file)
                } else {
                    translations.append(file)
                }
            }
        }
    }
}

/// A file, if it could be read, and what kept it from being read as it should be.
struct ParsedFile: Sendable {
    let file: ContentFile?
    let finding: Diagnostic?
}

extension FileLoader {
    /// Reads and parses a Markdown file, unless it is as it was when it was parsed last.
    ///
    /// - Parameters:
    ///   - state: of the file before it is read: what changes meanwhile differs from it.
    ///   - memory: what was parsed before in the same process; what is parsed now is kept there.
    func parsed(
        _ path: String, in state: ReaderMemory.FileState, default language: Language, memory: ReaderMemory?
    ) throws(MachineFailure) -> ParsedFile {
        if let known = memory?.file(path, in: state, default: language) {
            return ParsedFile(file: known.file, finding: known.finding)
        }
        switch try text(path) {
        case .failure(let refusal): return ParsedFile(file: nil, finding: refusal.diagnostic)
        case .success((let text, let finding)):
            let known = memory?.file(path, bytes: text.bytes, default: language)
            let file = known ?? ContentFile(FileName(path), source: text, default: language, shelf: shelf)
            memory?.keep(file, finding: finding, state: state, default: language)
            return ParsedFile(file: file, finding: finding)
        }
    }
}
