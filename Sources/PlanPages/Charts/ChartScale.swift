import PlanModel

/// The unit that the amounts of one chart are counted in, as whole numbers.
///
/// Amounts have unequal decimals, and some are huge; brought to one unit they can be added up and divided without
/// leaving the range. Nothing is cut as long as the first digit of the largest amount and the last of any are at most
/// ``digits`` places apart; what is cut beyond that is far below what a screen can show.
struct ChartUnit {
    private static let digits = 24
    /// The power of ten that one amount of 1 has in this unit; negative where the amounts are larger than the unit holds.
    private let exponent: Int

    init(of amounts: [Amount]) {
        let finest = amounts.map(\.scale).max() ?? 0
        let highest = amounts.filter { $0.mantissa != 0 }.map { $0.digitCount - $0.scale }.max() ?? 0
        exponent = min(finest, Self.digits - highest)
    }

    /// The amount in this unit.
    func count(_ amount: Amount) -> Amount {
        var mantissa = amount.mantissa
        if exponent < amount.scale {
            for _ in exponent..<amount.scale where mantissa != 0 { mantissa /= 10 }
        } else if mantissa != 0 {
            for _ in amount.scale..<exponent { mantissa *= 10 }
        }
        return Amount(mantissa: mantissa, scale: 0)
    }
}

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

/// A stretch of a chart, in percent; it runs to the left where what it stands for is negative.
struct ChartSpan {
    let from: Amount
    let to: Amount

    var left: Amount { min(from, to) }
    var width: Amount { (to - from).magnitude }
    /// Too short to be seen: its end gets a line of its own.
    var isHair: Bool { width < Amount(mantissa: 1, scale: 0) }
}
