import Synchronization

/// The parsed texts of the content, by file. One that nobody has asked for need not have been parsed yet.
package struct ParsedTexts: Sendable {
    private var held: [String: MarkdownDocument]
    private let later: Later?

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

    package subscript(file: String) -> MarkdownDocument? {
        get { held[file] ?? later?.document(file) }
        set { held[file] = newValue }
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
