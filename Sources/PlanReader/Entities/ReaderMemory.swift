import PlanFiles
import PlanMarkdown
import PlanModel
import Synchronization

/// The files as they were parsed last, so that one process which reads again reads and parses only what has changed.
package final class ReaderMemory: Sendable {
    struct Kept {
        let file: ContentFile
        /// What kept the file from being read as it should be.
        let finding: Diagnostic?
        fileprivate let stamp: FileSystem.Stamp?
        fileprivate let language: Language
    }

    /// What the system says of a file before it is read.
    struct FileState: Sendable {
        /// `nil` where the file was changed so shortly before that a later change might look the same.
        fileprivate let stamp: FileSystem.Stamp?

        /// - Parameter now: when the file was looked at, or before.
        init(_ stamp: FileSystem.Stamp?, at now: Int64) {
            self.stamp = stamp.flatMap { $0.isTooFresh(at: now) ? nil : $0 }
        }
    }

    private let kept = Mutex<[String: Kept]>([:])

    package init() {}

    /// The file as it was parsed, if nothing has touched it since.
    func file(_ path: String, in state: FileState, default language: Language) -> Kept? {
        guard let stamp = state.stamp, let known = kept.withLock({ $0[path] }), known.language == language,
            known.stamp == stamp
        else { return nil }
        return known
    }

    /// The file as it was parsed, if it holds the very same text.
    func file(_ path: String, bytes: [UInt8], default language: Language) -> ContentFile? {
        guard let known = kept.withLock({ $0[path] }), known.language == language, known.file.document.source == bytes
        else {
            return nil
        }
        return known.file
    }

    func keep(_ file: ContentFile, finding: Diagnostic?, state: FileState, default language: Language) {
        let entry = Kept(file: file, finding: finding, stamp: state.stamp, language: language)
        kept.withLock { $0[file.path] = entry }
    }

    func forget(allBut paths: [String]) {
        let paths = Set(paths)
        kept.withLock { kept in kept = kept.filter { paths.contains($0.key) } }
    }
}
