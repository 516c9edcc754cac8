import Mustache
package import PlanModel

/// The page layouts: the program's own, each replaced by the project's of the same name.
package struct TemplateSet: Sendable {
    private let prepared: PreparedTemplates
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
        prepared = PreparedTemplates(
            MustacheLibrary(templates: templates),
            holdsMarks: sources.values.contains(where: PreparedTemplates.holdsMark))
        self.diagnostics = (diagnostics + check.diagnostics).sorted()
    }

    /// What a page holds within the layout: its kind's template, in UTF-8.
    func content(_ kind: PageKind, values: TemplateValues) -> [UInt8] {
        prepared.render(kind.rawValue, TemplateSchema.names(of: kind), values)
    }

    /// A whole page, in UTF-8.
    func page(_ content: [UInt8], layout: TemplateValues) -> [UInt8] {
        prepared.render(Self.layoutName, TemplateSchema.layout, layout, content: content)
    }
}
