internal import PlanModel

/// What an index knows of a language beforehand. All of it that a reader needs stands in the root file.
struct LanguageRules: Sendable {
    /// Words that text is full of: posted from titles and codes only.
    let stopWords: [String]
    /// Endings that one word takes, a paradigm each; at most 31.
    let paradigms: [[String]]
    /// Forms of one word that no ending explains.
    let irregular: [[String]]
    /// Whether long words are made of others without a sign between them.
    let splitsCompounds: Bool

    static func of(_ language: Language) -> LanguageRules {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    /// Each ending with the paradigms that it belongs to, a bit each; sorted.
    var suffixes: [(suffix: String, mask: Int)] {
        var masks: [String: Int] = [:]
        for (index, paradigm) in paradigms.enumerated() {
            for suffix in paradigm { masks[suffix, default: 0] |= 1 << index }
        }
        return masks.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }

    /// Endings from one line, `-` for none, each with its genitive.
    static func nouns(_ line: String) -> [String] {
        words(line).flatMap { $0.hasSuffix("s") ? [$0] : [$0, $0 + "s"] }
    }

    /// Endings from one line, `-` for none.
    static func words(_ line: String) -> [String] {
        line.split(whereSeparator: \.isWhitespace).map { $0 == "-" ? "" : String($0) }
    }
}
