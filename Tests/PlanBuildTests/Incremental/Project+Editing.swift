import Foundation
import PlanFiles

/// What edits go by: files in one order, whatever the disk says.
extension Project {
    /// Files below a folder of the project, as paths from the project folder.
    func paths(in folder: String, _ isWanted: (String) -> Bool = { _ in true }) -> [String] {
        FileSystem.files(below: self.folder + "/" + folder).map { folder + "/" + $0 }.filter(isWanted)
    }

    var markdownPaths: [String] { paths(in: "Content") { $0.hasSuffix(".md") } }

    /// The folders of Content, as paths from the project folder.
    var contentFolders: [String] {
        ["Content"] + FileSystem.tree(below: folder + "/Content").folders.map { "Content/" + $0 }
    }

    /// The folders of plans, units and organisations: with an `index.md`.
    var places: [String] {
        markdownPaths.filter { $0.hasSuffix("/index.md") && $0 != "Content/index.md" }.map {
            String($0.dropLast("/index.md".count))
        }
    }

    func bytes(_ path: String) throws -> [UInt8] { try FileSystem.bytes(of: folder + "/" + path) }

    func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// Edits one Markdown file in place.
    ///
    /// - Returns: its path, or `nil` where the change left it as it was.
    func edit(_ path: String, _ change: (inout MarkdownText) throws -> Void) throws -> String? {
        let before = try text(path)
        var markdown = MarkdownText(before)
        try change(&markdown)
        guard markdown.text != before else { return nil }
        try write(markdown.text, to: path)
        return path
    }

    /// All that people have written, by path.
    func sources() throws -> [String: [UInt8]] {
        var sources: [String: [UInt8]] = [:]
        for path in ["Content", "Site", "Assets"].flatMap({ paths(in: $0) }) { sources[path] = try bytes(path) }
        return sources
    }

    /// Goes back to what was written before; only what differs is touched. Links and pipes go away.
    ///
    /// - Returns: the files that were touched.
    func restore(_ sources: [String: [UInt8]]) throws -> [String] {
        for folder in ["Content", "Site", "Assets"] {
            let others = FileSystem.tree(below: self.folder + "/" + folder).others
            for path in others { try FileSystem.remove("\(self.folder)/\(folder)/\(path)") }
        }
        let now = try self.sources()
        let touched = Set(now.keys).union(sources.keys).filter { now[$0] != sources[$0] }.sorted()
        for path in touched where sources[path] == nil { try FileSystem.remove(folder + "/" + path) }
        for path in touched {
            guard let bytes = sources[path] else { continue }
            // A folder may stand where the file stood.
            if FileSystem.isFolder(folder + "/" + path) { try FileSystem.remove(folder + "/" + path) }
            try write(Data(bytes), to: path)
        }
        return touched
    }
}
