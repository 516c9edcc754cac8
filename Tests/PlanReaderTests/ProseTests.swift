import PlanModel
import PlanReader
import Testing

/// What is read out of the words of a text.
@Suite struct ProseTests {
    private func page(_ body: String, keys: String = "", name: String = "a") throws -> Fixture {
        try Fixture(["Content/\(name).md": "---\ntyp: sida\n\(keys)---\n\n\(body)\n"])
    }

    private func words(_ body: String) throws -> ProseWords {
        try #require(try page(body).read().manuscript.texts["Content/a.md"]).words
    }

    @Test(arguments: [
        "Senast den 1️⃣20 november lämnas förslag.", "Förslag lämnas 1️⃣20/11.", "Förslag lämnas den 1️⃣3/4.",
        "Efter 1️⃣1 maj", "- en punkt före 1️⃣31 dec.", "**Den 1️⃣20 november**", "Det kostar 15 kr & hålls 1️⃣2 juni.",
    ])
    func daysWithoutAYearAreTold(text: String) throws { try page(text).expect(.dateWithoutYear) }

    @Test(arguments: [
        "Den 20 november 2026.", "Under 2026 lämnas förslag den 20 november.", "En av tre, 1/3, och 24/7.",
        "Varje år den 1 maj.", "Årligen senast 31 mars.", "## År 2026\n\nDen 20 november.",
        "## År 2026\n\n### Hösten\n\nDen 20 november.", "| Dag |\n|---|\n| 20 november |", "Paragraf 12 i 45/12-13",
        "mellan 3 och 5 november 2025", "1 2 3", "2018/19", "100/12", "31 maj 2020", "https://ex.se/20/11/x",
    ])
    func daysWithAYearAreNot(text: String) throws { try page(text).expect() }

    @Test func aPageOfOneYearNeedsNone() throws {
        try page("Den 20 november.", keys: "titel: Planering 2026\n").expect()
        try page("Den 1️⃣20 november.", keys: "titel: Planering 2026–2028\n").expect(.dateWithoutYear)
    }

    @Test func englishMonthsHaveACapital() throws {
        func english(_ body: String) throws -> Fixture {
            try Fixture([
                "Content/a.md": "---\ntype: page\n---\n\n\(body)\n", "Site/site.yaml": "languages: [en]\n",
            ])
        }
        try english("Hand in by 1️⃣20 November.").expect(.dateWithoutYear)
        try english("Hand in by 1️⃣November 20.").expect(.dateWithoutYear)
        try english("It may 20 times be so.").expect()
    }

    @Test(arguments: [
        ("Arbetet följer RUS.", ["RUS"]), ("RUS-arbetet och RUS:s mål", ["RUS"]), ("RUPs mål", ["RUP"]),
        ("Strategin (RUS) och RUS.", []), ("RUS (regional utvecklingsstrategi)", []), ("RUS står för något.", []),
        ("Det regionala programmet, RUP, finns.", []), ("MÅL OCH BUDGET", []), ("XXVII och VIII", []),
        ("PLAN.pdf", []), ("GDPR och SKR", []), ("A1.2 och M12", []), ("| a |\n|---|\n| FVIS |", ["FVIS"]),
        ("`ABC`", []), ("KOMMUNSTYRELSEN", []), ("x@ABC.se", []), ("IT och HR", []), ("ÅÄÖ", ["ÅÄÖ"]),
    ])
    func abbreviationsAreCapitals(text: String, found: [String]) throws {
        #expect(try words(text).abbreviations.map(\.value) == found)
    }

    @Test func anAbbreviationStandsWhereItIsFirstUsed() throws {
        let fixture = try page("Först *text* och 1️⃣RUS, sedan RUS.")
        let text = try #require(try fixture.read().manuscript.texts["Content/a.md"])
        #expect(text.words.abbreviations.map(\.position) == [try fixture.mark("1️⃣")])
    }

