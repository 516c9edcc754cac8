import PlanFiles
import PlanModel

/// Reads the text files of a project: Markdown, CSV and YAML.
struct FileLoader {
    /// Absolute path of the project folder.
    let project: String
    /// Takes the bytes of texts once they are read; `nil` keeps them in memory.
    var shelf: (any ByteShelf)?

    /// The text of a file, or the finding that keeps it from being read.
    ///
    /// A file in another encoding is a finding and is read as Windows-1252, which it most likely is: what it defines is
    /// then known, and references to it are no more mistakes.
    ///
    /// - Parameter path: relative to the project folder.
    func text(_ path: String) throws(MachineFailure) -> Result<(SourceText, Diagnostic?), Refusal> {
        let bytes: [UInt8]
        switch try self.bytes(path) {
        case .success(let read): bytes = read
        case .failure(let refusal): return .failure(refusal)
        }
        if Self.isWide(bytes) { return .failure(Refusal(diagnostic: .wideText(path))) }
        if let fault = Self.longLine(in: bytes, of: path) { return .failure(Refusal(diagnostic: fault)) }
        if let offset = SourceText.firstInvalidOffset(in: bytes) {
            let before = SourceText(file: path, bytes: Array(bytes[..<offset]))
            let position = before.position(ofOffset: before.bytes.count)
            let text = Windows1252.text(bytes) ?? String(decoding: bytes, as: UTF8.self)
            return .success((SourceText(file: path, text), .notUTF8(at: position, byte: bytes[offset])))
        }
        return .success((SourceText(file: path, bytes: bytes), nil))
    }

    /// The bytes of a file that is neither empty nor too large.
    func bytes(_ path: String) throws(MachineFailure) -> Result<[UInt8], Refusal> {
        let full = project + "/" + path
        let bytes: [UInt8]
        switch try FileSystem.contents(of: full, atMost: Limit.textFile.value) {
        case .bytes(let read): bytes = read
        case .tooLarge(let size):
            return .failure(Refusal(diagnostic: .fileTooLarge(path, size: size, limit: .textFile)))
        }
        let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        if isBlank || bytes == [0xEF, 0xBB, 0xBF] { return .failure(Refusal(diagnostic: .emptyFile(path))) }
        return .success(bytes)
    }

    /// Whether bytes are UTF-16: they have its mark, or every other one of the first is 0.
    static func isWide(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let start = bytes.prefix(40)
        let zeros = start.filter { $0 == 0 }.count
        return start.count >= 4 && zeros * 5 >= start.count * 2
    }

    /// The first line that is longer than any text needs.
    static func longLine(in bytes: [UInt8], of path: String) -> Diagnostic? {
        guard bytes.count > Limit.line.value else { return nil }
        var line = 1
        var start = 0
        for (offset, byte) in bytes.enumerated() {
            if offset - start >= Limit.line.value, byte != 0x0A, byte != 0x0D {
                return .limitExceeded(.line, at: SourcePosition(file: path, line: line, column: 1))
            }
            // `\r\n` is one line end: the `\n` counts.
            if byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)) {
                line += 1
                start = offset + 1
            }
        }
        return nil
    }

    /// Why a file isn't read.
    struct Refusal: Error {
        let diagnostic: Diagnostic
    }
}
