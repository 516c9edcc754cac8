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

    /// What a count in this unit stands for.
    func amount(_ count: Amount) -> Amount {
        exponent >= 0 ? Amount(mantissa: count.mantissa, scale: exponent) : count.shifted(by: -exponent)
    }
}
