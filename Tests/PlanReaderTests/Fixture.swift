import Foundation
import PlanModel
import PlanReader
import Testing

/// A small project in a temporary folder, written from the texts of its files.
///
/// `1️⃣`–`9️⃣` in a text mark places and are not written to the file.
struct Fixture: ~Copyable {
    let folder: String
    private var marks: [Character: SourcePosition] = [:]

    static let numbers: [Character] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]

    /// - Parameter files: texts by path in the project.
    init(_ files: [String: String]) throws {
        folder = NSTemporaryDirectory() + "klarplan-reader-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/Content", withIntermediateDirectories: true)
        for (path, text) in files { try write(path, Data(strip(text, path).utf8)) }
    }

    /// A plan in an organisation, with more in the plan's own file.
    init(plan: String, keys: String = "", _ files: [String: String] = [:]) throws {
        var files = files
        files["Content/org/index.md"] = files["Content/org/index.md"] ?? "---\ntyp: organisation\ntitel: Org\n---\n"
        files["Content/org/p/index.md"] = "---\ntyp: plan\ntitel: Plan\n\(keys)---\n\n\(plan)\n"
        try self.init(files)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ path: String, _ data: Data) throws {
        let full = folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try data.write(to: URL(fileURLWithPath: full))
    }

    private mutating func strip(_ text: String, _ path: String) -> String {
        var clean = ""
        var line = 1
        var column = 1
        for character in text {
            if Self.numbers.contains(character) {
                marks[character] = SourcePosition(file: path, line: line, column: column)
                continue
            }
            clean.append(character)
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
        return clean
    }

    func mark(_ number: Character) throws -> SourcePosition { try #require(marks[number]) }

    func read() throws -> ReadResult {
        let defaults = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return try ProjectReader(project: folder, defaults: defaults).read()
    }

    /// Codes and places of all findings.
    func findings() throws -> [Finding] { try read().manuscript.diagnostics.map(Finding.init) }

    /// Reads the project and compares what is found with what the marks say: nothing more, nothing less.
    ///
    /// - Parameter codes: the findings at `1️⃣`, `2️⃣` and so on.
    func expect(_ codes: DiagnosticCode..., sourceLocation: SourceLocation = #_sourceLocation) throws {
        let wanted = try zip(Self.numbers, codes).map { number, code in
            Finding(code: code, position: try mark(number))
        }
        let found = try findings()
        let order: (Finding, Finding) -> Bool = { $0.position < $1.position }
        #expect(found.sorted(by: order) == wanted.sorted(by: order), sourceLocation: sourceLocation)
    }

    func entity(_ id: String) throws -> Entity {
        try #require(try read().manuscript.entities.first { $0.id.text == id })
    }

    func table(_ id: String) throws -> PlanTable {
        try #require(try read().manuscript.tables.first { $0.id.text == id })
    }
}

/// A finding without its words.
struct Finding: Equatable, CustomStringConvertible {
    let code: DiagnosticCode
    let position: SourcePosition
    var words = ""

    init(code: DiagnosticCode, position: SourcePosition) {
        self.code = code
        self.position = position
    }

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        position = diagnostic.position
        words = diagnostic.message.swedish
    }

    static func == (left: Finding, right: Finding) -> Bool {
        left.code == right.code && left.position == right.position
    }

    var description: String { "\(position.file):\(position.line):\(position.column) \(code.rawValue) \(words)" }
}
