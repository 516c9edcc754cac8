/// An exact decimal number.
///
/// The value is `mantissa` × 10^−`scale`. Sums of readable amounts cannot overflow: a printed amount has at most
/// ``PrintedAmount/longestNumber`` digits, which leaves twenty digits for units and terms.
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

    package static func < (left: Amount, right: Amount) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.mantissa(at: scale) < right.mantissa(at: scale)
    }

    package static func == (left: Amount, right: Amount) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.mantissa(at: scale) == right.mantissa(at: scale)
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
