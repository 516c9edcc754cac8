import PlanModel

/// The Markdown files of Content, parsed and told apart by language.
struct ParsedFiles {
    private(set) var originals: [ContentFile] = []
    private(set) var translations: [ContentFile] = []
    /// Files that are there but could not be read.
    private(set) var unreadable: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    private enum Outcome: Sendable {
        case parsed(ContentFile, Diagnostic?)
        case refused(Diagnostic)
        case failed(MachineFailure)
    }

    /// - Parameter memory: what was parsed before in the same process; what is parsed now is kept there.
    init(
        _ files: [ContentWalk.File], loader: FileLoader, default language: Language, memory: ReaderMemory?
    ) throws(MachineFailure) {
        let markdown = files.filter(\.isMarkdown).map(\.path)
        let plain = Set(markdown.map { FileName($0) }.filter { $0.language == nil }.map(\.key))
        let outcomes = Parallel.map(markdown) { path in
            Self.parse(path, loader: loader, default: language, memory: memory)
        }
        memory?.forget(allBut: markdown)
        for (path, outcome) in zip(markdown, outcomes) {
            let name = FileName(path)
            switch outcome {
            case .failed(let failure): throw failure
            case .refused(let diagnostic):
                diagnostics.append(diagnostic)
                unreadable.append(path)
            case .parsed where name.language == language && plain.contains(name.key):
                diagnostics.append(.secondOriginal(path, language))
            case .parsed(let file, let finding):
                if let finding { diagnostics.append(finding) }
                if name.language == nil || name.language == language {
                    originals.append(file)
                } else {
                    translations.append(file)
                }
            }
        }
    }

    private static func parse(
        _ path: String, loader: FileLoader, default language: Language, memory: ReaderMemory?
    ) -> Outcome {
        do throws(MachineFailure) {
            // Looked at before it is read: what changes meanwhile differs from this.
            let state = memory.map { _ in ReaderMemory.FileState(loader.project + "/" + path) }
            if let memory, let state, let known = memory.file(path, in: state, default: language) {
                return .parsed(known.file, known.finding)
            }
            switch try loader.text(path) {
            case .failure(let refusal): return .refused(refusal.diagnostic)
            case .success((let text, let finding)):
                let known = memory?.file(path, bytes: text.bytes, default: language)
                let file = known ?? ContentFile(FileName(path), source: text, default: language)
                if let memory, let state { memory.keep(file, finding: finding, state: state, default: language) }
                return .parsed(file, finding)
            }
        } catch {
            return .failed(error)
        }
    }
}
