import PlanModel

/// Numbers as a workbook can hold and show them.
enum SheetNumber {
    /// A spreadsheet keeps 15 significant digits (IEEE 754 binary64).
    static let mostDigits = 15

    /// Whether no digit is lost when the amount becomes a binary fraction and is shown again.
    static func keeps(_ amount: Amount) -> Bool {
        var mantissa = amount.mantissa.magnitude
        while mantissa != 0, mantissa % 10 == 0 { mantissa /= 10 }
        return Amount(mantissa: Int128(mantissa), scale: 0).digitCount <= mostDigits
    }

    /// The nearest number that the file can hold.
    static func nearest(to amount: Amount) -> Double { Double(amount.machineText) ?? 0 }

    /// How a printed amount is shown: with its own decimals, sign and unit.
    static func format(of amount: PrintedAmount, isPercentage: Bool) -> String {
        format(
            decimals: amount.value.scale, unit: amount.unit, isPercentage: isPercentage, hasPlus: amount.hasPlus)
    }

    /// In Excel's own language, which every edition shows in the reader's: `#,##0.0` is `# ##0,0` in Swedish.
    static func format(
        decimals: Int, unit: MoneyUnit? = nil, isPercentage: Bool = false, hasPlus: Bool = false
    ) -> String {
        var format = isPercentage ? "0" : "#,##0"
        if decimals > 0 { format += "." + String(repeating: "0", count: min(decimals, Limit.digits.value)) }
        if isPercentage { format += "%" }
        if let unit { format += "\" \(unit.rawValue)\"" }
        return hasPlus ? "+\(format);-\(format);\(format)" : format
    }
}
