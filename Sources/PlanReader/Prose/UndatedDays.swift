import PlanModel

/// Days without a year: `den 20 november`, `20/11`.
///
/// A year anywhere in the paragraph or in a heading above it says which is meant, and so does a page that is about one
/// year. What happens every year needs none.
struct UndatedDays {
    private(set) var diagnostics: [Diagnostic] = []
    private let isOfOneYear: Bool
    private let months: Set<String>
    private let isEnglish: Bool
    /// Whether the heading of each level has a year.
    private var hasYear = Array(repeating: false, count: 7)

    /// - Parameter isOfOneYear: whether the file's keys state one year.
    init(isOfOneYear: Bool, language: Language) {
        self.isOfOneYear = isOfOneYear
        isEnglish = language == .english
        months = language == .english ? Self.english : Self.swedish
    }

    mutating func add(_ block: ProseBlock) {
        guard !isOfOneYear else { return }
        switch block.kind {
        case .cell: return
        case .heading(let level):
            let level = min(max(level, 1), 6)
            hasYear[level] = block.traits.contains(.year)
            for deeper in (level + 1)..<7 { hasYear[deeper] = false }
        case .paragraph:
            guard block.traits.contains(.shortNumber), !block.traits.contains(.year), !hasYear.contains(true) else {
                return
            }
            scan(block)
        }
    }

    private mutating func scan(_ block: ProseBlock) {
        var found: [Diagnostic] = []
        for (index, word) in block.words.enumerated() {
            guard word.digits <= 2, let day = block.number(word), (1...31).contains(day) else { continue }
            let before = index > 0 ? block.text(block.words[index - 1]).lowercased() : ""
            guard index == 0 || isApart(block, index - 1) || isEnglish else { continue }
            let end: Int
            if index + 1 < block.words.count, isMonth(block, index + 1), isApart(block, index) {
                end = block.words[index + 1].end
            } else if isEnglish, index > 0, isMonth(block, index - 1), isApart(block, index - 1) {
                found.append(date(block, block.words[index - 1].start..<word.end))
                continue
            } else if let slash = monthAfterSlash(block, index, day: day, before: before) {
                end = slash
            } else {
                continue
            }
            found.append(date(block, word.start..<end))
        }
        guard !found.isEmpty,
            !block.words.contains(where: { word in
                word.letters > 2 && Self.recurring.begin(block.lowercased(word))
            })
        else { return }
        diagnostics += found
    }

    private func date(_ block: ProseBlock, _ range: Range<Int>) -> Diagnostic {
        .dateWithoutYear(block.text(range), at: block.position(of: range.lowerBound))
    }

    /// Whether only a space, with or without a point before it, follows a word.
    private func isApart(_ block: ProseBlock, _ index: Int) -> Bool {
        guard index + 1 < block.words.count else { return false }
        let gap = block.text(block.words[index].end..<block.words[index + 1].start)
        return gap.unicodeScalars.allSatisfy { $0 == "." || $0.isSpace }
    }

    private func isMonth(_ block: ProseBlock, _ index: Int) -> Bool {
        let word = block.words[index]
        guard word.digits == 0, word.letters >= 3, word.letters <= 9 else { return false }
        let text = block.text(word)
        // In English, months have a capital and `may` has other uses.
        return months.contains(isEnglish ? text : text.lowercased())
    }

    /// The end of `/11` after a day. `1/3` may as well be a third and `24/7` all the time: only a word that speaks of
    /// days, or a day that no month has the number of, makes it a date.
    private func monthAfterSlash(_ block: ProseBlock, _ index: Int, day: Int, before: String) -> Int? {
        let word = block.words[index]
        guard block.byte(word.end) == 0x2F, index + 1 < block.words.count else { return nil }
        let next = block.words[index + 1]
        guard next.start == word.end + 1, next.digits <= 2, let month = block.number(next), (1...12).contains(month),
            !(day == 24 && month == 7), ![0x2F, 0x2D, 0x3A, 0x25].contains(block.byte(next.end)),
            ![0x2F, 0x2D, 0x3A, 0x2C].contains(block.byte(word.start - 1))
        else { return nil }
        return day > 12 || Self.temporal.contains(before) ? next.end : nil
    }

    private static let swedish: Set<String> = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec",
    ]
    private static let english: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let temporal: Set<String> = [
        "den", "senast", "före", "efter", "från", "till", "tom", "fom", "before", "after", "until", "by", "on",
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    ]
    private static let recurring = WordBeginnings([
        "årlig", "varje", "årsvis", "every", "annual", "yearly", "each",
    ])
}
