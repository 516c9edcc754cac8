import Testing

@testable import PlanPages

@Suite struct RegisterOrderTests {
    /// Numbers count as numbers, Å, Ä and Ö follow Z, and what begins alike and is shorter comes first.
    @Test func namesAreInTheOrderOfSwedish() {
        let names = [
            "2 mål", "10 mål", "128 mål", "A1", "A1.2", "A1.10", "A2047", "A2048", "A65536", "Ek", "Zon", "Å", "Ål",
            "Äpple", "Öl",
        ]
        let sorted = names.shuffled().sorted {
            Alphabet.numberedKey($0).lexicographicallyPrecedes(Alphabet.numberedKey($1))
        }
        #expect(sorted == names)
    }

    @Test(arguments: [("A", "A", "a"), ("Å", "Å", "aa"), ("Ö", "Ö", "oe"), ("#", "0–9", "0-9"), ("Я", "0–9", "0-9")])
    func lettersHaveFolders(initial: String, name: String, folder: String) {
        #expect(RegisterLetter(initial).name == name)
        #expect(RegisterLetter(initial).folder == folder)
    }
}
