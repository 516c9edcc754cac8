import Mustache
package import PlanModel

/// The page layouts: the program's own, each replaced by the project's of the same name.
package struct TemplateSet: Sendable {
    private let library: MustacheLibrary
    /// Misspelt names, missing partials and broken tags.
    package let diagnostics: [Diagnostic]

    static let layoutName = "layout"

    /// Parses and checks templates.
    ///
    /// - Parameters:
    ///   - sources: the templates by name, without `.mustache`.
    ///   - own: the names of those that the project brings: it is told of one that no page uses.
    ///   - strings: the keys that `{{t.…}}` may name.
    package init(_ sources: [String: SourceText], own: Set<String>, strings: Set<String>) {
        var templates: [String: MustacheTemplate] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            let text = String(decoding: source.bytes, as: UTF8.self)
            do {
                templates[name] = try MustacheTemplate(string: text)
            } catch let error as MustacheTemplate.ParserError {
                let position = SourcePosition(
                    file: source.file, line: error.context.lineNumber, column: max(1, error.context.columnNumber))
                diagnostics.append(.templateSyntax(error.error, at: position))
            } catch {
                diagnostics.append(
                    .templateSyntax(error, at: SourcePosition(file: source.file, line: 1, column: 1)))
            }
        }
        var check = TemplateCheck(sources: sources, own: own, strings: strings)
        check.run()
        library = MustacheLibrary(templates: templates)
        self.diagnostics = (diagnostics + check.diagnostics).sorted()
    }

    /// Renders a page: its kind's template within the layout.
    func render(_ kind: PageKind, values: TemplateValues, layout: TemplateValues) -> String {
        var layout = layout
        layout["content"] = .text(library.render(values, withTemplate: kind.rawValue) ?? "")
        return Self.shown(library.render(layout, withTemplate: Self.layoutName) ?? "")
    }

    /// A page without what nobody sees: Mustache escapes markup alone, so that titles may bring what ``HTML`` keeps out.
    private static func shown(_ page: String) -> String {
        var page = page
        let isClean = page.withUTF8 { bytes in
            var last: (UInt8, UInt8) = (0, 0)
            for byte in bytes {
                if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
                if byte == 0x7F { return false }
                // U+202A–202E and U+2066–2069
                if last == (0xE2, 0x80), (0xAA...0xAE).contains(byte) { return false }
                if last == (0xE2, 0x81), (0xA6...0xA9).contains(byte) { return false }
                last = (last.1, byte)
            }
            return true
        }
        guard !isClean else { return page }
        var shown = String.UnicodeScalarView()
        for scalar in page.unicodeScalars where !scalar.turnsDirection {
            let isHidden = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) || scalar.value == 0x7F
            shown.append(isHidden ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}
