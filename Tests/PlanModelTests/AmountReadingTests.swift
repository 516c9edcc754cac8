import PlanModel
import Testing

@Suite struct AmountReadingTests {
    @Test(arguments: [
        ("2 547,4", "2547.4"), ("2\u{A0}547,4", "2547.4"), ("2\u{202F}547,4", "2547.4"), ("2\u{2009}547,4", "2547.4"),
        ("2\u{3000}547,4", "2547.4"), ("2547,4", "2547.4"), ("1 234 567", "1234567"), ("0,6", "0.6"), ("0", "0"),
        ("0,0", "0.0"), ("-2,4", "-2.4"), ("−2,4", "-2.4"), ("–2,4", "-2.4"), ("- 2,4", "-2.4"),
        ("-3 277,8", "-3277.8"),
        ("+27", "27"), (" 15\t", "15"), ("145,6*", "145.6"), ("**106**", "106"), ("*106*", "106"), ("12¹", "12"),
        ("12 [^1]", "12"), ("12[^a][^b]", "12"), ("999999999999999999", "999999999999999999"),
    ])
    func swedishNumbersAreExactDecimals(text: String, value: String) throws {
        let amount = try #require(AmountReading.read(text, style: .swedish).amount)
        #expect(amount.value.machineText == value)
        #expect(amount.unit == nil && !amount.isPercentage)
        #expect(AmountReading.read(text, style: .csv).amount == amount)
    }

    @Test(arguments: ["", " ", "\u{A0}\u{2009}", "-", "–", " – ", "–*", "\n", "\u{FEFF}", "[^1]"])
    func noValueIsNotZero(text: String) {
        for style in [NumberStyle.swedish, .english, .csv] {
            #expect(AmountReading.read(text, style: style) == .missing)
        }
    }

    @Test(arguments: [
        ("15 mnkr", MoneyUnit.mnkr), ("15 MNKR", .mnkr), ("15mkr", .mnkr), ("2 mdkr", .mdkr),
        ("2 547,4 miljoner kronor", .mnkr),
        ("15 miljoner\u{A0}kronor", .mnkr), ("344 295 tkr", .tkr), ("5 kr.", .kr), ("5 EUR", .eur), ("5 MEUR", .meur),
        ("-5* mnkr", .mnkr), ("5 mnkr*", .mnkr),
    ])
    func aCellMayStateItsUnit(text: String, unit: MoneyUnit) {
        #expect(AmountReading.read(text, style: .swedish).amount?.unit == unit)
    }

    @Test(arguments: ["2,1 %", "2,1%", "2,1\u{A0}%", "2,1 %*", "−0,5 %"])
    func percentagesAreMarked(text: String) throws {
        let amount = try #require(AmountReading.read(text, style: .swedish).amount)
        #expect(amount.isPercentage && amount.value.scale == 1)
    }

    @Test func thePrintedFormKeepsWhatTheAuthorWrote() {
        #expect(AmountReading.read(" *2 547,4*  mnkr ", style: .swedish).amount?.text == "2 547,4 mnkr")
        #expect(AmountReading.read("+27", style: .swedish).amount?.hasPlus == true)
        #expect(AmountReading.read("27", style: .swedish).amount?.hasPlus == false)
        #expect(AmountReading.read("0", style: .swedish).amount?.isBareZero == true)
        #expect(AmountReading.read("0,0", style: .swedish).amount?.isBareZero == false)
    }

    @Test(arguments: [
        ("2,547.4", "2547.4"), ("2547.4", "2547.4"), ("1,234,567", "1234567"), ("-0.6", "-0.6"), ("2 547.4", "2547.4"),
        ("2,547", "2547"),
    ])
    func englishNumbersHaveCommasAndAPoint(text: String, value: String) {
        #expect(AmountReading.read(text, style: .english).amount?.value.machineText == value)
    }

    @Test(arguments: [("2547.4", "2547.4"), ("-2547.4", "-2547.4"), ("0.60", "0.60"), ("2 547.4 mnkr", "2547.4")])
    func csvFilesMayHaveAPoint(text: String, value: String) {
        #expect(AmountReading.read(text, style: .csv).amount?.value.machineText == value)
    }

    @Test(arguments: [
        ("2547.4", AmountFault.decimalPoint), ("2,547.4", .decimalPoint), ("2.547,4", .decimalPoint),
        (".5", .decimalPoint),
        ("2 54", .grouping), ("2547 400", .grouping), ("2 5474", .grouping), ("2  547", .grouping),
        ("2\t547", .grouping),
        ("2 547 40,1", .grouping), ("2,5 7", .grouping), ("1234567890123456789", .tooLong),
        ("123456789012345678,9", .tooLong), ("abc", .notANumber), ("ca 12", .notANumber), ("12–15", .notANumber),
        ("2019-01-02", .notANumber), (",5", .notANumber), ("5,", .notANumber), ("1,2,3", .notANumber),
        ("--5", .notANumber),
        ("(5)", .notANumber), ("5 (6)", .notANumber), ("12 av 20", .notANumber), ("٣", .notANumber),
        ("--", .notANumber),
        ("+", .notANumber), ("12 anställda vid årets slut", .notANumber), ("12 st", .unknownUnit("st")),
        ("12 dollar", .unknownUnit("dollar")), ("5 €", .unknownUnit("€")),
        ("5 miljoner kroner", .unknownUnit("miljoner kroner")),
        ("1e5", .unknownUnit("e5")),
    ])
    func otherTextIsAFault(text: String, fault: AmountFault) {
        #expect(AmountReading.read(text, style: .swedish) == .unreadable(fault))
    }

    @Test(arguments: [
        ("2547,4", AmountFault.grouping), ("2,54", .grouping), ("2,5474", .grouping), ("1,234 567", .grouping),
        ("2,547.4.1", .notANumber),
    ])
    func englishFaults(text: String, fault: AmountFault) {
        #expect(AmountReading.read(text, style: .english) == .unreadable(fault))
    }

    @Test func anyTextGivesAnAnswer() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("0123456789 ,.-–−+*%[]^\u{A0}\u{301}kmnr\u{0}ÅÅ€😀\n\t".unicodeScalars)
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                if let scalar = alphabet.randomElement(using: &random) { text.unicodeScalars.append(scalar) }
            }
            for style in [NumberStyle.swedish, .english, .csv] {
                if let amount = AmountReading.read(text, style: style).amount {
                    #expect(AmountReading.read(amount.text, style: style).amount == amount)
                }
            }
        }
    }

    @Test func amountsAreReadBackAsTheyAreWritten() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let bound = Int64.random(in: 1...999_999_999_999_999_999, using: &random)
            let value = Amount(
                mantissa: Int128(Int64.random(in: -bound...bound, using: &random)),
                scale: Int.random(in: 0...9, using: &random))
            #expect(AmountReading.read(value.text(in: .swedish), style: .swedish).amount?.value == value)
            #expect(AmountReading.read(value.text(in: .english), style: .english).amount?.value == value)
            #expect(AmountReading.read(value.machineText, style: .csv).amount?.value == value)
        }
    }
}

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
