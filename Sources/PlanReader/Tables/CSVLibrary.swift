import PlanModel

/// The CSV files that tables name, each read once.
struct CSVLibrary {
    private let loader: FileLoader
    /// The attachments of Content.
    private let files: Set<String>
    private var read: [String: Result<Sheet, FileLoader.Refusal>] = [:]
    private var reported: Set<String> = []

    init(loader: FileLoader, files: Set<String>) {
        self.loader = loader
        self.files = files
    }

    /// What could be read, by path.
    var sheets: [Sheet] {
        read.sorted { $0.key < $1.key }.compactMap { try? $0.value.get() }
    }

    /// Why a table has no cells; `diagnostic` is `nil` where the file's fault is already reported.
    struct Refusal: Error {
        let diagnostic: Diagnostic?
    }

    /// The cells of a file.
    ///
    /// - Parameters:
    ///   - path: the value of `src=`, counted from the folder of the Markdown file.
    ///   - file: the Markdown file.
    mutating func sheet(
        _ path: Located<String>, from file: String
    ) throws(MachineFailure) -> Result<Sheet, Refusal> {
        let folder = file.split(separator: "/").dropLast().map(String.init)
        guard let full = Self.join(folder, path.value) else {
            return .failure(Refusal(diagnostic: .sourceOutside(path)))
        }
        guard files.contains(full) else {
            let prefix = folder.joined(separator: "/") + "/"
            let beside = files.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
            let near = Spelling.nearest(to: path.value, among: beside)
            return .failure(Refusal(diagnostic: .sourceMissing(path, nearest: near)))
        }
        let result: Result<Sheet, FileLoader.Refusal>
        if let known = read[full] {
            result = known
        } else {
            switch try loader.bytes(full) {
            case .success(let bytes): result = CSVFile.sheet(full, bytes: bytes)
            case .failure(let refusal): result = .failure(refusal)
            }
            read[full] = result
        }
        switch result {
        case .success(let sheet): return .success(sheet)
        case .failure(let refusal):
            let isNew = reported.insert(full).inserted
            return .failure(Refusal(diagnostic: isNew ? refusal.diagnostic : nil))
        }
    }

    /// The path from the project folder, or `nil` where it leads out of Content.
    private static func join(_ folder: [String], _ path: String) -> String? {
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
