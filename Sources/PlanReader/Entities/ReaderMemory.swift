import PlanModel
import Synchronization

/// The files as they were parsed last, so that one process which reads again parses only what has changed.
package final class ReaderMemory: Sendable {
    private struct Kept {
        let file: ContentFile
        let language: Language
    }

    private let kept = Mutex<[String: Kept]>([:])

    package init() {}

    /// The file as it was parsed, if it holds the very same text.
    func file(_ path: String, bytes: [UInt8], default language: Language) -> ContentFile? {
        guard let known = kept.withLock({ $0[path] }), known.language == language, known.file.source.bytes == bytes
        else {
            return nil
        }
        return known.file
    }

    func keep(_ file: ContentFile, default language: Language) {
        kept.withLock { $0[file.path] = Kept(file: file, language: language) }
    }

    func forget(allBut paths: [String]) {
        let paths = Set(paths)
        kept.withLock { kept in kept = kept.filter { paths.contains($0.key) } }
    }
}
