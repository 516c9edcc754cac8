import PlanFiles
import PlanModel

/// Reads `Site/site.yaml` and `Site/Strings`.
struct SiteReader {
    private(set) var configuration = SiteConfiguration()
    private(set) var strings: [Language: InterfaceStrings] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - project: path of the project folder.
    ///   - defaults: path of the folder with the default `Site`.
    init(project: String, defaults: String) throws(MachineFailure) {
        if let source = try load("Site/site.yaml", from: project) {
            let reader = ConfigurationReader(source)
            configuration = reader.configuration
            diagnostics += reader.diagnostics + TextFindings(site: source).diagnostics
        }
        for language in Language.allCases {
            let path = "Site/Strings/\(language.rawValue).yaml"
            var entries: [String: String] = [:]
            if let source = try load(path, from: defaults) { entries = read(source, known: nil) }
            if project != defaults, let source = try load(path, from: project) {
                let words = read(source, known: Set(entries.keys))
                entries.merge(words) { _, own in own }
            }
            strings[language] = InterfaceStrings(language: language, entries: entries)
        }
    }

    /// The text of a file, or `nil` where there is none or it can't be read.
    private mutating func load(_ path: String, from folder: String) throws(MachineFailure) -> SourceText? {
        guard let status = try FileSystem.status(folder + "/" + path), status.kind == .file else { return nil }
        switch try FileLoader(project: folder).text(path) {
        case .success((let text, let finding)):
            if let finding { diagnostics.append(finding) }
            return text
        case .failure(let refusal):
            // An empty file says nothing, and nothing has a default.
            if refusal.diagnostic.code != .emptyFile { diagnostics.append(refusal.diagnostic) }
            return nil
        }
    }

    /// - Parameter known: the keys that the site has words for; `nil` for the program's own, which say them.
    private mutating func read(_ source: SourceText, known: Set<String>?) -> [String: String] {
        let reader = StringsReader(source, known: known)
        diagnostics += reader.diagnostics
        return reader.entries
    }
}

/// The words of the interface in one file: nested keys become dotted ones.
struct StringsReader {
    private(set) var entries: [String: String] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    private let known: Set<String>?

    init(_ source: SourceText, known: Set<String>?) {
        self.known = known
        let reader = YAMLReader(source, range: 0..<source.bytes.count)
        diagnostics = reader.diagnostics
        guard let root = reader.root else { return }
        guard case .mapping(let pairs) = root.value else {
            diagnostics.append(.siteNotKeys(at: root.position))
            return
        }
        flatten(pairs, prefix: "")
    }

    private mutating func flatten(_ pairs: [YAMLPair], prefix: String) {
        for pair in pairs {
            let key = prefix + pair.key.value
            switch pair.value.value {
            case .scalar(let text):
                if text.trimmed().isEmpty {
                    diagnostics.append(.missingString(key, at: pair.key.position))
                } else if let known, !known.contains(key),
                    let near = Spelling.nearest(to: key, among: known.sorted())
                {
                    diagnostics.append(.misspeltString(key, nearest: near, at: pair.key.position))
                } else {
                    // Other keys are words for the project's own templates.
                    entries[key] = text
                }
            case .mapping(let inner): flatten(inner, prefix: key + ".")
            case .sequence:
                diagnostics.append(.siteValue(key, .wantsText, at: pair.value.position))
            }
        }
    }
}
