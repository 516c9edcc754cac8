import PlanModel

/// Tells whether what should be the same in all languages is.
enum Figures {
    /// What differs, as written on both sides; `nil` where nothing does or where words may differ.
    static func difference(
        _ field: Field, _ translated: Located<FieldValue>, _ original: Located<FieldValue>?
    ) -> (translated: Located<String>, original: String)? {
        func differs() -> (translated: Located<String>, original: String) {
            (Located(translated.value.words, at: translated.position), original?.value.words ?? "–")
        }
        // A translation has a day of its own when it was last looked over.
        if field == .updated { return nil }
        switch (translated.value, original?.value) {
        case (.text(let left), let right) where field == .organisationNumber:
            guard case .text(let right) = right, digits(left) == digits(right) else { return differs() }
            return nil
        case (.text(let left), .text(let right)):
            // Words may differ, the years and numbers in them may not; prose may word a number otherwise.
            guard ![.summary, .source, .place, .short].contains(field) else { return nil }
            let (one, other) = (numbers(left), numbers(right))
            return one.count == other.count && one != other ? differs() : nil
        case (.text, _), (.texts, _), (.responsible, _), (.agenda, _): return nil
        case (.decision(let left), .decision(let right)):
            if let date = left.date, date.value != right.date?.value {
                return (date.map(\.text), right.date?.value.text ?? "–")
            }
            if let number = left.diaryNumber, digits(number.value) != digits(right.diaryNumber?.value ?? "") {
                return (number, right.diaryNumber?.value ?? "–")
            }
            if let paragraph = left.paragraph, digits(paragraph.value) != digits(right.paragraph?.value ?? "") {
                return (paragraph, right.paragraph?.value ?? "–")
            }
            return nil
        case (.values(let left), .values(let right)):
            guard left.count == right.count else { return differs() }
            for (one, other) in zip(left, right) where one.period != other.period || !same(one.text, other.text) {
                let words = (one.period.map { $0.text + ": " } ?? "") + one.text
                return (Located(words, at: one.position), (other.period.map { $0.text + ": " } ?? "") + other.text)
            }
            return nil
        case (_, let other?): return translated.value.says(sameAs: other, unit: { _ in nil }) ? nil : differs()
        case (_, nil): return differs()
        }
    }

    /// Whether an English and a Swedish text state the same number, or at least the same digits.
    static func same(_ translated: String, _ original: String) -> Bool {
        for (one, other) in [(NumberStyle.english, NumberStyle.swedish), (.swedish, .english), (.swedish, .swedish)] {
            if let left = AmountReading.read(translated, style: one).amount,
                let right = AmountReading.read(original, style: other).amount
            {
                return left.value == right.value && left.isPercentage == right.isPercentage
            }
        }
        return digits(translated) == digits(original)
    }

    /// Whether two cells hold the same amount. What can't be read is reported elsewhere.
    static func same(_ translated: AmountReading?, _ original: AmountReading?) -> Bool {
        switch (translated, original) {
        case (.amount(let left), .amount(let right)):
            guard left.isPercentage == right.isPercentage else { return false }
            guard let unit = left.unit, let other = right.unit, unit != other else { return left.value == right.value }
            return unit.currency == other.currency
                && left.value.shifted(by: unit.exponent) == right.value.shifted(by: other.exponent)
        case (.missing, .amount), (.amount, .missing): return false
        default: return true
        }
    }

    /// The runs of digits in a text.
    private static func numbers(_ text: String) -> [Int] {
        text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    }

    private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { (48...57).contains($0) } }
}
