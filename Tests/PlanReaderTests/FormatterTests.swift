import PlanMarkdown
import PlanModel
import Testing

@testable import PlanReader

@Suite struct FormatterTests {
    private static let front = "---\ntyp: sida\ntitel: T\n---\n"

    private func format(_ text: String) throws -> String {
        guard case .formatted(let bytes) = FileFormatter.format(Array(text.utf8), path: "Content/x.md") else {
            Issue.record("not read: \(text)")
            return ""
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func body(_ text: String) throws -> String {
        String(try format(Self.front + text).dropFirst(Self.front.count))
    }

    @Test func columnsStandUnderEachOther() throws {
        let text = "| Post | 2025 | *Mitt* |\n|---|--:|:-:|\n| Å|1 000|x|\n|Längre namn |  5 | |\n"
        #expect(
            try body(text) == """
                | Post        |  2025 | *Mitt* |
                |-------------|------:|:------:|
                | Å           | 1 000 |   x    |
                | Längre namn |     5 |        |

                """)
    }

    @Test func wideCharactersTakeTheirWidth() throws {
        #expect(
            try body("|a|b|\n|-|-|\n|計画|x|\n|👩‍👩‍👧|y|\n|e\u{301}|z|\n|❤️|å|\n") == """
                | a    | b   |
                |------|-----|
                | 計画 | x   |
                | 👩‍👩‍👧   | y   |
                | e\u{301}    | z   |
                | ❤️   | å   |

                """)
    }

    @Test func barsInCellsStay() throws {
        #expect(
            try body("|a|b|\n|-|-|\n|`x\\|y`|\\||\n") == "| a      | b   |\n|--------|-----|\n| `x\\|y` | \\|  |\n")
    }

    @Test func rowsWithoutOuterBarsAndShortOnesGetBars() throws {
        #expect(try body("a|b\n-|-\nx|y\nz\n") == "| a   | b   |\n|-----|-----|\n| x   | y   |\n| z   |\n")
    }

    @Test func aCellThatIsVeryWideJutsOut() throws {
        let long = String(repeating: "o", count: 81)
        #expect(
            try body("|a|b|\n|-|-|\n|\(long)|x|\n|yy|z|\n")
                == "| a   | b   |\n|-----|-----|\n| \(long) | x   |\n| yy  | z   |\n")
    }

    @Test func tablesInListsQuotesAndNotesKeepTheirMarks() throws {
        let text = """
            - | a | b |
              |---|---|
              |long cell|x|

            > Tabell: T {#t}
            >
            > |a|b|
            > |-|-|
            >   |c|d|

            Text.[^n]

            [^n]: | a | b |
                |---|---|
                | c|dddd|

            """
        #expect(
            try body(text) == """
                - | a         | b   |
                  |-----------|-----|
                  | long cell | x   |

                > Tabell: T {#t}
                >
                > | a   | b   |
                > |-----|-----|
                > | c   | d   |

                Text.[^n]

                [^n]: | a   | b    |
                    |-----|------|
                    | c   | dddd |

                """)
    }

    @Test func codeHTMLAndLineBreaksStay() throws {
        let text = """
            ```text \u{20}
            |a|b|
            |-|-| \u{20}
            ```

                kod \u{20}
               \u{20}
                kod

            <!-- |a|  \u{20}
            -->

            rad \u{20}
            bryts `a\u{20}
            b`

            """
        #expect(try body(text) == text)
    }

    @Test func spaceThatMeansNothingGoes() throws {
        #expect(
            try format("\u{FEFF}---\r\ntyp: sida \r\ntitel: T\r\n---\r\n\r\nText \r\nmer.  \r\n\r\n## R\t\r\n \r\n\r\n")
                == "---\ntyp: sida\ntitel: T\n---\n\nText\nmer.\n\n## R\n")
        #expect(try format("---\ntyp: sida\ntitel: T\n---") == "---\ntyp: sida\ntitel: T\n---\n")
    }

    @Test func keysComeInOrderWithTheirComments() throws {
        let text = """
            ---
            # hela filen
            sammanfattning: >
              Två rader
              # ingen kommentar

            # om beslutet
            beslut:            # vem
              organ: "KS"
              # inre
              datum: 2026-01-20
            period: '2026'
            typ:   plan
            # titel: gammal
            title: "T: 1"
            # källa: kvar sist
            ---

            """
        #expect(
            try format(text) == """
                ---
                typ:   plan
                # titel: gammal
                title: "T: 1"
                period: '2026'

                # om beslutet
                beslut:            # vem
                  organ: "KS"
                  # inre
                  datum: 2026-01-20
                # hela filen
                sammanfattning: >
                  Två rader
                  # ingen kommentar
                # källa: kvar sist
                ---

                """)
    }

    @Test func whatIsSaidOfTheWholeFileStaysOnTop() throws {
        #expect(
            try format("---\n# hela filen\n\n# titeln\ntitel: T\n\n# typen\ntyp: sida\n---\n")
                == "---\n# hela filen\n\n# typen\ntyp: sida\n# titeln\ntitel: T\n---\n")
        #expect(try format("---\ntitel: T\n\ntyp: sida\n---\n") == "---\ntyp: sida\ntitel: T\n---\n")
        let silencing = "---\n# klarplan: tysta placeholder skäl: prov\n\ntitel: xxx\ntyp: sida\n---\n"
        #expect(try format(silencing).contains("# klarplan: tysta placeholder skäl: prov\n\ntitel: xxx"))
    }

    @Test(arguments: ["{titel: T, typ: sida}", "titel: |+\n  a\n\n\ntyp: sida", "{titel: T,\ntyp: sida}"])
    func keysThatCannotBeMovedStay(_ yaml: String) throws {
        let text = "---\n\(yaml)\n---\n"
        let formatted = try format(text)
        let before = FrontMatter(SourceText(file: "x", text))
        #expect(FrontMatter(SourceText(file: "x", formatted)).saysTheSame(as: before))
    }

    @Test(arguments: ["Ingen.\n", "---\ntyp: [\n---\n", "---\ntyp: sida\n", "---\ntyp: a\ntyp: b\n---\n|a|\n|-|\n"])
    func whatCannotBeReadIsReportedAndLeft(_ text: String) {
        guard case .unread(let findings) = FileFormatter.format(Array(text.utf8), path: "Content/x.md") else {
            Issue.record("formatted")
            return
        }
        #expect(!findings.isEmpty)
    }

    @Test func otherBytesThanUTF8AreReported() {
        guard case .unread(let findings) = FileFormatter.format([0x2D, 0xE5, 0x0A], path: "Content/x.md") else {
            Issue.record("formatted")
            return
        }
        #expect(findings.map(\.code) == [.notUTF8])
    }

    /// Whatever stands in a file, it says the same afterwards, and a second time nothing is left to do.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func anyTextSaysTheSameAfterwards(seed: UInt64) throws {
        var random = GeneratedMarkdown(seed: seed)
        let text = random.file()
        let source = SourceText(file: "x", text)
        let formatted = try format(text)
        let after = SourceText(file: "x", formatted)
        let (before, now) = (FrontMatter(source), FrontMatter(after))
        #expect(now.saysTheSame(as: before), "\(text)")
        let old = MarkdownDocument(parsing: source, fromLine: before.bodyLine, language: .swedish)
        let new = MarkdownDocument(parsing: after, fromLine: now.bodyLine, language: .swedish)
        #expect(new.saysTheSame(as: old), "\(text)")
        #expect(try format(formatted) == formatted, "\(text)")
    }
}

