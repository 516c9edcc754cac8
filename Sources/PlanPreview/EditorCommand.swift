import Foundation
import PlanFiles
package import PlanModel

/// The editor that opens a file at a line: `code -g {file}:{line}:{column}`.
package struct EditorCommand: Sendable {
    private let words: [String]

    /// Reads a command as it is written: words between blanks, `"…"` and `'…'` hold words together. No shell reads it.
    ///
    /// - Returns: `nil` where there is no word.
    package init?(_ text: String) {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        guard let first = words.first, !first.isEmpty else { return nil }
        self.words = words
    }

    /// The program that is started.
    package var program: String { words[0] }

    /// Whether there is such a program: a path, or a name in one of the folders of `PATH`.
    package func isThere(path: String? = ProcessInfo.processInfo.environment["PATH"]) -> Bool {
        let candidates =
            program.contains("/")
            ? [program] : (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map { "\($0)/\(program)" }
        return candidates.contains { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The words of the call for a place; the file comes last where the command doesn't say where.
    package func call(_ position: SourcePosition, in project: String) -> [String] {
        let file = project + "/" + position.file
        let hasFile = words.dropFirst().contains { $0.contains("{file}") }
        return [words[0]]
            + words.dropFirst().map { word in
                word.replacing("{line}", with: String(position.line))
                    .replacing("{column}", with: String(position.column)).replacing("{file}", with: file)
            } + (hasFile ? [] : [file])
    }

    /// Starts the editor and does not wait for it.
    ///
    /// - Returns: whether it could be started. Only files of the project's own folders are opened.
    func open(_ position: SourcePosition, in project: String) -> Bool {
        guard let root = FileSystem.resolved(project), let file = FileSystem.resolved(project + "/" + position.file),
            FolderSnapshot.watched.contains(where: { position.file.hasPrefix($0 + "/") }),
            FolderSnapshot.watched.contains(where: { file.hasPrefix(root + "/" + $0 + "/") }),
            (try? FileSystem.status(file))??.kind == .file, position.line > 0, position.column > 0,
            // `env` starts whatever the name is, and says later that there is no such program.
            isThere()
        else { return false }
        let place = SourcePosition(
            file: String(file.dropFirst(root.count + 1)), line: position.line, column: position.column)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = call(place, in: root)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            return true
        } catch {
            return false
        }
    }
}
