/// An exact decimal number.
///
/// The value is `mantissa` × 10^−`scale`. A printed amount has at most ``Limit/digits`` digits, so that two
/// of them always add up, and one can always be shifted to another unit. Whoever adds up amounts in different units asks
/// ``fits(lowest:highest:terms:)`` first. Comparing never overflows.
package struct Amount: Sendable, Hashable, Comparable {
    package let mantissa: Int128
    /// The number of decimals, 0 or more.
    package let scale: Int

    package init(mantissa: Int128, scale: Int) {
        precondition(scale >= 0, "an amount has no negative number of decimals")
        self.mantissa = mantissa
        self.scale = scale
    }

    package static let zero = Amount(mantissa: 0, scale: 0)

    /// The mantissa at a larger scale.
    package func mantissa(at scale: Int) -> Int128 {
        precondition(scale >= self.scale, "an amount is never cut")
        return mantissa * Self.power(scale - self.scale)
    }

    /// The amount × 10^`exponent`.
    package func shifted(by exponent: Int) -> Amount {
        if exponent >= scale { return Amount(mantissa: mantissa * Self.power(exponent - scale), scale: 0) }
        return Amount(mantissa: mantissa, scale: scale - exponent)
    }

    package static func + (left: Amount, right: Amount) -> Amount {
        let scale = max(left.scale, right.scale)
        return Amount(mantissa: left.mantissa(at: scale) + right.mantissa(at: scale), scale: scale)
    }

    package static func - (left: Amount, right: Amount) -> Amount { left + -right }

    package static prefix func - (amount: Amount) -> Amount {
        Amount(mantissa: -amount.mantissa, scale: amount.scale)
    }

    package static func < (left: Amount, right: Amount) -> Bool { order(left, right) < 0 }

    package static func == (left: Amount, right: Amount) -> Bool { order(left, right) == 0 }

    /// Below 0 where the left is smaller, above 0 where it is larger.
    private static func order(_ left: Amount, _ right: Amount) -> Int {
        if left.scale > right.scale { return -order(right, left) }
        var mantissa = left.mantissa
        for _ in left.scale..<right.scale {
            let (larger, overflows) = mantissa.multipliedReportingOverflow(by: 10)
            // What leaves the range at this scale is larger than all that is in it.
            if overflows { return left.mantissa < 0 ? -1 : 1 }
            mantissa = larger
        }
        return mantissa < right.mantissa ? -1 : mantissa == right.mantissa ? 0 : 1
    }

    /// Whether amounts can be added up exactly.
    ///
    /// - Parameters:
    ///   - lowest: the power of ten of the last digit of any of them.
    ///   - highest: the power of ten that all of them are below.
    ///   - terms: how many they are.
    package static func fits(lowest: Int, highest: Int, terms: Int) -> Bool {
        max(highest, 0) - min(lowest, 0) + String(terms).utf8.count <= longestMantissa
    }

    /// Every number of so many digits fits in a mantissa.
    private static let longestMantissa = 38

    /// The number of digits before and behind the point, without leading zeros.
    package var digitCount: Int {
        var count = 0
        var rest = mantissa.magnitude
        while rest > 0 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// With at least so many decimals; the value stays the same.
    package func padded(to decimals: Int) -> Amount {
        decimals > scale ? Amount(mantissa: mantissa(at: decimals), scale: decimals) : self
    }

    /// The amount divided by a whole number, rounded half away from zero.
    ///
    /// - Parameters:
    ///   - divisor: not 0.
    ///   - decimals: how many decimals the quotient is rounded to.
    /// - Returns: `nil` where the quotient would leave the range.
    package func divided(by divisor: Amount, decimals: Int) -> Amount? {
        precondition(divisor.mantissa != 0, "nothing is divided by 0")
        // mantissa / 10^scale ÷ (other / 10^scale') × 10^decimals, with both scales on the side where they are positive.
        let shift = decimals + divisor.scale - scale
        var (above, below) = (mantissa, divisor.mantissa)
        for _ in 0..<abs(shift) {
            let (larger, overflows) = (shift > 0 ? above : below).multipliedReportingOverflow(by: 10)
            guard !overflows else { return nil }
            if shift > 0 { above = larger } else { below = larger }
        }
        let (quotient, rest) = (above / below, above % below)
        // Half and more is rounded away from zero; comparing the rest with what is left of the divisor cannot overflow.
        guard rest.magnitude >= below.magnitude - rest.magnitude else {
            return Amount(mantissa: quotient, scale: decimals)
        }
        return Amount(mantissa: quotient + ((above < 0) == (below < 0) ? 1 : -1), scale: decimals)
    }

    package func hash(into hasher: inout Hasher) {
        let plain = normalised
        hasher.combine(plain.mantissa)
        hasher.combine(plain.scale)
    }

    package var magnitude: Amount { Amount(mantissa: mantissa < 0 ? -mantissa : mantissa, scale: scale) }

    /// Without decimals that are 0.
    package var normalised: Amount {
        var mantissa = mantissa
        var scale = scale
        while scale > 0, mantissa % 10 == 0 {
            mantissa /= 10
            scale -= 1
        }
        return Amount(mantissa: mantissa, scale: scale)
    }

    /// The number as machines read it: `-2547.4`, with as many decimals as the scale.
    package var machineText: String {
        var digits = String(mantissa.magnitude)
        while digits.count <= scale { digits = "0" + digits }
        let whole = digits.dropLast(scale)
        let text = scale == 0 ? String(whole) : whole + "." + digits.suffix(scale)
        return mantissa < 0 ? "-" + text : text
    }

    /// The number as a reader meets it: `−2 547,4` in Swedish, `−2,547.4` in English; narrow no-break spaces and U+2212.
    package func text(in language: Language) -> String {
        let parts = magnitude.machineText.split(separator: ".", omittingEmptySubsequences: false)
        let whole = Array(String(parts.first ?? "0"))
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            let rest = whole.count - index
            if index > 0, rest % 3 == 0 {
                grouped += language == .swedish ? "\u{202F}" : ","
            }
            grouped.append(digit)
        }
        if parts.count > 1 { grouped += (language == .swedish ? "," : ".") + parts[1] }
        return mantissa < 0 ? "\u{2212}" + grouped : grouped
    }

    private static func power(_ exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}
