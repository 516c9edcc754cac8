/// Where a link or image of the author's leads on the page being written.
package enum LinkTarget: Sendable, Equatable {
    /// The destination as it is written.
    case keep
    /// An address for `href` or `src`, not yet escaped.
    case href(String)
    /// Nowhere: a link is left as its text, an image as its alternative text.
    case omit
}

/// The words that footnotes need on a page, in its language.
package struct FootnoteWords: Sendable {
    /// Names a reference for those who hear the page: "Fotnot", followed by its number.
    package var note: String
    /// Names the way back from a note: "Till texten".
    package var back: String
    /// Names the section of notes: "Fotnoter".
    package var section: String

    package init(note: String, back: String, section: String) {
        self.note = note
        self.back = back
        self.section = section
    }
}

/// What a page knows that a document doesn't: addresses, anchors, and how tables are drawn.
///
/// The defaults draw a document as libcmark does.
package protocol ProseResolver {
    func link(_ destination: String) -> LinkTarget
    func image(_ source: String) -> LinkTarget
    /// The address and title of what `[A1.2]` stands for, or `nil` where it is no id.
    func bracket(_ text: String) -> (href: String, title: String?)?
    /// The id of a heading, which is given as an index into ``MarkdownDocument/nodes``; `nil` for none.
    func headingAnchor(_ node: Int) -> String?
    /// The accessible name of a link to a heading of its own, drawn after its text; `nil` for none.
    func headingLink(_ node: Int) -> String?
    /// Draws the words of a text node, where the page adds to them.
    ///
    /// - Returns: whether it has; else they are drawn as they stand.
    func renderText(_ index: Int, _ node: MarkdownNode, into html: inout HTML) -> Bool
    /// Levels added to every heading; none goes below level 6.
    var headingShift: Int { get }
    /// Draws a table with its caption.
    ///
    /// - Returns: whether it has; else the table is drawn as GitHub draws it.
    func renderTable(_ index: Int, document: MarkdownDocument, into html: inout HTML) -> Bool
    /// Whether numbers are kept on one line with their unit.
    var bindsFigures: Bool { get }
    /// What ids of footnotes begin with, where several documents share a page.
    var footnotePrefix: String { get }
    var footnoteWords: FootnoteWords { get }
}

extension ProseResolver {
    package func link(_ destination: String) -> LinkTarget { .keep }
    package func image(_ source: String) -> LinkTarget { .keep }
    package func bracket(_ text: String) -> (href: String, title: String?)? { nil }
    package func headingAnchor(_ node: Int) -> String? { nil }
    package func headingLink(_ node: Int) -> String? { nil }
    package func renderText(_ index: Int, _ node: MarkdownNode, into html: inout HTML) -> Bool { false }
    package var headingShift: Int { 0 }
    package func renderTable(_ index: Int, document: MarkdownDocument, into html: inout HTML) -> Bool { false }
    package var bindsFigures: Bool { false }
    package var footnotePrefix: String { "" }
}
