import PlanModel
import Testing

@Suite struct AmountTests {
    @Test func amountsAreEqualWhateverTheirDecimals() {
        let short = Amount(mantissa: 25, scale: 1)
        let long = Amount(mantissa: 2500, scale: 3)
        #expect(short == long && short.hashValue == long.hashValue)
        #expect(long.padded(to: 5).machineText == "2.50000" && long.padded(to: 1).scale == 3)
    }

    @Test func comparingNeverOverflows() {
        let huge = Amount(mantissa: 999_999_999_999_999_999, scale: 0).shifted(by: 9)
        let tiny = Amount(mantissa: 1, scale: 26)
        #expect(tiny < huge && huge > tiny && -huge < tiny && tiny > -huge && huge != tiny)
        #expect(Amount(mantissa: 0, scale: 30) == .zero && !(huge < huge))
    }

    @Test func whatDoesNotFitIsKnownBeforehand() {
        #expect(Amount.fits(lowest: -3, highest: 18, terms: 1000))
        #expect(!Amount.fits(lowest: -18, highest: 27, terms: 2))
        #expect(Amount(mantissa: -1200, scale: 1).digitCount == 4 && Amount.zero.digitCount == 0)
    }

    @Test func amountsAreShiftedToOtherUnits() {
        #expect(Amount(mantissa: 15, scale: 1).shifted(by: 3) == Amount(mantissa: 1500, scale: 0))
        #expect(Amount(mantissa: 1500, scale: 0).shifted(by: -6) == Amount(mantissa: 15, scale: 4))
    }
}
