import PlanModel

/// Text that somebody meant to replace: `xxx`, `RV 19xxxx`, `RV19xxxx`, `2026-xx-xx`, `§ XX`, `[Skriv …]`, `[datum]`, `TODO`, `???`, `Lorem ipsum`.
enum Placeholder {
    /// Where placeholders begin in a line, and what they are.
    ///
    /// - Parameter isYAML: whether brackets after a colon are a list: `taggar: [skriv, läs]`.
    static func find(in text: [Unicode.Scalar], isYAML: Bool = false) -> [(index: Int, text: String)] {
        var found: [(index: Int, text: String)] = []
        var index = 0
        var codeEnd = -1
        while index < text.count {
            let scalar = text[index]
            if scalar == "`" {
                // Code shows what somebody else should write.
                codeEnd = text[(index + 1)...].firstIndex(of: "`") ?? -1
                index = max(index, codeEnd) + 1
            } else if scalar == "[", !(isYAML && text[..<index].last { $0 != " " } == ":"),
                let end = bracket(text, from: index)
            {
                found.append((index, string(text[index...end])))
                index = end + 1
            } else if scalar == "?", let end = questions(text, from: index) {
                found.append((index, string(text[index..<end])))
                index = end
            } else if isWordPart(scalar) {
                let end = text[index...].firstIndex { !isWordPart($0) } ?? text.count
                let last = word(text, from: index, to: end)
                if let last { found.append((index, string(text[index..<last]))) }
                index = max(end, last ?? end)
            } else {
                index += 1
            }
        }
        return found
    }

    /// The end of a placeholder that begins with a word, or `nil`.
    private static func word(_ text: [Unicode.Scalar], from start: Int, to end: Int) -> Int? {
        // Most words begin and end otherwise than all that is looked for here.
        switch (text[start], text[end - 1]) {
        case ("T", _), ("F", _), ("L", _), ("l", _), ("0"..."9", _), (_, "x"), (_, "X"): break
        default: return nil
        }
        let word = string(text[start..<end])
        if word == "TODO" || word == "FIXME" || word == "TBD" { return end }
        let folded = word.lowercased()
        if folded == "lorem", string(text[end...].prefix(6)).lowercased() == " ipsum" { return end + 6 }
        if let date = date(text, from: start, to: end) { return date }
        // Capitals before digits begin a diary number: `RV19xxxx`.
        let capitals = word.prefix { $0.isASCII && $0.isUppercase && $0 != "X" }
        let number = word.dropFirst(capitals.count).prefix { $0.isASCII && $0.isNumber }
        let digits = capitals.isEmpty || !number.isEmpty ? number : ""
        let rest = digits.isEmpty ? folded[...] : folded.dropFirst(capitals.count + digits.count)
        guard !rest.isEmpty, rest.allSatisfy({ $0 == "x" }) else { return nil }
        let isAfterParagraph = text[..<start].last { $0 != " " && $0 != "\u{A0}" } == "§"
        return rest.count >= 3 || (rest.count == 2 && (!digits.isEmpty || isAfterParagraph)) ? end : nil
    }

    /// The end of `2026-xx-xx`, `2026-01-xx` or `2026-xx`, which begins with a year; `nil` where no part is left to write.
    private static func date(_ text: [Unicode.Scalar], from start: Int, to end: Int) -> Int? {
        guard end - start == 4, text[start..<end].allSatisfy(isDigit) else { return nil }
        var place = end
        var isOpen = false
        for _ in 0..<2 {
            guard place + 2 < text.count, text[place] == "-", place + 3 == text.count || !isWordPart(text[place + 3])
            else { break }
            let part = text[(place + 1)...(place + 2)]
            let isBlank = part.allSatisfy { $0 == "x" || $0 == "X" }
            guard isBlank || part.allSatisfy(isDigit) else { break }
            isOpen = isOpen || isBlank
            place += 3
        }
        return isOpen ? place : nil
    }

    /// The end of three question marks or more with no word before them: after one they are excitement.
    private static func questions(_ text: [Unicode.Scalar], from start: Int) -> Int? {
        let end = text[start...].firstIndex { $0 != "?" } ?? text.count
        guard end - start >= 3, start == 0 || !isWordPart(text[start - 1]) else { return nil }
        return end
    }

    /// What stands alone in brackets where somebody is to write it.
    private static let blanks: Set<String> = [
        "datum", "namn", "belopp", "år", "siffra", "antal", "titel", "rubrik", "paragraf", "diarienummer", "dnr",
        "förvaltning", "nämnd", "kommun", "organisation", "date", "name", "amount", "year", "number", "title",
    ]

    private static let verbs: Set<String> = [
        "skriv", "fyll", "ange", "infoga", "komplettera", "klistra", "välj", "lägg", "write", "insert", "fill",
        "enter", "choose", "add",
    ]

    /// The end of `[Skriv …]`, which is no link.
    private static func bracket(_ text: [Unicode.Scalar], from start: Int) -> Int? {
        guard let end = text[(start + 1)...].firstIndex(where: { $0 == "]" || $0 == "[" }), text[end] == "]" else {
            return nil
        }
        if end + 1 < text.count, ["(", "[", ":", "{"].contains(text[end + 1]) { return nil }
        if blanks.contains(string(text[(start + 1)..<end]).lowercased()) { return end }
        let first = text[(start + 1)..<end].split { !isWordPart($0) }.first.map { string($0).lowercased() }
        return first.map(verbs.contains) == true ? end : nil
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || isDigit(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
