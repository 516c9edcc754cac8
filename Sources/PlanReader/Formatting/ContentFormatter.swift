import PlanFiles
package import PlanModel

/// Finds the Markdown files of a project and how they should be set out.
package struct ContentFormatter: Sendable {
    package struct File: Sendable {
        /// Relative to the project folder.
        package let path: String
        /// As it should be; `nil` where it is so already, or where the file could not be read.
        package let formatted: [UInt8]?
        /// Why it was left alone.
        package let diagnostics: [Diagnostic]
    }

    /// Every Markdown file of `Content`, sorted by path.
    package static func files(of project: String) throws(MachineFailure) -> [File] {
        let walk = try ContentWalk(project: project)
        var files: [File] = []
        for file in walk.files where file.isMarkdown {
            if let found = try Self.file(file.path, in: project) { files.append(found) }
        }
        return files
    }

    /// One file; `nil` where it is empty.
    ///
    /// - Parameter path: relative to `project`.
    package static func file(_ path: String, in project: String) throws(MachineFailure) -> File? {
        switch try FileLoader(project: project).bytes(path) {
        case .failure(let refusal):
            return refusal.diagnostic.code == .emptyFile
                ? nil : File(path: path, formatted: nil, diagnostics: [refusal.diagnostic])
        case .success(let bytes):
            switch FileFormatter.format(bytes, path: path) {
            case .unread(let diagnostics): return File(path: path, formatted: nil, diagnostics: diagnostics)
            case .formatted(let text):
                return File(path: path, formatted: text == bytes ? nil : text, diagnostics: [])
            }
        }
    }
}
