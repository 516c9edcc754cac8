/// Whether an SVG holds nothing but a picture: no script, and nothing that is fetched from elsewhere.
///
/// An SVG is also a page that can be opened on its own. All that isn't known to be harmless is refused: elements and
/// namespaces that aren't in the lists, document types, processing instructions and entities of one's own.
/// <https://www.w3.org/TR/SVG2/>, <https://www.w3.org/TR/xml/>
struct PictureScan {
    enum Verdict {
        case picture
        /// No SVG in UTF-8, or not well formed.
        case malformed
        /// What could run or fetch something, or can't be told not to.
        case unsafe
    }

    static func verdict(on bytes: [UInt8]) -> Verdict {
        guard let text = String(validating: bytes, as: UTF8.self) else { return .malformed }
        var scan = PictureScan(text)
        do {
            try scan.read()
            return .picture
        } catch {
            return error == .malformed ? .malformed : .unsafe
        }
    }

    private enum Fault: Error {
        case malformed, unsafe
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// The elements that are open, by their names in small letters.
    private var open: [String] = []
    /// What the style sheet says that is being read.
    private var sheet = ""
    private var hasRoot = false

    private init(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        self.scalars = scalars
    }

    private mutating func read() throws(Fault) {
        while index < scalars.count {
            if scalars[index] != "<" {
                let start = index
                index = scalars[index...].firstIndex(of: "<") ?? scalars.count
                let text = try decoded(scalars[start..<index])
                if open.last == "style" { sheet += text }
            } else if skip("<!--") {
                _ = try take(to: "-->")
            } else if skip("<![CDATA[") {
                let text = try take(to: "]]>")
                if open.last == "style" { sheet += text }
            } else if index == 0, skip("<?xml ") {
                // Another encoding could make other signs of the same bytes.
                let declaration = try take(to: "?>").lowercased()
                guard !declaration.contains("encoding") || declaration.contains("utf-8") else { throw .unsafe }
            } else if skip("</") {
                guard let name = open.popLast(), name == self.name() else { throw .malformed }
                skipSpace()
                guard skip(">") else { throw .malformed }
                if name == "style" { try closeSheet() }
            } else if skip("<!") || skip("<?") {
                throw .unsafe
            } else {
                index += 1
                try readElement()
            }
        }
        guard hasRoot, open.isEmpty else { throw .malformed }
    }

    private mutating func readElement() throws(Fault) {
        let element = name()
        guard !element.isEmpty, hasRoot || element == "svg" || element == "svg:svg", !(hasRoot && open.isEmpty) else {
            throw .malformed
        }
        hasRoot = true
        guard Self.isHarmless(element: element), open.last != "style" else { throw .unsafe }
        while true {
            let start = index
            skipSpace()
            if skip("/>") { return }
            if skip(">") { break }
            let attribute = name()
            guard index > start, !attribute.isEmpty else { throw .malformed }
            skipSpace()
            guard skip("=") else { throw .malformed }
            skipSpace()
            guard index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" else { throw .malformed }
            let quote = scalars[index]
            index += 1
            guard let end = scalars[index...].firstIndex(of: quote) else { throw .malformed }
            let value = scalars[index..<end]
            guard !value.contains("<") else { throw .malformed }
            index = end + 1
            guard try Self.isHarmless(attribute: attribute, decoded(value), of: element) else { throw .unsafe }
        }
        open.append(element)
    }

    private mutating func closeSheet() throws(Fault) {
        guard Self.isHarmless(style: sheet) else { throw .unsafe }
        sheet = ""
    }

    // MARK: Signs

    private mutating func skip(_ text: String) -> Bool {
        guard scalars[index...].starts(with: text.unicodeScalars) else { return false }
        index += text.unicodeScalars.count
        return true
    }

    private mutating func skipSpace() {
        while index < scalars.count, " \t\r\n".unicodeScalars.contains(scalars[index]) { index += 1 }
    }

    /// The text before a mark, which is passed.
    private mutating func take(to mark: String) throws(Fault) -> String {
        let start = index
        while index < scalars.count {
            let end = index
            if skip(mark) { return String(String.UnicodeScalarView(scalars[start..<end])) }
            index += 1
        }
        throw .malformed
    }

    /// A name in small letters; all that can't stand in one ends it.
    private mutating func name() -> String {
        let start = index
        while index < scalars.count, !" \t\r\n/>=<\"'&".unicodeScalars.contains(scalars[index]) { index += 1 }
        return String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
    }

    /// A text with its references as the signs that they stand for; only XML's own are known.
    private func decoded(_ text: ArraySlice<Unicode.Scalar>) throws(Fault) -> String {
        var result = String.UnicodeScalarView()
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == "&" else {
                result.append(text[index])
                index += 1
                continue
            }
            guard let end = text[index...].firstIndex(of: ";") else { throw .malformed }
            let reference = String(String.UnicodeScalarView(text[(index + 1)..<end]))
            if let known = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"][reference] {
                result.append(contentsOf: known.unicodeScalars)
            } else {
                guard reference.hasPrefix("#") else { throw .unsafe }
                let digits = reference.dropFirst()
                let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
                guard let scalar = number.flatMap(Unicode.Scalar.init) else { throw .malformed }
                result.append(scalar)
            }
            index = end + 1
        }
        return String(result)
    }
}
