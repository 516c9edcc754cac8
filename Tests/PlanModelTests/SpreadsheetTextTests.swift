import PlanModel
import Testing

@Suite struct SpreadsheetTextTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+46", "'+46"), ("-5 %", "'-5 %"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("＝x", "'＝x"), ("＋x", "'＋x"), ("－x", "'－x"), ("＠x", "'＠x"), ("'=x", "''=x"), ("''-", "'''-"),
        ("", ""), ("'", "'"), ("'x", "'x"), ("a=b", "a=b"), ("–", "–"), ("−2", "−2"),
    ])
    func formulasAreGuardedAndRestored(text: String, guarded: String) {
        #expect(SpreadsheetText.guarded(text) == guarded)
        #expect(SpreadsheetText.restored(guarded) == text)
    }

    @Test func aNumberAmongMoneyIsMarkedAsText() {
        for (text, guarded) in [("1.2", "'1.2"), ("'1.2", "''1.2"), ("a 1.2", "a 1.2"), ("'90-talet", "'90-talet")] {
            #expect(SpreadsheetText.guarded(text, isInMoney: true) == guarded)
            #expect(SpreadsheetText.restored(guarded) == text)
        }
        #expect(SpreadsheetText.guarded("1.2") == "1.2")
    }

    @Test func textsThatNobodyGuardedStayAsTheyAre() {
        for text in ["=1", "-5", "'", "'x", "x'=", "‘=x"] { #expect(SpreadsheetText.restored(text) == text) }
    }
}
