/// A stretch of time that a plan, a report or a column of a table is about.
package struct Period: Hashable, Sendable, Comparable {
    /// A part of a year.
    package enum Part: Hashable, Sendable {
        /// 1–12.
        case month(Int)
        /// A third of a year (tertial), 1–3.
        case tertial(Int)
        /// 1–4.
        case quarter(Int)
    }

    package let first: Int
    /// The last year, the same as `first` for a single year.
    package let last: Int
    package let part: Part?

    package init(first: Int, last: Int? = nil, part: Part? = nil) {
        self.first = first
        self.last = last ?? first
        self.part = part
    }

    /// Reads `2025`, `2019–2021` (any dash), `2025-M03`, `2025-T1` or `2025-Q2`.
    package init?(_ text: String) {
        let characters = text.trimmed().unicodeScalars.map { Self.dashes.contains($0) ? "-" : $0 }
        let parts = characters.split(separator: "-", omittingEmptySubsequences: false)
            .map { String(String.UnicodeScalarView($0)).trimmed() }
        guard let firstPart = parts.first, let first = Self.year(firstPart) else { return nil }
        switch parts.count {
        case 1: self.init(first: first)
        case 2:
            if let last = Self.year(parts[1]) {
                guard last >= first, last - first <= 100 else { return nil }
                self.init(first: first, last: last)
                return
            }
            guard let letter = parts[1].unicodeScalars.first, let number = Int(parts[1].dropFirst()),
                parts[1].dropFirst().utf8.allSatisfy({ (48...57).contains($0) })
            else { return nil }
            switch letter {
            case "M", "m":
                guard (1...12).contains(number) else { return nil }
                self.init(first: first, part: .month(number))
            case "T", "t":
                guard (1...3).contains(number) else { return nil }
                self.init(first: first, part: .tertial(number))
            case "Q", "q", "K", "k":
                guard (1...4).contains(number) else { return nil }
                self.init(first: first, part: .quarter(number))
            default: return nil
            }
        default: return nil
        }
    }

    /// The period as the contract writes it: `2025`, `2019–2021`, `2025-M03`.
    package var text: String {
        switch part {
        case .month(let number): "\(first)-M\(number < 10 ? "0" : "")\(number)"
        case .tertial(let number): "\(first)-T\(number)"
        case .quarter(let number): "\(first)-Q\(number)"
        case nil: first == last ? "\(first)" : "\(first)–\(last)"
        }
    }

    package var years: ClosedRange<Int> { first...last }

    /// A plain year between 1900 and 2199.
    package static func year(_ text: String) -> Int? {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text),
            (1900..<2200).contains(year)
        else { return nil }
        return year
    }

    package static func < (left: Period, right: Period) -> Bool {
        (left.first, left.partOrder, left.last) < (right.first, right.partOrder, right.last)
    }

    private var partOrder: Int {
        switch part {
        case nil: 100
        case .month(let number): number
        case .tertial(let number): number * 4
        case .quarter(let number): number * 3
        }
    }

    private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "−", "\u{2010}", "\u{2011}"]
}

extension String {
    /// Without white space at either end, no-break spaces included.
    package func trimmed() -> String {
        // Most texts begin and end with a letter or digit.
        if let first = utf8.first, let last = utf8.last, Self.isASCIIWord(first), Self.isASCIIWord(last) { return self }
        let view = unicodeScalars
        guard let first = view.firstIndex(where: { !$0.isSpace }),
            let last = view.lastIndex(where: { !$0.isSpace })
        else { return "" }
        return String(view[first...last])
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) }
}
