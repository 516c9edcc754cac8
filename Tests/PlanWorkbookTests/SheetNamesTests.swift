import Testing

@testable import PlanWorkbook

struct SheetNamesTests {
    @Test(arguments: [
        ("Budget 2019", "Budget 2019"), ("  Budget\u{A0}2019\n", "Budget 2019"), ("2019/2020", "2019-2020"),
        ("Drift: tkr [netto]", "Drift tkr netto"), ("'Citat'", "Citat"), ("Region's plan", "Region's plan"),
        ("Prioriterad utveckling för invånare", "Prioriterad utveckling för…"),
        ("Verksamhetsutvecklingsinvesteringarna", "Verksamhetsutvecklingsinvester…"), ("", "Tabell"), ("***", "Tabell"),
        ("' '", "Tabell"), ("History", "History 2"), ("hIsToRy", "hIsToRy 2"), ("\u{1}\u{FFFE}", "Tabell"),
    ])
    func aTitleBecomesAName(_ title: String, _ name: String) {
        var names = SheetNames()
        #expect(names.name(for: title, fallback: "Tabell") == name)
    }

    @Test func fortySheetsWithOneTitleAreNumbered() {
        var names = SheetNames()
        let title = "En rubrik som är för lång för Excel"
        let all = (1...40).map { _ in names.name(for: title, fallback: "Tabell") }
        #expect(all[0] == "En rubrik som är för lång för…")
        #expect(all[39].hasSuffix(" 40"))
        expectValid(all)
    }

    @Test func aNumberedNameIsNotGivenTwice() {
        var names = SheetNames()
        let all = ["Mål", "mål 2", "MÅL", "mål", "Ma\u{30A}l"].map { names.name(for: $0, fallback: "Tabell") }
        #expect(all.prefix(3) == ["Mål", "mål 2", "MÅL 3"])
        expectValid(all)
    }

    /// Excel's own rules hold for any text.
    @Test func randomTitlesBecomeValidNames() {
        let parts = [
            "a", "B", "å", "Å", "'", " ", "/", "\\", ":", "*", "?", "[", "]", "\u{0}", "\u{1}", "\u{FFFE}", "\n", "\t",
            "👩‍👩‍👧‍👦", "e\u{301}", "\u{301}", "ß", "SS", "…", "2", " 2", "History", "investeringar", "\u{1D11E}", "&",
        ]
        var random = Seeded(state: 1)
        var names = SheetNames()
        var all: [String] = []
        for _ in 0..<3_000 {
            let count = Int(random.next() % 24)
            let title = (0..<count).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
            all.append(names.name(for: title, fallback: "Tabell"))
        }
        all.append(names.name(for: "a" + String(repeating: "\u{301}", count: 99), fallback: ""))
        all.append(names.name(for: "", fallback: ""))
        expectValid(all)
    }

    private func expectValid(_ names: [String]) {
        for name in names {
            #expect((1...31).contains(name.utf16.count), "\(name)")
            #expect(!name.contains { "[]:*?/\\".contains($0) }, "\(name)")
            #expect(name.unicodeScalars.first != "'" && name.unicodeScalars.last != "'", "\(name)")
            #expect(name.lowercased() != "history")
            #expect(name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE }, "\(name)")
        }
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
    }
}

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
private struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
