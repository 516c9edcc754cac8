/// A number as it is printed, with the value that it stands for.
package struct PrintedAmount: Sendable, Hashable {
    /// The printed form, trimmed; without emphasis and marks of notes.
    package let text: String
    /// The value in the printed unit; its scale is the number of printed decimals.
    package let value: Amount
    /// The unit in the cell itself.
    package let unit: MoneyUnit?
    package let isPercentage: Bool
    /// Whether the author wrote a sign before a positive number (`+27`).
    package let hasPlus: Bool

    package init(text: String, value: Amount, unit: MoneyUnit?, isPercentage: Bool, hasPlus: Bool) {
        self.text = text
        self.value = value
        self.unit = unit
        self.isPercentage = isPercentage
        self.hasPlus = hasPlus
    }

    /// A term printed as a bare `0` is exact: nobody rounds to it without decimals.
    package var isBareZero: Bool { value.mantissa == 0 && value.scale == 0 }
}

/// What a cell of a money column holds.
package enum AmountReading: Sendable, Hashable {
    /// Empty, `–` or `-`: no value, which is not 0.
    case missing
    case amount(PrintedAmount)
    case unreadable(AmountFault)

    package var amount: PrintedAmount? {
        if case .amount(let amount) = self { amount } else { nil }
    }
}

/// Why a cell is no number.
package enum AmountFault: Sendable, Hashable {
    case notANumber
    /// A decimal point in a Swedish file.
    case decimalPoint
    /// Digits in groups that are not of three (`2 54`).
    case grouping
    case tooLong
    /// A word after the number that is no unit; the word is given.
    case unknownUnit(String)
}

/// How numbers are written in a file.
package enum NumberStyle: Sendable, Hashable {
    /// `2 547,4`
    case swedish
    /// `2,547.4`
    case english
    /// As Swedish, and `2547.4` is read too: what spreadsheets save.
    case csv
}
