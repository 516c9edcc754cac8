import PlanFiles
import PlanModel
import PlanReader

/// A diagnostic with the lines that it speaks of.
struct Finding: Sendable {
    struct Line: Sendable {
        let number: Int
        let text: String
    }

    let diagnostic: Diagnostic
    /// The line, and those beside it; empty where the file can't be read.
    let excerpt: [Line]
    /// Where the mark stands in the text of the marked line, in UTF-16 units as browsers count; `nil` where the column is
    /// not in what is shown.
    let mark: Int?
}

/// Reads the lines that findings speak of, each file once.
struct ExcerptReader {
    private let roots: [String]
    private var files: [String: SourceText?] = [:]

    /// The most of a line that is shown, in Unicode scalars.
    private static let widest = 240
    /// The most findings that are shown with their lines: nobody reads more at a time.
    private static let most = 200

    /// - Parameter roots: the project folder, then the program's own, whose templates may be at fault.
    init(roots: [String]) { self.roots = roots }

    /// Errors first, then as they stand in the files.
    mutating func findings(_ diagnostics: [Diagnostic]) -> [Finding] {
        let sorted = Severity.allCases.flatMap { severity in diagnostics.filter { $0.severity == severity } }
        return sorted.enumerated().map { index, diagnostic in
            index < Self.most ? finding(diagnostic) : Finding(diagnostic: diagnostic, excerpt: [], mark: nil)
        }
    }

    private mutating func finding(_ diagnostic: Diagnostic) -> Finding {
        let position = diagnostic.position
        guard let source = text(position.file), (1...max(1, source.lineStarts.count)).contains(position.line) else {
            return Finding(diagnostic: diagnostic, excerpt: [], mark: nil)
        }
        let numbers = max(1, position.line - 1)...min(source.lineStarts.count, position.line + 1)
        var mark: Int?
        let lines = numbers.map { number in
            let scalars = Array(Self.line(number, of: source).unicodeScalars)
            // A long line is shown from somewhat before the place.
            let start = number == position.line && position.column > Self.widest - 40 ? position.column - 80 : 0
            let cut = scalars[min(start, scalars.count)..<min(start + Self.widest, scalars.count)]
            var text = String(String.UnicodeScalarView(cut))
            if number == position.line {
                let before = cut.prefix(max(0, position.column - 1 - start))
                mark = String(String.UnicodeScalarView(before)).utf16.count
                if start > 0 {
                    text = "…" + text
                    mark = mark.map { $0 + 1 }
                }
            }
            return Finding.Line(number: number, text: start + Self.widest < scalars.count ? text + "…" : text)
        }
        return Finding(diagnostic: diagnostic, excerpt: lines, mark: mark)
    }

    private static func line(_ number: Int, of source: SourceText) -> String {
        let start = source.lineStarts[number - 1]
        let end = number < source.lineStarts.count ? source.lineStarts[number] - 1 : source.bytes.count
        return String(decoding: source.bytes[start..<max(start, end)], as: UTF8.self)
    }

    private mutating func text(_ file: String) -> SourceText? {
        if let known = files[file] { return known }
        var found: SourceText?
        for root in roots where found == nil {
            let path = root + "/" + file
            guard let status = try? FileSystem.status(path), status.kind == .file, status.size < 20_000_000 else {
                continue
            }
            // What isn't UTF-8 is shown as it is read, else with marks for what was lost.
            guard let bytes = try? FileSystem.bytes(of: path) else { continue }
            let isUTF8 = SourceText.firstInvalidOffset(in: bytes) == nil
            let text = isUTF8 ? nil : Windows1252.text(bytes)
            found = SourceText(file: file, text ?? String(decoding: bytes, as: UTF8.self))
        }
        files[file] = found
        return found
    }
}
