import Mustache
import PlanModel
import Testing

@testable import PlanPages

/// Pages put together from prepared pieces are what the library itself gives.
@Suite struct PreparedTemplatesTests {
    private static let names: [TemplateSchema.Name] = [
        .text("title"), .text("note"), .text("html"), .list("items", of: ["href", "title"]), .text("content"),
    ]
    private static let template = """
        <h1>{{title}}</h1>{{#note}}<p class="{{note}}">{{.}}</p>{{/note}}{{^note}}–{{/note}}
        {{{html}}}{{#items}}<a href='{{href}}'>{{title}}</a>{{^title}}?{{/title}}
        {{/items}}{{^items}}none{{/items}}{{{content}}}{{t.name}}
        """

    private static func values(_ texts: [String: String], items: [[String: String]] = []) -> TemplateValues {
        var values = TemplateValues(
            texts.mapValues(TemplateValue.text),
            strings: InterfaceStrings(language: .swedish, entries: ["name": "Namn & mer"]))
        values["items"] = .list(items.map { TemplateValues($0.mapValues(TemplateValue.text)) })
        return values
    }

    @Test(
        arguments: [
            (["title": "Plan"], [[:]]),
            (
                ["title": "A & B <c> \"d\" 'e'", "note": "x&y", "html": "<b>&amp;'</b>"],
                [["href": "a'b", "title": "<"]]
            ),
            (["note": "1&2"], [["href": "x"], ["title": "y"], ["href": "z", "title": "ö"]]),
            ([:], []),
            (["title": "0&1 12& {{note}} {{{html}}}", "html": "{{title}}"], [["title": "{{.}}"]]),
        ] as [([String: String], [[String: String]])])
    func aPageIsWhatTheLibraryGives(texts: [String: String], items: [[String: String]]) throws {
        let library = MustacheLibrary(templates: ["page": try MustacheTemplate(string: Self.template)])
        let prepared = PreparedTemplates(library, holdsMarks: false)
        var values = Self.values(texts, items: items)
        let made = String(
            decoding: prepared.render("page", Self.names, values, content: Array("<p>&'</p>".utf8)), as: UTF8.self)
        values["content"] = .text("<p>&'</p>")
        #expect(made == library.render(values, withTemplate: "page"))
        // Once more, from the pieces that are known now.
        #expect(made == String(decoding: prepared.render("page", Self.names, values), as: UTF8.self))
    }

    @Test func aTemplateThatHoldsTheSignOfMarksIsRenderedAllTheSame() throws {
        let source = SourceText(file: "page.mustache", "{{title}} \u{F0000}0&\u{F0001}")
        #expect(PreparedTemplates.holdsMark(source))
        let library = MustacheLibrary(
            templates: ["page": try MustacheTemplate(string: String(decoding: source.bytes, as: UTF8.self))])
        let prepared = PreparedTemplates(library, holdsMarks: true)
        let made = prepared.render("page", Self.names, Self.values(["title": "<"]))
        #expect(String(decoding: made, as: UTF8.self) == "&lt; \u{F0000}0&\u{F0001}")
    }

    /// swift-mustache compares whole characters: a letter joined to `<` would keep it from being escaped.
    @Test func whatIsJoinedToASignDoesNotKeepItFromBeingEscaped() throws {
        let library = MustacheLibrary(templates: ["page": try MustacheTemplate(string: "{{title}}")])
        let prepared = PreparedTemplates(library, holdsMarks: false)
        let made = prepared.render("page", Self.names, Self.values(["title": "<\u{301}script>"]))
        #expect(String(decoding: made, as: UTF8.self) == "&lt;\u{301}script&gt;")
    }

    /// As the words that a value begins with.
    @Test func aValueMayHoldTheSignsOfMarks() throws {
        let library = MustacheLibrary(templates: ["page": try MustacheTemplate(string: "{{title}}|{{note}}")])
        let prepared = PreparedTemplates(library, holdsMarks: false)
        let made = prepared.render(
            "page", Self.names, Self.values(["title": "\u{F0000}1&\u{F0001}", "note": "x"]))
        #expect(String(decoding: made, as: UTF8.self) == "\u{F0000}1&amp;\u{F0001}|x")
    }
}
