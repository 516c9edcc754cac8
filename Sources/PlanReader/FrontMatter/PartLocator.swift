import PlanModel

/// Finds the place of parts of a value within the line where it is written.
///
/// Markup and quotation marks between the value's start and the part don't matter: the part is looked for in the line as
/// it stands in the file. Where it isn't there (a value of several lines), it gets the place of the whole.
struct PartLocator {
    private let line: [Unicode.Scalar]
    private let whole: SourcePosition
    private var cursor: Int

    init(_ whole: SourcePosition, in source: SourceText) {
        self.whole = whole
        line = Array(source.text(ofLine: whole.line).unicodeScalars)
        cursor = max(0, whole.column - 1)
    }

    /// The place of the next part; parts are asked for in the order in which they stand.
    mutating func next(_ part: String) -> SourcePosition {
        let wanted = Array(part.unicodeScalars)
        guard let first = wanted.first, wanted.count <= line.count else { return whole }
        var index = cursor
        while index + wanted.count <= line.count {
            if line[index] == first, line[index..<(index + wanted.count)].elementsEqual(wanted) {
                cursor = index + wanted.count
                return SourcePosition(file: whole.file, line: whole.line, column: index + 1)
            }
            index += 1
        }
        return whole
    }
}

/// Values of several parts.
enum Parts {
    /// Codes in a cell or a value: separated by commas, semicolons or spaces. A lone dash is none.
    static func codes(_ text: Located<String>, in source: SourceText) -> [Located<String>] {
        let words = text.value.unicodeScalars.split { scalar in
            scalar == "," || scalar == ";" || scalar.isSpace
        }
        let parts = words.map { String(String.UnicodeScalarView($0)) }.filter { !isDash($0) }
        return locate(parts, of: text, in: source).compactMap { part in
            let code = part.value.withoutInvisibleSigns()
            return code.isEmpty ? nil : Located(code, at: part.position)
        }
    }

    /// Names of those who answer for something: the whole text first, then what stands between commas and slashes,
    /// then between `och` or `and`. The whole and the larger parts come along since a unit's own name may hold an 'och'.
    static func names(_ text: Located<String>, in source: SourceText) -> [Located<String>] {
        var parts = [text]
        let pieces = text.value.split { $0 == "," || $0 == "/" }.map { String($0).trimmed() }.filter { !$0.isEmpty }
        var locator = PartLocator(text.position, in: source)
        for piece in pieces {
            let position = locator.next(piece)
            if pieces.count > 1 { parts.append(Located(piece, at: position)) }
            let words = piece.split(separator: " ", omittingEmptySubsequences: true)
            let groups = words.split { ["och", "and", "samt", "&"].contains($0.lowercased()) }
            guard groups.count > 1 else { continue }
            var inner = PartLocator(position, in: source)
            for group in groups {
                let name = group.joined(separator: " ")
                parts.append(Located(name, at: inner.next(name)))
            }
        }
        return parts
    }

    /// What stands between separators, trimmed; empty parts are left out.
    static func list(_ text: Located<String>, separator: Character, in source: SourceText) -> [Located<String>] {
        let pieces = text.value.split(separator: separator).map { String($0).trimmed() }.filter { !$0.isEmpty }
        return locate(pieces, of: text, in: source)
    }

    /// Whether a cell or value only says that there is nothing to say.
    static func isDash(_ text: String) -> Bool { ["-", "–", "—", "−"].contains(text) }

    private static func locate(
        _ parts: [String], of text: Located<String>, in source: SourceText
    ) -> [Located<String>] {
        guard !parts.isEmpty else { return [] }
        var locator = PartLocator(text.position, in: source)
        return parts.map { Located($0, at: locator.next($0)) }
    }
}
