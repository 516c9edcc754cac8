import PlanMarkdown
import PlanModel

/// What in a file's words should not be published: placeholders, personal identity numbers, addresses of persons, links to
/// intranets.
struct TextFindings {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceText, frontMatter: FrontMatter, document: MarkdownDocument) {
        var fence: UInt8?
        for line in 1...max(1, source.lineCount) {
            let bytes = source.bytes[source.range(ofLine: line)]
            if line >= frontMatter.bodyLine, let mark = Self.fence(bytes) {
                if fence == nil { fence = mark } else if fence == mark { fence = nil }
            } else if fence == nil, Self.mayHoldFinding(bytes) {
                let text = source.text(ofLine: line)
                scan(text, file: source.file, line: line, isYAML: line < frontMatter.bodyLine)
                if line >= frontMatter.bodyLine, let (label, column) = Self.lostDefinition(text) {
                    diagnostics.append(
                        .lostDefinition(
                            label, at: SourcePosition(file: source.file, line: line, column: column)))
                }
            }
        }
        for link in document.links { check(link.destination, at: link.position) }
        if frontMatter.bodyLine > 1 { checkAddresses(in: source, lines: 1...(frontMatter.bodyLine - 1)) }
    }

    /// A line such as `- [M10]: vården`, which Markdown takes for the address of a link called `M10` and shows nowhere.
    ///
    /// - Returns: the code and the column of its bracket; `nil` where what follows could be an address.
    private static func lostDefinition(_ line: String) -> (label: String, column: Int)? {
        guard line.utf8.contains(UInt8(ascii: "[")) else { return nil }
        let signs = Array(line.unicodeScalars)
        guard let open = startOfText(signs), signs[open] == "[" else { return nil }
        let close = signs[(open + 1)...].firstIndex { $0 == "]" || $0 == "[" } ?? signs.count
        guard close > open + 1, close + 1 < signs.count, signs[close] == "]", signs[close + 1] == ":" else {
            return nil
        }
        let parts = signs[(close + 2)...].split(whereSeparator: \.properties.isWhitespace)
        guard parts.count == 1, let part = parts.first else { return nil }
        let label = String(String.UnicodeScalarView(signs[open + 1..<close]))
        let destination = String(String.UnicodeScalarView(part))
        guard EntityID.isCode(label), !destination.contains(where: { "/:#<".contains($0) }),
            !destination.hasSuffix(".md"), !destination.hasSuffix(".html"), !destination.hasSuffix(".pdf")
        else { return nil }
        return (label, open + 1)
    }

    /// The first sign behind marks of lists and quotes; `nil` where nothing stands there.
    private static func startOfText(_ signs: [Unicode.Scalar]) -> Int? {
        var index = 0
        while index < signs.count {
            if signs[index].properties.isWhitespace || "-*+>".unicodeScalars.contains(signs[index]) {
                index += 1
                continue
            }
            // `1.` and `1)`
            let digits = signs[index...].prefix { ("0"..."9").contains($0) }
            let isMark =
                !digits.isEmpty && digits.endIndex < signs.count && ".)".unicodeScalars.contains(signs[digits.endIndex])
            guard isMark else { return index }
            index = digits.endIndex + 1
        }
        return nil
    }

    /// The sign of a line that opens or closes a code block.
    private static func fence(_ line: ArraySlice<UInt8>) -> UInt8? {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
            text.prefix(3).allSatisfy({ $0 == mark }), text.count >= 3
        else { return nil }
        return mark
    }

    /// Whether a line is worth a closer look: most lines aren't, and bytes are quicker than letters.
    private static func mayHoldFinding(_ line: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 0
        var digits = 0
        for byte in line {
            switch (last | 0x20, byte | 0x20) {
            // `xx`, `TODO`, `TBD`, `FIXME`, `Lorem`
            case (0x78, 0x78), (0x74, 0x6F), (0x74, 0x62), (0x66, 0x69), (0x6C, 0x6F): return true
            default: break
            }
            if (48...57).contains(byte) {
                digits += 1
                if digits == 10 { return true }
            } else {
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "@"): return true
                case UInt8(ascii: "?") where last == byte: return true
                case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: " "), 0xC2, 0xE2:
                    if digits == 6 || digits == 8 { return true }
                default: break
                }
                digits = 0
            }
            last = byte
        }
        return false
    }

    /// The lines of `site.yaml`, and the addresses in it.
    init(site source: SourceText) {
        for line in 1...max(1, source.lineCount) where Self.mayHoldFinding(source.bytes[source.range(ofLine: line)]) {
            scan(source.text(ofLine: line), file: source.file, line: line, isYAML: true)
        }
        checkAddresses(in: source, lines: 1...max(1, source.lineCount))
    }

    /// Addresses that stand as they are in keys: `source: https://…`, navigation, publisher.
    private mutating func checkAddresses(in source: SourceText, lines: ClosedRange<Int>) {
        for line in lines where source.bytes[source.range(ofLine: line)].contains(0x3A) {
            let signs = Array(source.text(ofLine: line).unicodeScalars)
            var index = 0
            while index < signs.count {
                guard let start = Self.address(in: signs, from: index) else { break }
                let address = signs[start...].prefix { !$0.properties.isWhitespace && !Self.closing.contains($0) }
                index = address.endIndex
                check(
                    String(String.UnicodeScalarView(address)),
                    at: SourcePosition(file: source.file, line: line, column: start + 1))
            }
        }
    }

    /// What ends an address that stands in a text.
    private static let closing = Set("\"'<>,]})".unicodeScalars)

    /// Where the next `http://` or `https://` with something behind it begins.
    private static func address(in signs: [Unicode.Scalar], from first: Int) -> Int? {
        for start in signs.indices.dropFirst(first) where signs[start] == "h" {
            for scheme in ["http://", "https://"] where signs[start...].starts(with: scheme.unicodeScalars) {
                let next = start + scheme.unicodeScalars.count
                if next < signs.count, !signs[next].properties.isWhitespace, !closing.contains(signs[next]) {
                    return start
                }
            }
        }
        return nil
    }

    /// The cells of a CSV file.
    init(_ sheet: Sheet) {
        for row in [sheet.header] + sheet.rows.map(\.cells) {
            for cell in row {
                scan(
                    cell.text, file: cell.position.file, line: cell.position.line, column: cell.position.column,
                    isNumbers: true)
            }
        }
    }

    private mutating func scan(
        _ text: String, file: String, line: Int, column: Int = 1, isYAML: Bool = false, isNumbers: Bool = false
    ) {
        let scalars = Array(text.unicodeScalars)
        func position(_ index: Int) -> SourcePosition {
            SourcePosition(file: file, line: line, column: column + index)
        }
        for (index, number) in PersonalNumber.find(in: scalars, wantsSign: isNumbers) {
            diagnostics.append(.personalNumber(masked: number, at: position(index)))
        }
        for (index, address, owner) in PersonalMail.find(in: scalars) {
            switch owner {
            case .privateMail: diagnostics.append(.privateAddress(address, at: position(index)))
            case .person: diagnostics.append(.personalAddress(address, at: position(index)))
            }
        }
        for (index, found) in Placeholder.find(in: scalars, isYAML: isYAML) {
            diagnostics.append(.placeholder(found, at: position(index)))
        }
    }

    private mutating func check(_ destination: String, at position: SourcePosition) {
        guard let host = IntranetHost(destination) else { return }
        diagnostics.append(.intranetLink(host.name, at: position))
    }
}
