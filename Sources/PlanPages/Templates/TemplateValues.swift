import Mustache
package import PlanModel

/// What a template can place on a page.
package enum TemplateValue: Sendable {
    /// Words, or finished HTML for `{{{…}}}`; empty text counts as nothing.
    case text(String)
    case list([TemplateValues])

    /// The words of a text; `nil` for a list.
    var text: String? { if case .text(let text) = self { text } else { nil } }
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
