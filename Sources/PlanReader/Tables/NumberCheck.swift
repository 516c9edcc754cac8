import PlanModel

/// Looks for numbers written in another language's way where a value may also be words: indicators and outcomes.
enum NumberCheck {
    /// The findings of values; words are none.
    static func findings(_ values: [PeriodValue], style: NumberStyle) -> [Diagnostic] {
        values.compactMap { finding(Located($0.text, at: $0.position), style: style) }
    }

    static func finding(_ value: Located<String>, style: NumberStyle) -> Diagnostic? {
        guard case .unreadable(let fault) = AmountReading.read(value.value, style: style) else { return nil }
        switch fault {
        case .decimalPoint: return .unreadableAmount(value, fault, style: style)
        case .notANumber, .grouping, .tooLong, .unknownUnit:
            // `5.5 procent` is a number with a word of its own after it.
            let number = value.value.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" || $0 == "\u{2212}" }
            guard number.count < value.value.count, number.contains("."),
                case .unreadable(.decimalPoint) = AmountReading.read(String(number), style: style)
            else { return nil }
            return .unreadableAmount(value, .decimalPoint, style: style)
        }
    }
}
