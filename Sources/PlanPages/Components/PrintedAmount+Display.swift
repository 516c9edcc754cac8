import PlanModel

extension PrintedAmount {
    /// The printed number in the typography of the page: digits as printed, narrow spaces, a true minus.
    func displayText(in language: Language) -> String {
        let parts = displayParts(in: language)
        return parts.whole + parts.fraction + parts.suffix
    }

    /// What stands before the decimal sign, the sign with the decimals, and unit or per cent.
    func displayParts(in language: Language) -> (whole: String, fraction: String, suffix: String) {
        var number = (hasPlus ? "+" : "") + value.text(in: language)
        // A printed −0 keeps its sign, which the value has lost.
        if value.mantissa == 0, let first = text.first, "-−–".contains(first) { number = "\u{2212}" + number }
        var suffix = isPercentage ? "\u{00A0}%" : ""
        if unit != nil, let digit = text.lastIndex(where: \.isNumber) {
            suffix = "\u{00A0}" + String(text[text.index(after: digit)...]).trimmed()
        }
        let fraction = value.scale == 0 ? "" : String(number.suffix(value.scale + 1))
        return (String(number.dropLast(fraction.count)), fraction, suffix)
    }
}