    @Test func plainAmountsAreKept() throws {
        let amount = try #require(try words("Under 2019 får Vårdval 1 529,2 mnkr. Mer text.").amounts.first)
        #expect(amount.amount.text == "1 529,2 mnkr")
        #expect(amount.year == 2019)
        #expect(amount.words.contains("vårdval"))
    }

    @Test(arguments: [
        "Under 2019 får Vårdval cirka 15 mnkr.", "Under 2019 ökar Vårdval med 15 mnkr.", "Vårdval får 15 mnkr.",
        "År 2018 och 2019 får Vårdval 15 mnkr.", "År 2019 får Vårdval 15 mnkr och RK 16 mnkr.",
        "År 2019 får Vårdval 15 procent.", "År 2019 kr", "2019 mnkr 5",
    ])
    func otherAmountsAreLeftAlone(text: String) throws { #expect(try words(text).amounts.isEmpty) }

    /// Bytes are put into lower case where they can be, other letters as Unicode has them.
    @Test(arguments: ["ÅRLIGEN ÄR ÖN Éa Ü", "Ångström Łódź ΣΑΣ ÇA", "e\u{301}N A\u{30A}R", "Á×B 2ÅR ŸZ ßa ß", "日本 Kr"])
    func sentencesAreInLowerCase(text: String) throws {
        let amount = try #require(try words("Under 2019 får \(text) ett stöd om 15 mnkr.").amounts.first)
        let expected = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "×" }).map { String($0) }
        #expect(amount.words == ["under", "2019", "får"] + expected + ["ett", "stöd", "om", "15", "mnkr"])
    }

    @Test(arguments: ["Ö\u{308}VER", "ÖVER", "o\u{308}ver", "över", "INKLUSIVE", "ÖKNINGEN", "o\u{308}kar"])
    func wordsThatHedgeAreKnownHoweverTheyAreWritten(word: String) throws {
        #expect(try words("Under 2019 får vården \(word) 15 mnkr.").amounts.isEmpty == (word != "Ö\u{308}VER"))
    }

    private static let hard =
        "Verksamhetsplaneringen förutsätter samordningsinsatser inom kompetensförsörjningsområdet samtidigt som "
        + "digitaliseringsstrategins genomförandeplaner implementeras."

    @Test func hardTextIsToldAtItsLongestSentence() throws {
        let long = Self.hard.dropLast() + " och verksamhetsområdenas kvalitetsledningssystem utvecklas."
        let fixture = try page(
            Array(repeating: Self.hard, count: 10).joined(separator: "\n\n") + "\n\nKort. 1️⃣\(long)")
        try fixture.expect(.hardToRead)
        let message = try #require(try fixture.read().manuscript.diagnostics.first).message.swedish
        #expect(message.contains("14 ord"), "\(message)")
    }

    @Test func easyShortAndTabularTextIsNot() throws {
        try page(Array(repeating: "Vi gör en plan. Den är kort och den är klar.", count: 20).joined(separator: "\n\n"))
            .expect()
        try page(Self.hard).expect()
        try page("| a |\n|---|\n" + String(repeating: "| \(Self.hard) |\n", count: 20)).expect()
    }

    /// Whatever the text, nothing traps: marks at the ends, cut numbers, letters of other scripts.
    @Test(arguments: [
        "/", "1/", "/1", "31/", "-", "(RUS", "RUS(", "(RUS)", "1 januari", "januari 1", ", RUS", "日本 RUS 語", "🙂RUS",
        "2019 , mnkr", "1.", "1 mnkr 2019 .", "2019.5 mnkr", "é 1 kr 2019", "@", "a@", "@a.b", "???", "# 2019\n\n1 maj",
        "2019 99999999999999999999999999 mnkr", "2019 0,000000000000000000001 kr",
    ])
    func anyTextIsRead(text: String) throws { _ = try page(text).read() }
}
