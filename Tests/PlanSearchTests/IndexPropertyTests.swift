import PlanModel
import Testing

@testable import PlanSearch

struct IndexPropertyTests {
    /// Pages of random words; more of them than fit one shard.
    static func pages(_ count: Int, words: Int, seed: UInt64) -> [(document: SearchDocument, words: [String])] {
        var dice = DamageTests.Dice(state: seed)
        let letters = Array("abcdefghijklmnoprstuvyåäö")
        let vocabulary = (0..<words).map { _ in
            String(
                (0..<Int.random(in: 3..<14, using: &dice)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &dice)]
                })
        }
        return (0..<count).map { number in
            let own = (0..<40).map { _ in vocabulary[Int.random(in: 0..<words, using: &dice)] }
            return (SearchFixture.page("Nr \(number)", own.joined(separator: " "), url: "p/\(number)/"), own)
        }
    }

    @Test(arguments: [1, 2, 3]) func anIndexedWordFindsItsDocument(_ seed: UInt64) throws {
        let pages = Self.pages(400, words: 6_000, seed: seed)
        let reader = try SearchFixture.reader(pages.map(\.document))
        for (document, words) in pages.prefix(120) {
            let word = try #require(words.first)
            let answer = reader.search(word + " ", limit: 1_000)
            #expect(answer.results.contains { $0.url == document.url }, "\(word)")
            #expect(answer.faults.isEmpty)
        }
    }

    @Test func filesStayWithinTheirSizeAndAreTheSameTwice() {
        let documents = Self.pages(400, words: 6_000, seed: 5).map(\.document)
        let files = SearchFixture.files(documents)
        #expect(files.count < 700)
        for (name, bytes) in files { #expect(bytes.count <= 26_000, "\(name)") }
        #expect(files == SearchFixture.files(documents))
    }

    @Test func anEditMovesFewShards() {
        var documents = Self.pages(400, words: 6_000, seed: 6).map(\.document)
        let before = SearchFixture.files(documents)
        documents[200].sections[0].text += " granskningsprotokoll"
        let after = SearchFixture.files(documents)
        let moved = after.filter { before[$0.key] == nil }
        // The word's shard, the spelling of it, the root; a shard beside where a cut moved.
        #expect(moved.count <= 8, "\(moved.keys.sorted())")
        #expect(after.count > 30)
    }

    @Test func widePrefixesAreFoundInOneShard() throws {
        let documents = (0..<900).map { number in
            SearchFixture.page(
                "Nr", "verksamhet\(["s", "e", "a"][number % 3])\(Self.name(number)) annat", url: "p/\(number)/")
        }
        let reader = try SearchFixture.reader(documents)
        for prefix in ["ver", "verk", "verksamh", "verksamhets"] {
            #expect(reader.search(prefix).total > 0, "\(prefix)")
        }
    }

    private static func name(_ number: Int) -> String {
        let letters = Array("abdefghijklmnopr")
        return String([letters[number / 256], letters[number / 16 % 16], letters[number % 16]]) + "plan"
    }

    @Test func oneWrongLetterIsForgivenAnywhere() throws {
        let words = ["kollektivtrafik", "digitalisering", "investering", "landsting", "region", "budget", "skola"]
        let reader = try SearchFixture.reader(
            words.enumerated().map { SearchFixture.page("Nr \($0)", $1, url: "p/\($0)/") })
        for (number, word) in words.enumerated() {
            let letters = Array(word)
            for place in letters.indices {
                var wrong = letters
                wrong[place] = "x"
                var swapped = letters
                if place > 0 { swapped.swapAt(place, place - 1) }
                var longer = letters
                longer.insert("x", at: place)
                let shorter = Array(letters[..<place] + letters[(place + 1)...])
                for typed in [wrong, swapped, longer, shorter] where String(typed) != word {
                    let answer = reader.search(String(typed) + " ")
                    #expect(answer.results.contains { $0.url == "p/\(number)/" }, "\(String(typed))")
                }
            }
        }
    }

    @Test func twoWrongLettersAreForgivenInLongWords() throws {
        let words = ["kollektivtrafik", "digitalisering", "tillgänglighet", "internkontroll"]
        let reader = try SearchFixture.reader(
            words.enumerated().map { SearchFixture.page("Nr \($0)", $1, url: "p/\($0)/") })
        for (number, word) in words.enumerated() {
            let letters = Array(word)
            for first in letters.indices {
                for second in letters.indices where second > first {
                    var wrong = letters
                    wrong[first] = "x"
                    wrong[second] = "z"
                    let answer = reader.search(String(wrong) + " ")
                    #expect(answer.results.first?.url == "p/\(number)/", "\(String(wrong))")
                }
            }
        }
    }
}