/// Files made of pieces that are hard to set out.
private struct GeneratedMarkdown {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    private mutating func cell() -> String {
        pick([
            "", "a", "å ä", "1 000", "`a\\|b`", "\\|", "**fet**", "計画", "[A1.2]", "[x](om.md)", "a\\", "<b>", "👩‍👩‍👧", "-",
            ":-",
            "[^1]", "\ttab", "*",
        ])
    }

    private mutating func row(_ count: Int) -> String {
        let cells = (0..<max(1, count)).map { _ in pick(["", " ", "  "]) + cell() + pick(["", " "]) }
        return pick(["|", "| ", "", " |", "    |"]) + cells.joined(separator: "|") + pick(["|", "| ", "", "|  "])
    }

    private mutating func table() -> [String] {
        let count = 1 + next(4)
        let header =
            "|" + (0..<count).map { _ in " " + pick(["Id", "Mål", "2026", "x"]) + " " }.joined(separator: "|") + "|"
        let dashes =
            "|" + (0..<count).map { _ in pick(["-", "---", ":-", "-:", ":-:", " --- "]) }.joined(separator: "|") + "|"
        return [header, dashes] + (0..<next(4)).map { _ in row(count + next(3) - 1) }
    }

    private mutating func block() -> [String] {
        switch next(9) {
        case 0...2: table()
        case 3: ["Tabell: T {#t\(next(99)) .mål}", ""] + table()
        case 4: ["text" + pick(["", " ", "  ", "\t"]), pick(["mer  ", "`kod ", "- ", "> x", "===", "b`"])]
        case 5: ["```" + pick(["", " text "])] + table() + ["x  "] + (next(4) == 0 ? [] : ["```"])
        case 6: ["    kod  ", "   ", "    |a|b|"]
        case 7: ["[^1]: " + pick(["not ", "| a | b |"]), "    |---|---|", "    |" + cell() + "|x|"]
        default: ["<!-- x  ", "|a|", "-->"]
        }
    }

    private mutating func container(_ lines: [String]) -> [String] {
        switch next(6) {
        case 0: lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
        case 1: lines.map { "> " + $0 }
        case 2: lines.enumerated().map { ($0.offset == 0 ? "10. " : "\t") + $0.element }
        case 3: lines.map { pick(["> ", ">", " > "]) + $0 }
        default: lines
        }
    }

    mutating func file() -> String {
        var keys = [
            "typ: sida", "titel: \"T: 1\"", "sammanfattning: |\n  a  \n  # b", "# kommentar", "taggar:\n  - a\n# x", "",
        ]
        for index in keys.indices { keys.swapAt(index, next(keys.count)) }
        var lines = ["---"] + keys + ["---"]
        for _ in 0..<(1 + next(5)) {
            lines += container(next(4) == 0 ? container(block()) : block())
            if next(3) > 0 { lines.append(pick(["", "  "])) }
        }
        return lines.joined(separator: next(5) == 0 ? "\r\n" : "\n") + pick(["", "\n", "\n\n \n"])
    }
}
