import PlanModel
import Testing

@testable import PlanSearch

struct AnalysisTests {
    private struct Vector: Decodable {
        let language: String
        let text: String
        let words: [String]
        let joined: [String]?
    }

    @Test func vectorsGiveTheirWords() throws {
        for vector in try SearchFixture.decode([Vector].self, "analysis.json") {
            let language = try #require(Language(rawValue: vector.language))
            var scanner = WordScanner(language)
            scanner.scan(vector.text, joinsHyphens: false)
            #expect(scanner.texts == vector.words, "\(vector.text)")
            scanner.scan(vector.text, joinsHyphens: true)
            if let joined = vector.joined { #expect(scanner.texts == joined, "\(vector.text)") }
        }
    }

    @Test func longWordsAreCut() {
        var scanner = WordScanner(.swedish)
        scanner.scan(String(repeating: "å", count: 1_000), joinsHyphens: false)
        #expect(scanner.texts == [String(repeating: "å", count: WordScanner.longestWord)])
    }

    /// A soft hyphen vanishes, but a word that has one is read letter by letter.
    @Test(arguments: ["", " b", "-b", "1", "1b", ":s", ":s b", ".", ",5", "\u{101}", "日", "\u{AD}", "ß", " 123"])
    func runsOfLettersAreReadAsLettersAre(next: String) {
        var (quick, slow) = (WordScanner(.swedish), WordScanner(.swedish))
        for count in 2...62 {
            let letters = String(repeating: "åb", count: 31).prefix(count)
            for joinsHyphens in [true, false] {
                quick.scan(letters + next, joinsHyphens: joinsHyphens)
                slow.scan(letters.prefix(1) + "\u{AD}" + letters.dropFirst() + next, joinsHyphens: joinsHyphens)
                #expect(quick.texts == slow.texts, "\(letters + next)")
                #expect(quick.words.map(\.isLettersOnly) == slow.words.map(\.isLettersOnly))
                #expect(quick.words.map(\.joint) == slow.words.map(\.joint))
            }
        }
    }

    @Test func wordsKnowTheirPlaces() {
        var scanner = WordScanner(.swedish)
        scanner.scan("Å 2 547,4 EU:s ö", joinsHyphens: false)
        #expect(scanner.words.map(\.place) == [0..<1, 2..<9, 10..<12, 15..<16])
    }

    @Test(arguments: [
        ("skola", "skolorna"), ("sjukskrivna", "sjukskrivning"), ("regel", "reglerna"), ("program", "programmet"),
        ("bok", "böcker"), ("huvudstad", "huvudstäder"), ("plan", "planerna"), ("investera", "investering"),
        ("utveckla", "utvecklingen"), ("område", "områdena"), ("strategi", "strategin"),
    ])
    func formsOfOneWordMeet(_ left: String, _ right: String) throws {
        let reader = try SearchFixture.reader([
            SearchFixture.page("Ett", left), SearchFixture.page("Två", "\(right) annat"),
        ])
        #expect(reader.search(left + " ").total == 2)
        #expect(reader.search(right + " ").total == 2)
    }

    @Test(arguments: [
        ("plan", "planet", "planen planerna"), ("mål", "måla", "målet målen"), ("vikt", "viktig", "vikten"),
    ])
    func differentWordsStayApart(_ left: String, _ right: String, _ forms: String) throws {
        let reader = try SearchFixture.reader([
            SearchFixture.page("Ett", left + " " + forms), SearchFixture.page("Två", right),
        ])
        #expect(reader.search(left + " ").total == 1)
        #expect(reader.search(right + " ").total == 1)
    }
}
