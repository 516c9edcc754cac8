import Mustache
import PlanMarkdown
import PlanModel
import Synchronization

/// Templates as pieces of text with places between them.
///
/// swift-mustache looks every name up anew for each page. Which pieces a template gives depends only on which values are
/// there and how many a list has, so it is asked once for each such shape, with a mark in place of each text; pages of
/// the same shape are put together from the answer.
final class PreparedTemplates: Sendable {
    /// More shapes than this aren't kept; a site has some dozens.
    private static let most = 1000

    private let library: MustacheLibrary
    /// Whether a template holds the signs that marks are made of.
    private let holdsMarks: Bool
    private let known = Mutex<[TemplateShape: [Piece]]>([:])

    private enum Piece {
        case text([UInt8])
        /// A value by its number, and whether it is escaped.
        case value(Int, isEscaped: Bool)
    }

    init(_ library: MustacheLibrary, holdsMarks: Bool) {
        self.library = library
        self.holdsMarks = holdsMarks
    }

    /// Renders a template.
    ///
    /// - Parameters:
    ///   - names: the values that the template may place; what isn't among them is not seen.
    ///   - content: finished HTML for the name `content`.
    func render(_ template: String, _ names: [TemplateSchema.Name], _ values: TemplateValues, content: [UInt8]? = nil)
        -> [UInt8]
    {
        guard !holdsMarks else {
            var values = values
            if let content { values["content"] = .text(String(decoding: content, as: UTF8.self)) }
            return Array((library.render(values, withTemplate: template) ?? "").utf8)
        }
        // Its bytes are put in as they are; a text stands in for the lookup.
        let standIn = content.map { TemplateValue.text($0.isEmpty ? "" : FlatValues.content) }
        let flat = FlatValues(values, names: names, template: template, content: standIn)
        let contentNumber = flat.contentNumber
        let pieces = known.withLock { $0[flat.shape] } ?? self.pieces(of: flat, values, names, content: standIn)
        var html = HTML(reservingCapacity: length(of: pieces, flat.texts) + (content?.count ?? 0))
        for piece in pieces {
            switch piece {
            case .text(let bytes): html.bytes.append(contentsOf: bytes)
            case .value(let number, _) where number == contentNumber && content != nil:
                html.bytes.append(contentsOf: content ?? [])
            case .value(let number, isEscaped: true): Self.append(escaped: flat.texts[number].text ?? "", to: &html)
            case .value(let number, isEscaped: false):
                switch flat.texts[number] {
                case .text(let text): html.append(raw: text)
                case .markup(let markup): html.append(raw: markup)
                case .list: break
                }
            }
        }
        return html.bytes
    }

    /// How many bytes the pieces have, and some more for what is escaped.
    private func length(of pieces: [Piece], _ texts: [TemplateValue]) -> Int {
        pieces.reduce(512) { length, piece in
            switch piece {
            case .text(let bytes): length + bytes.count
            case .value(let number, _):
                switch texts[number] {
                case .text(let text): length + text.utf8.count
                case .markup(let html): length + html.bytes.count
                case .list: length
                }
            }
        }
    }

    private func pieces(
        of flat: FlatValues, _ values: TemplateValues, _ names: [TemplateSchema.Name], content: TemplateValue?
    ) -> [Piece] {
        var values = values
        if let content { values[FlatValues.content] = content }
        var number = 0
        let marked = values.mapTexts(names) { _ in
            defer { number += 1 }
            return Self.open + "\(number)&" + Self.close
        }
        let pieces = Self.split(library.render(marked, withTemplate: flat.shape.template) ?? "")
        known.withLock { if $0.count < Self.most { $0[flat.shape] = pieces } }
        return pieces
    }

    private static let open = "\u{F0000}"
    private static let close = "\u{F0001}"

    /// Whether a text holds the sign that a mark begins with.
    static func holdsMark(_ text: SourceText) -> Bool { text.bytes.contains(text: open) }

    private static func split(_ text: String) -> [Piece] {
        let bytes = Array(text.utf8)
        let (open, close) = (Array(open.utf8), Array(close.utf8))
        var pieces: [Piece] = []
        var start = 0
        while let mark = bytes.firstOffset(of: open, from: start), let end = bytes.firstOffset(of: close, from: mark) {
            if mark > start { pieces.append(.text(Array(bytes[start..<mark]))) }
            let inner = String(decoding: bytes[(mark + open.count)..<end], as: UTF8.self)
            // `12&`, or `12&amp;` where the template escapes.
            if let number = Int(inner.prefix { $0 != "&" }) {
                pieces.append(.value(number, isEscaped: !inner.hasSuffix("&")))
            }
            start = end + close.count
        }
        if start < bytes.count { pieces.append(.text(Array(bytes[start...]))) }
        return pieces
    }

    /// As `{{…}}` escapes: also the apostrophe, for those who write attributes in single quotes.
    private static func append(escaped text: String, to html: inout HTML) {
        var copy = text
        guard copy.withUTF8({ $0.holds(0x27) }) else { return html.append(text: text) }
        if text.isPlain { return append(escapedPlain: text, to: &html) }
        for (index, part) in text.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { html.append("&#39;") }
            html.append(text: String(part))
        }
    }
}

extension PreparedTemplates {
    /// The same byte by byte.
    private static func append(escapedPlain text: String, to html: inout HTML) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where bytes[index] == 0x27 {
                html.appendEscaped(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                html.append("&#39;")
                start = index + 1
            }
            html.appendEscaped(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }
}

/// Which template is rendered, which values are there, and how many each list has.
private struct TemplateShape: Hashable {
    let template: String
    let present: [Int]
}

/// The texts of a page in the order of the template's known names.
private struct FlatValues {
    private(set) var texts: [TemplateValue] = []
    /// The number of the text that stands in for the content.
    private(set) var contentNumber: Int?
    let shape: TemplateShape

    /// The name of what a layout is laid around.
    static let content = "content"

    /// - Parameter content: what stands under that name, whatever the values have there.
    init(_ values: TemplateValues, names: [TemplateSchema.Name], template: String, content: TemplateValue?) {
        var present: [Int] = []
        var texts: [TemplateValue] = []
        present.reserveCapacity(names.count + 64)
        texts.reserveCapacity(names.count + 64)
        func add(_ value: TemplateValue?) -> Bool {
            guard let value, value.isFilled else {
                present.append(0)
                return false
            }
            present.append(1)
            texts.append(value)
            return true
        }
        for name in names {
            switch name {
            case .text(let name):
                if let content, name == Self.content {
                    if add(content) { contentNumber = texts.count - 1 }
                } else {
                    _ = add(values[name])
                }
            case .list(let name, let inner):
                guard case .list(let items) = values[name] else {
                    present.append(0)
                    continue
                }
                present.append(items.count)
                for item in items { for name in inner { _ = add(item[name]) } }
            }
        }
        self.texts = texts
        shape = TemplateShape(template: template, present: present)
    }
}

extension TemplateValues {
    /// The same values with other texts, asked for in the order of the names.
    fileprivate func mapTexts(_ names: [TemplateSchema.Name], _ transform: (String) -> String) -> TemplateValues {
        var result = self
        for name in names {
            switch name {
            case .text(let name):
                if self[name]?.isFilled == true { result[name] = .text(transform(name)) }
            case .list(let name, let inner):
                guard case .list(let items) = self[name] else { continue }
                result[name] = .list(items.map { $0.mapTexts(inner.map(TemplateSchema.Name.text), transform) })
            }
        }
        return result
    }
}
