import Foundation
import PlanFiles
package import PlanModel
package import PlanReader

/// Sets out a project's Markdown, or one file of it.
package struct ContentFormatting: Sendable {
    /// Every file looked at.
    package let files: [ContentFormatter.File]
    private let project: String

    /// - Parameter path: a project folder, or a Markdown file.
    package init(_ path: String) throws(MachineFailure) {
        if FileSystem.isFolder(path) {
            project = path
            files = try ContentFormatter.files(of: path)
        } else {
            let url = URL(fileURLWithPath: path)
            project = url.deletingLastPathComponent().path
            files = [try ContentFormatter.file(url.lastPathComponent, in: project)].compactMap(\.self)
        }
    }

    /// Those that should be set out anew.
    package var uneven: [ContentFormatter.File] { files.filter { $0.formatted != nil } }

    package func write() throws(MachineFailure) {
        for file in files {
            if let text = file.formatted { try FileSystem.replace(project + "/" + file.path, with: text) }
        }
    }
}
