import PlanModel
import SwiftCSV

/// A CSV file as Excel saves it: `;` or `,`, UTF-8 or Windows-1252.
enum CSVFile {
    /// The cells of a file, or the finding that keeps them from being read.
    static func sheet(_ path: String, bytes: [UInt8]) -> Result<Sheet, FileLoader.Refusal> {
        let source: SourceText
        if let fault = wideText(path, bytes) { return .failure(FileLoader.Refusal(diagnostic: fault)) }
        if let fault = FileLoader.longLine(in: bytes, of: path) {
            return .failure(FileLoader.Refusal(diagnostic: fault))
        }
        if SourceText.firstInvalidOffset(in: bytes) == nil {
            source = SourceText(file: path, bytes: bytes)
        } else if let text = Windows1252.text(bytes) {
            source = SourceText(file: path, text)
        } else {
            let offset = SourceText.firstInvalidOffset(in: bytes) ?? 0
            let before = SourceText(file: path, bytes: Array(bytes[..<offset]))
            let position = before.position(ofOffset: before.bytes.count)
            return .failure(FileLoader.Refusal(diagnostic: .notUTF8(at: position, byte: bytes[offset])))
        }
        return sheet(source)
    }

    /// UTF-16, which some programs call Unicode: its mark, or bytes of 0, which no other text has.
    private static func wideText(_ path: String, _ bytes: [UInt8]) -> Diagnostic? {
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard let offset = isMarked ? 0 : bytes.firstIndex(of: 0) else { return nil }
        let before = SourceText(file: path, bytes: isMarked ? [] : Array(bytes[..<offset]))
        return .notUTF8(at: before.position(ofOffset: before.bytes.count), byte: bytes[offset])
    }

    static func sheet(_ source: SourceText) -> Result<Sheet, FileLoader.Refusal> {
        let text = String(decoding: source.bytes, as: UTF8.self)
        let delimiter = Self.delimiter(text)
        var places = CSVPlaces(text, delimiter: delimiter, file: source.file)
        if let fault = places.fault { return .failure(FileLoader.Refusal(diagnostic: fault)) }
        if let fault = Self.tooLarge(places.rows) { return .failure(FileLoader.Refusal(diagnostic: fault)) }
        var rows: [[String]] = []
        do {
            let csv = try CSV<Enumerated>(
                string: text, delimiter: .character(delimiter), loadColumns: false, rowLimit: 0)
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { rows.append($0) }
        } catch {
            return .failure(FileLoader.Refusal(diagnostic: .csvQuote(at: places.firstStrayQuote)))
        }
        guard rows.count <= places.rows.count, zip(rows, places.rows).allSatisfy({ $0.count <= $1.count }) else {
            return .failure(FileLoader.Refusal(diagnostic: .csvQuote(at: places.firstStrayQuote)))
        }
        let cells = zip(rows, places.rows).map { row, places in
            zip(row, places).map { written, place in
                let text = SpreadsheetText.restored(written.trimmed())
                return Sheet.Cell(text: text, position: place, isMarkedText: text != written.trimmed())
            }
        }
        places.rows = []
        return .success(Self.sheet(cells, source: source))
    }

    private static func tooLarge(_ rows: [[SourcePosition]]) -> Diagnostic? {
        let height = Limit.tableRows.value + 1
        if rows.count > height, let place = rows[height].first {
            // The empty line after a last line end is no row.
            if rows.count > height + 1 || rows[height].count > 1 { return .limitExceeded(.tableRows, at: place) }
        }
        let width = Limit.tableColumns.value
        let wide = rows.first { $0.count > width }
        return wide.map { .limitExceeded(.tableColumns, at: $0[width]) }
    }

    /// Cells as a sheet: the first row is the heading, and what is wholly empty at the end is left out.
    private static func sheet(_ cells: [[Sheet.Cell]], source: SourceText) -> Sheet {
        let header = Array(cells.first ?? [])
        let width = (header.lastIndex { !$0.text.isEmpty } ?? -1) + 1
        var rows = cells.dropFirst().map { row in
            Sheet.Row(
                cells: Array(row.prefix(width)), firstExtra: row.dropFirst(width).first { !$0.text.isEmpty },
                line: row.first?.position.line ?? 1)
        }
        while let last = rows.last, last.firstExtra == nil, last.cells.allSatisfy(\.text.isEmpty) { rows.removeLast() }
        return Sheet(header: Array(header.prefix(width)), rows: rows, source: source, style: .csv)
    }

    /// The sign that stands most often in the heading outside quotes; `;` where there are as many of both.
    ///
    /// A quoted heading may hold line ends: the heading ends at the first one outside quotes.
    private static func delimiter(_ text: String) -> Character {
        var semicolons = 0
        var commas = 0
        var isQuoted = false
        for byte in text.utf8 {
            if byte == 0x0A, !isQuoted { break }
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ";") where !isQuoted: semicolons += 1
            case UInt8(ascii: ",") where !isQuoted: commas += 1
            default: continue
            }
        }
        return commas > semicolons ? "," : ";"
    }
}

/// Where the cells of a CSV text begin: the parser of SwiftCSV gives values without places, and takes an open quotation
/// mark at the end of a file for a closed one.
struct CSVPlaces {
    var rows: [[SourcePosition]] = []
    private(set) var fault: Diagnostic?
    /// Where a quotation mark stands that no rule explains, for the message when the parser gives up.
    private(set) var firstStrayQuote: SourcePosition

    init(_ text: String, delimiter: Character, file: String) {
        var line = 1
        var column = 1
        var row: [SourcePosition] = []
        var isStart = true
        var isQuoted = false
        var wasQuoted = false
        var opening = SourcePosition(file: file, line: 1, column: 1)
        var stray: SourcePosition?
        var place: SourcePosition?
        func finishField() {
            row.append(place ?? SourcePosition(file: file, line: line, column: column))
            place = nil
            isStart = true
            wasQuoted = false
        }
        for character in text {
            let here = SourcePosition(file: file, line: line, column: column)
            if isQuoted {
                if character == "\"" {
                    isQuoted = false
                    wasQuoted = true
                } else if place == nil {
                    place = here
                }
            } else if character == "\"" {
                if isStart || wasQuoted {
                    if isStart { opening = here }
                    isQuoted = true
                } else if stray == nil {
                    stray = here
                }
                isStart = false
            } else if character == delimiter {
                finishField()
            } else if character.isNewline {
                finishField()
                rows.append(row)
                row = []
            } else if !character.isWhitespace {
                if wasQuoted, stray == nil { stray = opening }
                if place == nil { place = here }
                isStart = false
            }
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
        finishField()
        rows.append(row)
        firstStrayQuote = stray ?? SourcePosition(file: file, line: 1, column: 1)
        if isQuoted { fault = .csvUnclosedQuote(at: opening) }
    }
}

/// The encoding of Windows for western Europe.
enum Windows1252 {
    /// 0x80–0x9F; what the encoding leaves open is `nil`.
    private static let high: [Unicode.Scalar?] = [
        "\u{20AC}", nil, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}",
        "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017D}", nil, nil, "\u{2018}", "\u{2019}",
        "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}",
        "\u{203A}", "\u{0153}", nil, "\u{017E}", "\u{0178}",
    ]

    /// The text, or `nil` where a byte stands for nothing.
    static func text(_ bytes: [UInt8]) -> String? {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            if (0x80...0x9F).contains(byte) {
                guard let scalar = high[Int(byte) - 0x80] else { return nil }
                scalars.append(scalar)
            } else {
                scalars.append(Unicode.Scalar(byte))
            }
        }
        return String(scalars)
    }
}
