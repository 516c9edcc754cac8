import Mustache
package import PlanMarkdown
package import PlanModel

/// What a template can place on a page.
package enum TemplateValue: Sendable {
    /// Words, or finished HTML for `{{{…}}}`; empty text counts as nothing.
    case text(String)
    /// Much finished HTML for `{{{…}}}`, which is put in as it is.
    case markup(HTML)
    case list([TemplateValues])

    /// The words of a text; `nil` for a list.
    var text: String? {
        switch self {
        case .text(let text): text
        case .markup(let html): html.string
        case .list: nil
        }
    }

    /// Whether a text or HTML is there.
    var isFilled: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .markup(let html): !html.isEmpty
        case .list: false
        }
    }
}

/// The named values that one template is given.
package struct TemplateValues: Sendable, MustacheParent {
    private var values: [String: TemplateValue]
    private let strings: InterfaceStrings?

    package init(_ values: [String: TemplateValue] = [:], strings: InterfaceStrings? = nil) {
        self.values = values
        // A layout has some fifty: room once, rather than four times.
        if values.isEmpty { self.values.reserveCapacity(64) }
        self.strings = strings
    }

    package subscript(name: String) -> TemplateValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// What swift-mustache asks for a name: nothing for an empty text or list, so that sections can test for it.
    package func child(named name: String) -> Any? {
        if name == TemplateSchema.strings { return strings.map { StringsNode(strings: $0, prefix: "") } }
        switch values[name] {
        case .text(let text): return text.isEmpty ? nil : text
        case .markup(let html): return html.isEmpty ? nil : html.string
        case .list(let items): return items.isEmpty ? nil : items
        case nil: return nil
        }
    }
}

/// `t.nav.skip` in a template: a step down the keys of the interface strings.
private struct StringsNode: MustacheParent {
    let strings: InterfaceStrings
    let prefix: String

    func child(named name: String) -> Any? {
        let key = prefix.isEmpty ? name : prefix + "." + name
        return strings.has(key) ? strings(key) : StringsNode(strings: strings, prefix: key)
    }
}
