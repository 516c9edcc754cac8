import PlanModel

/// The heading of a column as words: whatever the case, marks of notes and `*` aside.
struct Heading {
    let text: String
    let words: [String]

    init(_ text: String) {
        self.text = text
        words = Self.words(text)
    }

    /// Letters and digits in a row are a word; superscript digits are marks of notes.
    static func words(_ text: String) -> [String] {
        text.withoutInvisibleSigns().lowercased().unicodeScalars.split { !isWordPart($0) }.map {
            String(String.UnicodeScalarView($0))
        }
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || scalar.properties.generalCategory == .decimalNumber
            || scalar.properties.generalCategory == .nonspacingMark
    }

    /// Whether the heading begins with a name, in whole words.
    func begins(with name: String) -> Bool {
        let wanted = Self.words(name)
        return words.count >= wanted.count && zip(words, wanted).allSatisfy { $0 == $1 }
    }

    /// Whether the heading's first words miss a name by a letter or two.
    ///
    /// One letter in names of up to four, two in longer ones. In names of two or three letters another letter in the
    /// same place is another word (`IT` isn't a misspelt `Id`), unless only its accent differs (`Mal`).
    func misses(_ name: String) -> Bool {
        let wanted = Self.words(name)
        guard !words.isEmpty else { return false }
        let start = words.prefix(wanted.count).joined(separator: " ")
        let whole = wanted.joined(separator: " ")
        let length = whole.unicodeScalars.count
        // An ending on a short name (`Målen`) is no other word.
        let isEnding = length == 3 && start.hasPrefix(whole)
        let limit = length <= 4 && !isEnding ? 1 : 2
        let distance = Spelling.distance(start, whole, limit: limit)
        guard distance > 0, distance <= limit else { return false }
        if length > 3 { return true }
        if start.unicodeScalars.count > length { return true }
        return Slug.make(start) == Slug.make(whole) || Set(start.unicodeScalars) == Set(whole.unicodeScalars)
    }

    /// The role of the known column that the heading names: the longest name wins.
    func role(among known: [KnownColumn]) -> ColumnRole? {
        var best: (length: Int, role: ColumnRole)?
        for column in known {
            for name in column.names where begins(with: name) {
                if name.utf8.count > best?.length ?? 0 { best = (name.utf8.count, column.role) }
            }
        }
        return best?.role
    }

    /// The known name that the heading misses by a letter or two.
    func nearMiss(among names: [String]) -> String? {
        names.filter(misses).min { distance(to: $0) < distance(to: $1) }
    }

    /// How far the heading's first words are from a name.
    func distance(to name: String) -> Int {
        let wanted = Self.words(name)
        return Spelling.distance(words.prefix(wanted.count).joined(separator: " "), wanted.joined(separator: " "))
    }
}
