import PlanMarkdown
import PlanModel

/// The CSV files that tables name, each read once.
struct CSVLibrary {
    /// The findings of the files, each once however many tables name it.
    private(set) var diagnostics: [Diagnostic] = []
    private let loader: FileLoader
    /// The attachments of Content.
    private let files: Set<String>
    /// `nil` where a file can't be read.
    private var read: [String: Sheet?] = [:]

    init(loader: FileLoader, files: Set<String>) {
        self.loader = loader
        self.files = files
    }

    /// What could be read, by path.
    var sheets: [Sheet] { read.sorted { $0.key < $1.key }.compactMap(\.value) }

    /// Reads the files that the captions of a Markdown file name.
    mutating func load(for file: ContentFile) throws(MachineFailure) {
        for table in file.document.tables {
            guard let caption = table.caption, caption.namesFile else { continue }
            for (key, value) in caption.attributes where key.value == CaptionReader.Attribute.src.rawValue {
                guard case .success(let path) = path(value, from: file.path), read[path] == nil else { continue }
                let result: Result<Sheet, FileLoader.Refusal> =
                    switch try loader.bytes(path) {
                    case .success(let bytes): CSVFile.sheet(path, bytes: bytes)
                    case .failure(let refusal): .failure(refusal)
                    }
                switch result {
                case .success(let sheet): read[path] = .some(sheet)
                case .failure(let refusal):
                    read[path] = .some(nil)
                    diagnostics.append(refusal.diagnostic)
                }
            }
        }
    }

    /// The cells that a caption's `src=` names, which must be loaded.
    ///
    /// - Returns: `nil` where the file can't be read, which is already reported.
    func sheet(_ path: Located<String>, from file: String) -> Result<Sheet?, FileLoader.Refusal> {
        self.path(path, from: file).map { read[$0] ?? nil }
    }

    /// The path from the project folder of a file in Content.
    ///
    /// - Parameters:
    ///   - path: the value of `src=`, counted from the folder of the Markdown file.
    ///   - file: the Markdown file.
    private func path(_ path: Located<String>, from file: String) -> Result<String, FileLoader.Refusal> {
        let folder = file.split(separator: "/").dropLast().map(String.init)
        guard let full = Self.join(folder, path.value) else {
            return .failure(FileLoader.Refusal(diagnostic: .sourceOutside(path)))
        }
        if files.contains(full) { return .success(full) }
        let prefix = folder.joined(separator: "/") + "/"
        let beside = files.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
        let near = Spelling.nearest(to: path.value, among: beside)
        return .failure(FileLoader.Refusal(diagnostic: .sourceMissing(path, nearest: near)))
    }

    /// The path from the project folder, or `nil` where it leads out of Content.
    static func join(_ folder: [String], _ path: String) -> String? {
        guard !path.hasPrefix("/"), !path.contains("\\") else { return nil }
        var parts = folder
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard parts.count > 1 else { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
