import Foundation
import Testing
import PlanMarkdown
import PlanModel

/// One example of a specification.
struct SpecExample: Codable, Sendable, CustomTestStringConvertible {
    let file: String?
    let example: Int
    let section: String
    let markdown: String
    let html: String

    var testDescription: String { "\(file ?? "spec") \(example), \(section)" }

    static let commonMark = read("commonmark/spec-0.30.json")
    static let tables = read("gfm/tables.json")

    private static func read(_ path: String, file: String = #filePath) -> [SpecExample] {
        let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
        let url = folder.appending(path: "Fixtures").appending(path: path)
        guard let data = try? Data(contentsOf: url),
            let examples = try? JSONDecoder().decode([SpecExample].self, from: data)
        else { preconditionFailure("the fixture \(path) can't be read") }
        return examples
    }
}

/// Resolves nothing: documents are drawn as libcmark and GitHub draw them.
struct PlainResolver: ProseResolver {
    var footnoteWords: FootnoteWords { FootnoteWords(note: "Note", back: "Back", section: "Notes") }
}

/// A text whose marks (1️⃣ to 9️⃣) have been taken out and turned into positions.
struct MarkedText {
    let source: SourceText
    private let marks: [Int: SourcePosition]

    init(_ text: String) {
        var clean: [Unicode.Scalar] = []
        var marks: [Int: SourcePosition] = [:]
        var line = 1
        var column = 1
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            // A mark is a digit, a variation selector and a keycap.
            if ("1"..."9").contains(scalar), index + 2 < scalars.count, scalars[index + 2] == "\u{20E3}" {
                marks[Int(scalar.value) - 0x30] = SourcePosition(file: "Content/test.md", line: line, column: column)
                index += 3
                continue
            }
            clean.append(scalar)
            column += 1
            if scalar == "\n" {
                line += 1
                column = 1
            }
            index += 1
        }
        var cleanText = String.UnicodeScalarView()
        cleanText.append(contentsOf: clean)
        source = SourceText(file: "Content/test.md", String(cleanText))
        self.marks = marks
    }

    subscript(mark: Int) -> SourcePosition? { marks[mark] }

    var document: MarkdownDocument { MarkdownDocument(parsing: source, fromLine: 1, language: .swedish) }
}

extension MarkdownDocument {
    init(_ text: String) {
        self.init(parsing: SourceText(file: "Content/test.md", text), fromLine: 1, language: .swedish)
    }

    var html: String {
        var html = HTML()
        let renderer = ProseRenderer(document: self, resolver: PlainResolver())
        renderer.renderAll(into: &html)
        renderer.renderFootnotes(into: &html)
        return html.string
    }

    var codes: [DiagnosticCode] { diagnostics.map(\.code) }
}
