/// Gives sheets names that Excel takes: at most 31 characters, none of `[]:*?/\`, no `'` at either end, not a name that
/// Excel keeps for itself, and no two alike whatever the case.
struct SheetNames {
    static let longest = 31

    private var taken: Set<String> = ["history", "historik"]
    /// The number that the next sheet with the same name begins to look from.
    private var next: [String: Int] = [:]

    /// - Parameters:
    ///   - title: any text.
    ///   - fallback: what a sheet is called whose title has nothing that a name can hold.
    mutating func name(for title: String, fallback: String) -> String {
        var base = Self.cut(Self.cleaned(title), to: Self.longest)
        if base.isEmpty { base = Self.cut(Self.cleaned(fallback), to: Self.longest) }
        if base.isEmpty { base = "1" }
        var name = base
        var number = next[Self.key(base)] ?? 2
        while !taken.insert(Self.key(name)).inserted {
            let suffix = " \(number)"
            name = Self.cut(base, to: Self.longest - suffix.utf8.count) + suffix
            number += 1
        }
        next[Self.key(base)] = number
        return name
    }

    /// What two names that Excel takes for the same have in common.
    private static func key(_ name: String) -> String { name.uppercased().lowercased() }

    private static func cleaned(_ title: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in title.unicodeScalars {
            switch scalar {
            case "/", "\\": kept.append("-")
            case ":", "*", "?", "[", "]": kept.append(" ")
            default: kept.append(scalar)
            }
        }
        return trimmed(SheetText.line(String(kept)))
    }

    /// A beginning that ends with a whole word, unless that would leave less than half, and says that more follows.
    private static func cut(_ name: String, to length: Int) -> String {
        guard name.utf16.count > length else { return name }
        var kept = SheetText.beginning(of: name, length - 1)
        // A letter with a tower of accents can be longer than any name.
        if kept.isEmpty { kept = String(String.UnicodeScalarView(name.unicodeScalars.prefix(length / 2))) }
        let endsInWord = !name.dropFirst(kept.count).hasPrefix(" ")
        if endsInWord, let space = kept.lastIndex(of: " "), kept[..<space].utf16.count * 2 >= length {
            kept = String(kept[..<space])
        }
        return trimmed(kept) + "…"
    }

    private static func trimmed(_ name: String) -> String {
        var name = Substring(name)
        while let first = name.unicodeScalars.first, first == "'" || first == " " { name.unicodeScalars.removeFirst() }
        while let last = name.unicodeScalars.last, last == "'" || last == " " { name.unicodeScalars.removeLast() }
        return String(name)
    }
}
