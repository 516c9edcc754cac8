import PlanModel

/// The time of day that a meeting begins, and perhaps ends, where it can be read from how people write it.
struct MeetingTime: Equatable {
    /// Hours and minutes after midnight.
    struct Clock: Comparable {
        let hour: Int
        let minute: Int

        static func < (left: Clock, right: Clock) -> Bool {
            (left.hour, left.minute) < (right.hour, right.minute)
        }

        /// `0930` (RFC 5545 with seconds: `093000`).
        var basic: String { [hour, minute, 0].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined() }
    }

    let start: Clock
    let end: Clock?

    /// Reads `13:00`, `kl. 9.30`, `kl 13`, `09.30–12.00` and `13–15`, with a comma or parenthesis and more words after it.
    /// A text that could mean something else (`1.30 pm`) is none.
    init?(_ text: String) {
        var rest = Array(text.trimmed().lowercased().unicodeScalars)[...]
        for word in ["klockan", "kl.", "kl"] where rest.starts(with: Array(word.unicodeScalars)) {
            rest = rest.dropFirst(word.unicodeScalars.count)
            break
        }
        Self.skipSpaces(&rest)
        guard let start = Self.clock(&rest) else { return nil }
        Self.skipSpaces(&rest)
        var end: Clock?
        if let dash = rest.first, ["-", "–", "—", "\u{2212}", "\u{2011}"].contains(dash) {
            rest.removeFirst()
            Self.skipSpaces(&rest)
            guard let clock = Self.clock(&rest), clock > start else { return nil }
            end = clock
            Self.skipSpaces(&rest)
        }
        guard rest.first.map({ [",", ";", "("].contains($0) }) ?? true else { return nil }
        self.start = start
        self.end = end
    }

    private static func skipSpaces(_ rest: inout ArraySlice<Unicode.Scalar>) {
        rest = rest.drop { $0.isSpace }
    }

    private static func clock(_ rest: inout ArraySlice<Unicode.Scalar>) -> Clock? {
        guard let hour = number(&rest), hour < 24 else { return nil }
        guard let mark = rest.first, mark == ":" || mark == "." else { return Clock(hour: hour, minute: 0) }
        rest.removeFirst()
        guard let first = rest.first, ("0"..."5").contains(first), let minute = number(&rest), minute < 60 else {
            return nil
        }
        return Clock(hour: hour, minute: minute)
    }

    /// One or two digits, and no third.
    private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return Int(String(String.UnicodeScalarView(digits)))
    }
}
