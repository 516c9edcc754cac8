import PlanMarkdown

/// Whether the elements of a table state their roles: on a phone, tables of texts are laid out as blocks, and an element
/// that is no longer laid out as a table is none to a screen reader unless it says so.
enum TableRoles {
    /// The elements mean what they are.
    case implied
    case stated

    /// Writes a start tag.
    ///
    /// - Parameters:
    ///   - tag: the element's name.
    ///   - role: what it is in a table (WAI-ARIA 1.2).
    ///   - attributes: further attributes, none of them the author's text.
    func open(_ tag: StaticString, _ role: StaticString, _ attributes: StaticString? = nil, into html: inout HTML) {
        html.append("<")
        html.append(tag)
        append(role, into: &html)
        if let attributes {
            html.append(" ")
            html.append(attributes)
        }
        html.append(">")
    }

    /// Writes the role within a start tag.
    func append(_ role: StaticString, into html: inout HTML) {
        guard self == .stated else { return }
        html.append(" role=\"")
        html.append(role)
        html.append("\"")
    }
}
