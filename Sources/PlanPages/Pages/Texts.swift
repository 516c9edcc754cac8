package import PlanMarkdown
import Synchronization

/// The parsed texts of the content, by file, which note who reads them: so a build knows what a page was made from.
package struct Texts: Sendable {
    private let documents: ParsedTexts
    private var log: Log?

    package init(_ documents: ParsedTexts) { self.documents = documents }

    package subscript(file: String) -> MarkdownDocument? {
        log?.note(file)
        return documents[file]
    }

    /// The headings of a text, each with its anchor: they are a part of what it means to all others
    /// (`ReadResult.meanings`), so reading them isn't noted.
    func headings(of file: String) -> [(heading: MarkdownDocument.Heading, anchor: String?)] {
        guard let document = documents.resting(file) else { return [] }
        return document.headings.map { ($0, document.anchors[$0.node]) }
    }

    /// The anchor of one of ``headings(of:)``, by its place among them.
    func anchor(_ place: Int, of file: String) -> String? {
        guard let document = documents.resting(file), document.headings.indices.contains(place) else { return nil }
        return document.anchors[document.headings[place].node]
    }

    /// The same texts, with a log that notes each that is read.
    func noting(_ log: Log) -> Texts {
        var texts = self
        texts.log = log
        return texts
    }

    /// The files whose texts were read, from any thread.
    package final class Log: Sendable {
        private let read = Mutex<Set<String>>([])

        package init() {}

        package var files: Set<String> { read.withLock(\.self) }

        fileprivate func note(_ file: String) { _ = read.withLock { $0.insert(file) } }
    }
}
