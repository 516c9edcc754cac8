import PlanMarkdown
import PlanModel

/// What in a file's words should not be published: placeholders, personal identity numbers, addresses of persons, links to
/// intranets.
struct TextFindings {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceText, frontMatter: FrontMatter, document: MarkdownDocument) {
        let hidden = HiddenText(source, document: document)
        for line in Self.notableLines(of: source) {
            let bytes = source.bytes[source.range(ofLine: line)]
            let isBody = line >= frontMatter.bodyLine
            let isCode = isBody && hidden.codeLines.contains(line)
            scan(source.text(ofLine: line), file: source.file, line: line, isYAML: !isBody, isCode: isCode) {
                isBody && hidden.isComment($0, in: source)
            }
            if isBody, !isCode, let (label, column) = Self.lostDefinition(bytes) {
                diagnostics.append(
                    .lostDefinition(label, at: SourcePosition(file: source.file, line: line, column: column)))
            }
        }
        for link in document.links { check(link.destination, at: link.position) }
        if frontMatter.bodyLine > 1 { checkAddresses(in: source, lines: 1...(frontMatter.bodyLine - 1)) }
    }

    /// A line such as `- [M10]: vården`, which Markdown takes for the address of a link called `M10` and shows nowhere.
    ///
    /// - Returns: the code and the column of its bracket; `nil` where what follows could be an address.
    private static func lostDefinition(_ line: ArraySlice<UInt8>) -> (label: String, column: Int)? {
        let open = definitionStart(line)
        guard open < line.endIndex, line[open] == UInt8(ascii: "["),
            let close = line[(open + 1)...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }),
            line[close...].starts(with: [UInt8(ascii: "]"), UInt8(ascii: ":")])
        else { return nil }
        let destination = String(decoding: line[(close + 2)...], as: UTF8.self).trimmed()
        guard !destination.isEmpty, !destination.contains(where: { $0.isWhitespace || "/:#<".contains($0) }),
            ![".md", ".html", ".pdf"].contains(where: destination.hasSuffix)
        else { return nil }
        let label = String(decoding: line[(open + 1)..<close], as: UTF8.self)
        guard EntityID.isCode(label) else { return nil }
        // What stands before it is ASCII: bytes are columns.
        return (label, open - line.startIndex + 1)
    }

    /// Where a link's definition may begin: after spaces, signs of quotes and of lists.
    private static func definitionStart(_ line: ArraySlice<UInt8>) -> Int {
        var place = line.startIndex
        while place < line.endIndex {
            switch line[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
                UInt8(ascii: ">"):
                place += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard let end = line[place...].firstIndex(where: { !(0x30...0x39).contains($0) }),
                    line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
                else { return place }
                place = end + 1
            default: return place
            }
        }
        return place
    }

    /// The lines that are worth a closer look: most aren't, and bytes are quicker than letters.
    private static func notableLines(of source: SourceText) -> [Int] {
        source.bytes.withUnsafeBufferPointer { bytes in
            (1...max(1, source.lineCount)).filter {
                mayHoldFinding(UnsafeBufferPointer(rebasing: bytes[source.range(ofLine: $0)]))
            }
        }
    }

    private static func mayHoldFinding(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while true {
            let start = quietEnd(line, from: place)
            guard start < line.count else { return false }
            place = start
            while place < line.count, line[place] >= 0x30, line[place] <= 0x39 { place += 1 }
            if place > start {
                if mayBeNumber(place - start, before: place < line.count ? line[place] : 0) { return true }
            } else {
                if mayBegin(line, at: place) { return true }
                place += 1
            }
        }
    }

    /// Where bytes end among which nothing is that a finding begins with. Eight are looked at as one number: for digits and
    /// all that stands from there to `[` in ASCII, and for `lo` and `xx` with capitals or without.
    ///
    /// - Returns: the place of the first byte that may begin a finding; within the last eight, the place to go on at.
    private static func quietEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = line.baseAddress.map(UnsafeRawPointer.init) else { return start }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highest = ones << 7
        // The first byte that is zero has its highest bit set, and none before it.
        func zeros(_ eight: UInt64) -> UInt64 { (eight &- ones) & ~eight & highest }
        var place = start
        while place + 9 <= line.count {
            let bytes = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let next = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self))
            let low = bytes & ~highest
            let fromDigits = low &+ ones &* (0x80 - 0x30)
            let afterBracket = low &+ ones &* (0x80 - 0x5C)
            let (small, nextSmall) = (bytes | ones &* 0x20, next | ones &* 0x20)
            let lo = (small ^ ones &* UInt64(UInt8(ascii: "l"))) | (nextSmall ^ ones &* UInt64(UInt8(ascii: "o")))
            let xx = (small ^ ones &* UInt64(UInt8(ascii: "x"))) | (nextSmall ^ ones &* UInt64(UInt8(ascii: "x")))
            let notable = fromDigits & ~afterBracket & ~bytes & highest | zeros(lo) | zeros(xx)
            if notable != 0 { return place + notable.trailingZeroBitCount / 8 }
            place += 8
        }
        return place
    }

    /// Whether so many digits may be, or begin, a personal number, by the sign after them.
    private static func mayBeNumber(_ digits: Int, before next: UInt8) -> Bool {
        switch next {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: " "), 0xC2, 0xE2:
            digits == 6 || digits == 8 || digits >= 10
        default: digits >= 10
        }
    }

    /// Whether a finding may begin with the sign at a place.
    private static func mayBegin(_ line: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        let next = place + 1 < line.count ? line[place + 1] : 0
        switch line[place] {
        case UInt8(ascii: "["), UInt8(ascii: "@"): return true
        case UInt8(ascii: "?"): return next == UInt8(ascii: "?")
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return next | 0x20 == UInt8(ascii: "x")
        case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "l"), UInt8(ascii: "L"):
            return words.contains { begins(line, place, $0) }
        default: return false
        }
    }

    /// Beginnings of words that a placeholder may be, in lower case.
    private static let words: [StaticString] = ["todo", "tbd", "fixme", "lorem"]

    /// Whether letters of ASCII stand at a place, whatever their case.
    private static func begins(_ line: UnsafeBufferPointer<UInt8>, _ place: Int, _ word: StaticString) -> Bool {
        guard place + word.utf8CodeUnitCount <= line.count else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { line[place + $0] | 0x20 == word.utf8Start[$0] }
    }

    /// The lines of `site.yaml`, and the addresses in it.
    init(site source: SourceText) {
        for line in Self.notableLines(of: source) {
            scan(source.text(ofLine: line), file: source.file, line: line, isYAML: true)
        }
        checkAddresses(in: source, lines: 1...max(1, source.lineCount))
    }

    /// Addresses that stand as they are in keys: `source: https://…`, navigation, publisher.
    private mutating func checkAddresses(in source: SourceText, lines: ClosedRange<Int>) {
        for line in lines {
            var range = source.range(ofLine: line)
            guard source.bytes[range].contains(UInt8(ascii: "/")) else { continue }
            let scalars = Array(source.text(ofLine: line).unicodeScalars)
            if let comment = HiddenText.commentStart(inYAML: scalars) {
                // What is commented out is no link.
                let width = String(String.UnicodeScalarView(scalars[..<comment])).utf8.count
                range = range.lowerBound..<(range.lowerBound + width)
            }
            guard let colon = source.bytes[range].firstIndex(of: UInt8(ascii: ":")), colon + 2 < range.upperBound else {
                continue
            }
            var place = colon
            while let next = source.bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ":")) {
                place = next + 1
                let line = source.bytes[range]
                guard line[place...].starts(with: [0x2F, 0x2F]),
                    let scheme = ["https", "http"].first(where: {
                        line[..<next].reversed().starts(with: $0.utf8.reversed())
                    })
                else { continue }
                let end = line[(place + 2)...].firstIndex(where: Self.endsAddress) ?? range.upperBound
                guard end > place + 2 else { continue }
                let start = next - scheme.utf8.count
                check(String(decoding: line[start..<end], as: UTF8.self), at: source.position(ofOffset: start))
            }
        }
    }

    /// White space, quotes and brackets end an address that stands in YAML.
    private static func endsAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","),
            UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    /// What ends an address that stands in a text.
    private static let closing = Set("\"'<>,]})".unicodeScalars)

    /// Where the next `http://` or `https://` with something behind it begins.
    private static func address(in signs: [Unicode.Scalar], from first: Int) -> Int? {
        for start in signs.indices.dropFirst(first) where signs[start] == "h" {
            for scheme in ["http://", "https://"] where signs[start...].starts(with: scheme.unicodeScalars) {
                let next = start + scheme.unicodeScalars.count
                if next < signs.count, !signs[next].isSpace, !closing.contains(signs[next]) {
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

    /// - Parameters:
    ///   - isCode: whether the line shows what somebody else should write.
    ///   - isHidden: whether a place lies in a comment; one of YAML is known from the line.
    private mutating func scan(
        _ text: String, file: String, line: Int, column: Int = 1, isYAML: Bool = false, isNumbers: Bool = false,
        isCode: Bool = false, isHidden: (SourcePosition) -> Bool = { _ in false }
    ) {
        let scalars = Array(text.unicodeScalars)
        let commentStart = isYAML ? HiddenText.commentStart(inYAML: scalars) ?? scalars.count : scalars.count
        func place(_ index: Int) -> (position: SourcePosition, isComment: Bool) {
            let position = SourcePosition(file: file, line: line, column: column + index)
            return (position, index >= commentStart || isHidden(position))
        }
        for (index, number) in PersonalNumber.find(in: scalars, wantsSign: isNumbers) {
            let (position, isComment) = place(index)
            diagnostics.append(.personalNumber(masked: number, isComment: isComment, at: position))
        }
        for (index, address, owner) in PersonalMail.find(in: scalars) {
            let (position, isComment) = place(index)
            switch owner {
            case .privateMail: diagnostics.append(.privateAddress(address, isComment: isComment, at: position))
            case .person where !isComment: diagnostics.append(.personalAddress(address, at: position))
            case .person: break
            }
        }
        if isCode { return }
        for (index, found) in Placeholder.find(in: scalars, isYAML: isYAML) {
            let (position, isComment) = place(index)
            if !isComment { diagnostics.append(.placeholder(found, at: position)) }
        }
    }

    private mutating func check(_ destination: String, at position: SourcePosition) {
        guard let host = IntranetHost(destination) else { return }
        diagnostics.append(.intranetLink(host.name, at: position))
    }
}
