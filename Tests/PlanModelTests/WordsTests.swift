import Testing

@testable import PlanModel

@Suite struct WordsTests {
    @Test(arguments: [
        ("ramen är 2 547,4 mnkr 2019", "ramen är 2\u{A0}547,4\u{A0}mnkr 2019"),
        ("2,1 % av 15 mkr", "2,1\u{A0}% av 15\u{A0}mkr"),
        ("år 2019 100 personer", "år 2019\u{A0}100 personer"), ("14 15 oktober 2019", "14 15 oktober 2019"),
        ("inga tal", "inga tal"), ("1 2345", "1 2345"),
    ])
    func numbersStayOnOneLine(text: String, bound: String) { #expect(Typography.binding(text) == bound) }

    @Test(arguments: [
        ("Samordna länets arbete", "samordna-lanets-arbete"), ("Åtgärd & Öl: à la carte", "atgard-ol-a-la-carte"),
        (
            "I nära samverkan med länets kommuner, länsstyrelsen och andra intressenter",
            "i-nara-samverkan-med-lanets-kommuner-lansstyrelsen-och-andra"
        ),
        ("!!!", ""), ("Ä", "a"),
    ])
    func titlesBecomeSlugsCutAtAWord(title: String, slug: String) {
        #expect(Slug.make(title) == slug)
        #expect(slug.count <= Slug.longest)
    }

    @Test(arguments: [
        ("A1.2", true), ("A1", false), ("B3.10.1", true), ("ab1.2", true), ("1.2", false), ("A1.", false),
        ("A.1", false),
        ("A1..2", false), ("", false),
    ])
    func codesAreLettersThenDigitsWithDots(text: String, isCode: Bool) {
        #expect(EntityID.looksLikeCode(text) == isCode)
    }

    @Test(arguments: [
        ("A1.2", true), ("fp-2019", true), ("å_1", true), ("..", false), (".a", false), ("a/b", false), ("", false),
        ("a b", false), ("-", false), ("a\u{202E}b", false),
    ])
    func idsAreLettersDigitsDotsDashesAndUnderscores(id: String, isValid: Bool) {
        #expect(EntityID.isValidPart(id) == isValid)
    }

    @Test(arguments: [
        ("", "", "./"), ("a/b/", "", "../../"), ("", "a/b/", "a/b/"), ("a/b/", "a/b/", "./"), ("a/b/", "a/c/", "../c/"),
        ("a/b/", "assets/x.css", "../../assets/x.css"), ("a/", "a/x.png", "x.png"),
    ])
    func linksAreRelative(from: String, to: String, link: String) {
        #expect(Address.relative(from: from, to: to) == link)
    }

    @Test(arguments: [
        ("2025", "2025"), ("2019-2021", "2019–2021"), ("2019–2021", "2019–2021"), ("2025-M03", "2025-M03"),
        ("2025-T1", "2025-T1"), ("2025-q4", "2025-Q4"),
    ])
    func periodsAreRead(text: String, period: String) { #expect(Period(text)?.text == period) }

    @Test(arguments: ["", "25", "2025-", "2025-M13", "2025-T4", "2021–2019", "2025-03", "20255", "2025-M3-1"])
    func whatIsNoPeriodIsNone(text: String) { #expect(Period(text) == nil) }

    @Test(arguments: [
        ("2019-01-29", true), ("2020-02-29", true), ("2019-02-29", false), ("2019-1-29", false), ("2019-13-01", false),
        ("2019", true), ("2019-04", true),
    ])
    func datesAreThoseOfTheCalendar(text: String, isDate: Bool) { #expect((CalendarDate(text) != nil) == isDate) }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func digestsAreThoseOfTheStandard(text: String, digest: String) { #expect(SHA256.hex(Array(text.utf8)) == digest) }

    @Test func aDigestWithoutTheProcessorsHelpIsTheSame() {
        let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 499, 500] {
            #expect(SHA256.hex(bytes[..<length]) == SHA256.hexBySteps(Array(bytes[..<length])))
            #expect(SHA256.hex(bytes[length...]) == SHA256.hexBySteps(Array(bytes[length...])))
        }
        // 500 bytes take more than one byte of the length that ends a message.
        #expect(SHA256.hex(bytes) == "e67de27399b22329075b9b47e341597f267a595b2ead6aca0e21a9fda12e3d4a")
    }

    @Test func aQuickDigestIsThatOfTheBytesInWhateverPiecesTheyCome() {
        let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for length in [1, 7, 31, 32, 33, 64, 499, 500] {
            var digest = QuickDigest()
            for start in stride(from: 0, to: bytes.count, by: length) {
                bytes[start..<min(start + length, bytes.count)].withUnsafeBytes { digest.add($0) }
            }
            #expect(digest.hex == QuickDigest.hex(bytes))
        }
        #expect(QuickDigest.hex([]).count == 64)
    }

    @Test func bytesThatDifferHaveAnotherQuickDigest() {
        let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }
        var digests: Set<String> = [QuickDigest.hex(bytes)]
        var count = 1
        func expectAnother(_ other: [UInt8]) {
            digests.insert(QuickDigest.hex(other))
            count += 1
            #expect(digests.count == count)
        }
        for place in bytes.indices {
            for bit in 0..<8 {
                var other = bytes
                other[place] ^= 1 << bit
                expectAnother(other)
            }
            if place > 0 { expectAnother(Array(bytes[..<place])) }
        }
        // Changes within one lane don't make up for each other, whatever bits they are in.
        for first in 0..<64 {
            for second in 0..<64 {
                var other = bytes
                other[first / 8] ^= 1 << (first % 8)
                other[32 + second / 8] ^= 1 << (second % 8)
                expectAnother(other)
                other[64 + second / 8] ^= 1 << (second % 8)
                expectAnother(other)
            }
        }
        var three = bytes
        (three[7], three[39], three[36]) = (three[7] ^ 0x80, three[39] ^ 0x80, three[36] ^ 0x04)
        expectAnother(three)
        // Zeros at the end count, and blocks and lanes that change places.
        for more in 1...70 { expectAnother(bytes + [UInt8](repeating: 0, count: more)) }
        expectAnother(Array(bytes[32..<64] + bytes[..<32] + bytes[64...]))
        expectAnother(Array(bytes[8..<16] + bytes[..<8] + bytes[16...]))
        for more in 0...70 { expectAnother([UInt8](repeating: 0, count: more)) }
    }

    @Test func theWordMeantIsTheNearestOne() {
        #expect(Spelling.nearest(to: "ansvrig", among: ["ansvarig", "status"]) == "ansvarig")
        #expect(Spelling.nearest(to: "A1.22", among: ["A1.1", "A1.2"]) == "A1.2")
        #expect(Spelling.nearest(to: "helt annat", among: ["ansvarig"]) == nil)
        #expect(Spelling.distance("ab", "ba") == 1)
    }
}
