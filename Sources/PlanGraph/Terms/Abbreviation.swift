import PlanModel

/// What the glossary's explanation of a word says that it stands for.
package enum Abbreviation {
    private static let introductions = [
        "Förkortning för ", "Förkortas ", "Abbreviation of ", "Abbreviation for ", "Short for ",
    ]

    /// Whether a word is written as abbreviations are: short, in one piece, with two capitals or more (`RUS`, `MoB`).
    package static func isOne(_ title: String) -> Bool {
        title.count <= 8 && title.filter(\.isUppercase).count >= 2 && !title.contains(where: \.isWhitespace)
    }

    /// What a word is another word for; `nil` where the explanation is a sentence about it.
    ///
    /// - Parameter longest: how many words the meaning may have.
    package static func meaning(of title: String, _ explanation: String, longest: Int = 5) -> String? {
        let (first, rest) = sentences(explanation)
        if let introduction = introductions.first(where: { first.hasPrefix($0) }) {
            let meaning = String(first.dropFirst(introduction.count))
            return words(in: meaning) <= longest ? meaning : nil
        }
        // An abbreviation that is written out, and no more: 'RUS', 'Regional utvecklingsstrategi'.
        return title.count <= 8 && title.filter(\.isUppercase).count >= 2 && rest.isEmpty && words(in: first) <= longest
            ? first : nil
    }

    /// What a reader is told in brackets after an abbreviation, and whether the explanation says more than that.
    ///
    /// It is what an introduction (`Förkortning för`) names, or a beginning that holds the abbreviation's letters in order.
    static func expansion(of title: String, _ explanation: String) -> (text: String, saysMore: Bool)? {
        let (first, rest) = sentences(explanation)
        if introductions.contains(where: first.hasPrefix),
            let meaning = meaning(of: title, explanation, longest: mostWords), meaning != title
        {
            return (meaning, !rest.isEmpty)
        }
        // 'HME', 'Hållbart medarbetarengagemang, ett mått i procent'
        let beginning = String(first.prefix { $0 != "," }).trimmed()
        guard isOne(title), words(in: beginning) <= mostWords, holdsLetters(of: title, beginning)
        else { return nil }
        return (beginning, !rest.isEmpty || beginning.count < first.count)
    }

    private static let mostWords = 8

    private static func words(in text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

    private static func sentences(_ text: String) -> (first: String, rest: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts.count > 1 ? String(parts[1]).filter { !$0.isWhitespace } : ""
        return (String(parts.first ?? ""), rest)
    }

    private static func holdsLetters(of title: String, _ text: String) -> Bool {
        let letters = Array(title.lowercased().filter(\.isLetter))
        guard letters.count > 1, text.lowercased().first == letters.first else { return false }
        var next = 0
        for letter in text.lowercased() where next < letters.count && letter == letters[next] { next += 1 }
        return next == letters.count
    }
}
