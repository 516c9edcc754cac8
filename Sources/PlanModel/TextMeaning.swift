/// What a text means to all others: all that entities, tables, references, the register and the checks of the whole content
/// are made from.
package struct TextMeaning: Equatable, Sendable {
    /// A digest of all of it but the lines; of those it holds which come after which. Empty where nobody can tell.
    package let digest: String
    /// The lines after the front matter that something is said of, rising.
    package let lines: [Int]
    /// The first line after the front matter, whose bytes are in the digest.
    package let bodyLine: Int

    package init(digest: String, lines: [Int], bodyLine: Int) {
        self.digest = digest
        self.lines = lines
        self.bodyLine = bodyLine
    }

    package static let unknown = TextMeaning(digest: "", lines: [], bodyLine: 1)

    package var isKnown: Bool { !digest.isEmpty }
}

/// Where the lines of some texts have gone that mean what they meant.
package struct LineMoves: Sendable {
    private var moves: [SourceFile: Move] = [:]

    private struct Move: Sendable {
        let bodyLine: Int
        let lines: [Int: Int]
    }

    package init() {}

    package var isEmpty: Bool { moves.isEmpty }

    /// Notes where the lines of a text have gone.
    ///
    /// - Returns: `false` where it means something else.
    package mutating func note(_ file: String, from old: TextMeaning, to new: TextMeaning) -> Bool {
        guard old.isKnown, old.digest == new.digest, old.lines.count == new.lines.count, old.bodyLine == new.bodyLine
        else { return false }
        guard old.lines != new.lines else { return true }
        moves[SourceFile(file)] = Move(
            bodyLine: old.bodyLine,
            lines: Dictionary(zip(old.lines, new.lines), uniquingKeysWith: { first, _ in first }))
        return true
    }

    /// Where a line is now; `nil` where nobody knows.
    package func line(_ line: Int, of file: SourceFile) -> Int? {
        guard let move = moves[file], line >= move.bodyLine else { return line }
        return move.lines[line]
    }

    package func moves(_ file: SourceFile) -> Bool { moves[file] != nil }

    /// Whether a finding says where something stands that has moved.
    package func mayBeNamed(in finding: Diagnostic) -> Bool {
        if let move = moves[finding.position.source], finding.position.line >= move.bodyLine { return true }
        return moves.keys.contains { file in
            let path = file.path
            return finding.position.source != file
                && [finding.message.swedish, finding.help?.swedish ?? ""].contains { $0.contains(path) }
        }
    }
}
