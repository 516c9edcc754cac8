import PlanModel

/// Where amounts lie between the edges of a chart, in percent.
///
/// A position is the exact quotient rounded to three decimals, half away from zero.
struct ChartScale {
    static let decimals = 3

    let low: Amount
    let high: Amount
    /// The percentages where the lowest and the highest amount lie.
    private let start: Int
    private let end: Int

    /// - Parameters:
    ///   - low, high: counted in the chart's unit, low first.
    ///   - start, end: 0 to 100.
    init(low: Amount, high: Amount, start: Int = 0, end: Int = 100) {
        precondition(low <= high, "a scale runs upwards")
        self.low = low
        self.high = high
        self.start = start
        self.end = end
    }

    /// From zero, or from the lowest amount below it, to the highest.
    init(fromZeroTo amounts: [Amount], start: Int = 0, end: Int = 100) {
        self.init(
            low: min(amounts.min() ?? .zero, .zero), high: max(amounts.max() ?? .zero, .zero), start: start, end: end)
    }

    /// In percent from the edge where the scale starts; the start itself where the scale has no extent.
    func position(_ amount: Amount) -> Amount { share(amount - low) + Amount(mantissa: Int128(start), scale: 0) }

    /// How long a bar of an amount is, in percent; 0 where the scale has no extent.
    private func share(_ amount: Amount) -> Amount {
        let extent = high - low
        guard extent.mantissa != 0 else { return .zero }
        let percentages = Amount(mantissa: amount.mantissa * Int128(end - start), scale: 0)
        return percentages.divided(by: extent, decimals: Self.decimals) ?? .zero
    }

    /// Where a bar from zero begins and ends; its length is rounded by itself, so that equal amounts have equal bars.
    func bar(_ amount: Amount) -> ChartSpan {
        let zero = position(.zero)
        return ChartSpan(from: zero, to: zero + share(amount))
    }
}
