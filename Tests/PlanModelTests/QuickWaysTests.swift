import Testing

@testable import PlanModel

/// What is done byte by byte gives the same as the slower way that does it for any text.
@Suite struct QuickWaysTests {
    /// Texts of letters, digits and signs, some of which only scalars tell.
    static let texts: [String] = {
        var generator = SystemOfNumbers(state: 7)
        let signs = [
            "a", "Z", "9", " ", "-", ".", "_", "å", "Ä", "ö", "É", "ü", "–", "”", "…", "ß", "à", "e\u{301}", "日",
        ]
        let letters = Array(signs.prefix(16))
        return (0..<2000).map { round in
            let known = round % 2 == 0 ? letters : signs
            return (0..<Int.random(in: 0...90, using: &generator)).map { _ in
                known[Int.random(in: 0..<known.count, using: &generator)]
            }.joined()
        }
    }()

    private struct SystemOfNumbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 31
        }
    }

    @Test func slugsAreThoseOfScalars() {
        for text in Self.texts {
            #expect(Slug.make(text) == Slug.makeByScalars(text))
            #expect(Slug.address(of: text) == Slug.addressByScalars(text))
        }
    }

    @Test func breaksAndPiecesAreThoseOfCharacters() {
        for text in Self.texts {
            #expect(text.withoutBreaks == text.replacing(" ", with: "\u{A0}"))
            for piece in ["–", "a ", "å", "e"] { #expect(text.holds(piece) == text.contains(piece)) }
        }
    }

    @Test func digestsAreThoseOfTheSteps() {
        for length in [0, 1, 55, 56, 63, 64, 65, 127, 128, 1000, 100_000] {
            let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            #expect(SHA256.hex(message) == SHA256.hexBySteps(message))
        }
    }

    @Test(arguments: [
        [0x61], [0xC3, 0xA5], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF],
        [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x92, 0xA9], [0xE2, 0x80], [0x80],
        [0x61, 0x62, 0xFF],
    ])
    func invalidBytesAreFoundWhereTheyAre(bytes: [UInt8]) {
        let valid = String(validating: bytes, as: UTF8.self) != nil
        #expect((SourceText.firstInvalidOffset(in: bytes) == nil) == valid)
        // Eight bytes are looked at as one number, from wherever the last eight ended.
        for before in 0..<18 {
            for after in [0, 1, 7, 8, 20] {
                let text = [UInt8](repeating: 0x61, count: before) + bytes + [UInt8](repeating: 0x7A, count: after)
                let isWhole = String(validating: text, as: UTF8.self) != nil
                #expect((SourceText.firstInvalidOffset(in: text) == nil) == isWhole, "\(before) before, \(after) after")
            }
        }
    }

    @Test func scalarsAreWhatUnicodeSays() {
        for scalar in (UInt32(0)..<0x3100).compactMap(Unicode.Scalar.init) {
            #expect(scalar.isLetter == scalar.properties.isAlphabetic, "U+\(String(scalar.value, radix: 16))")
            #expect(scalar.isSpace == scalar.properties.isWhitespace, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(arguments: [
        ("a\r\nb\rc", "a\nb\nc"), ("\u{FEFF}a", "a"), ("a\u{1}b\u{7F}", "a b "), ("a\u{85}b", "a\u{A0}b"),
        ("a\u{FFFE}b", "a\u{FFFD}b"), ("å–a\tb\n", "å–a\tb\n"),
    ])
    func textsAreCleanedWhereTheyHaveTo(raw: String, clean: String) {
        let text = SourceText(file: "a.md", raw)
        #expect(String(decoding: text.bytes, as: UTF8.self) == clean)
        #expect(text.lineStarts == [0] + clean.utf8.enumerated().filter { $1 == 0x0A }.map { $0.offset + 1 })
        for before in 1..<18 {
            for piece in ["å~", "a"] {
                let letters = String(repeating: piece, count: before)
                let all = SourceText(file: "a.md", letters + raw + letters)
                // A mark within a text is no mark of one.
                let expected = raw.hasPrefix("\u{FEFF}") ? raw : clean
                #expect(String(decoding: all.bytes, as: UTF8.self) == letters + expected + letters)
            }
        }
    }

    @Test func placesKnowTheirFiles() {
        let (first, second) = (
            SourcePosition(file: "b.md", line: 1, column: 2), SourcePosition(file: "a.md", line: 9, column: 1)
        )
        #expect(first.file == "b.md")
        #expect(second < first)
        #expect(first == SourcePosition(in: SourceFile("b.md"), line: 1, column: 2))
        // Two spellings of one name are two files.
        #expect(SourceFile("\u{E5}.md").path.utf8.count != SourceFile("a\u{30A}.md").path.utf8.count)
    }
}
