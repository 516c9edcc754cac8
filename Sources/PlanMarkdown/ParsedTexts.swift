import Foundation
import Synchronization

/// The parsed texts of the content, by file. One that nobody has asked for need not have been parsed yet.
package struct ParsedTexts: Sendable {
    private var held: [String: MarkdownDocument]
    private let later: Later?
    private var recent = Recent()

    package init(_ documents: [String: MarkdownDocument]) {
        held = documents
        later = nil
    }

    /// - Parameters:
    ///   - files: that have a text.
    ///   - parse: reads and parses one of them, on any thread; `nil` where it can't be read any more.
    package init(files: Set<String>, parse: @escaping @Sendable (String) -> MarkdownDocument?) {
        held = [:]
        later = Later(files: files, parse: parse)
    }

    /// A text, ready to be read.
    package subscript(file: String) -> MarkdownDocument? {
        get { resting(file).map { $0.isAwake ? $0 : recent.awake($0, file) } }
        set {
            held[file] = newValue
            recent = Recent()
        }
    }

    /// A text, for a look at a little of it.
    package func resting(_ file: String) -> MarkdownDocument? { held[file] ?? later?.document(file) }

    /// The texts that were fetched last: a page asks for its own some times.
    private final class Recent: Sendable {
        private let fetched = Mutex<[(file: String, document: MarkdownDocument)]>([])

        /// Of each that is at work, its own and perhaps another.
        private static let most = 2 * ProcessInfo.processInfo.activeProcessorCount + 2

        func awake(_ document: MarkdownDocument, _ file: String) -> MarkdownDocument {
            if let known = fetched.withLock({ $0.last { $0.file == file }?.document }) { return known }
            let document = document.awake
            return fetched.withLock { fetched in
                // Another may have fetched it meanwhile.
                if let known = fetched.last(where: { $0.file == file }) { return known.document }
                if fetched.count == Self.most { fetched.removeFirst() }
                fetched.append((file, document))
                return document
            }
        }
    }

    /// Texts that are parsed when they are asked for, and then kept.
    private final class Later: Sendable {
        private let files: Set<String>
        private let parse: @Sendable (String) -> MarkdownDocument?
        private let parsed = Mutex<[String: MarkdownDocument]>([:])

        init(files: Set<String>, parse: @escaping @Sendable (String) -> MarkdownDocument?) {
            self.files = files
            self.parse = parse
        }

        func document(_ file: String) -> MarkdownDocument? {
            guard files.contains(file) else { return nil }
            if let known = parsed.withLock({ $0[file] }) { return known }
            // Two that ask at once get the same.
            guard let document = parse(file) else { return nil }
            parsed.withLock { $0[file] = document }
            return document
        }
    }
}
