import PlanModel

/// A sentence that states an amount plainly of something that it names: `Vårdval kostar 15 mnkr 2026`, `Budgeten för Vårdval
/// är 15 mnkr 2026`.
///
/// Only words that can't change what the amount is of may stand before the name and between it and the amount. Of all other
/// sentences nobody can tell what the amount says: `Vårdval får ett bidrag på 15 mnkr 2026`.
struct AmountSentence {
    private let words: [String]
    private let year: Int
    /// Whose figures the sentence speaks of; `nil` where it doesn't say.
    let version: BudgetVersion?
    /// Whether it speaks of two: nobody can tell of which the amount is.
    let namesManyVersions: Bool

    init(_ amount: ProseAmount) {
        words = amount.words
        year = amount.year
        let versions = Set(words.compactMap { Self.versions[$0] })
        version = versions.first
        namesManyVersions = versions.count > 1
    }

    /// Whether the amount is said of the name that begins at a word.
    func isAbout(_ name: [String], at index: Int) -> Bool {
        let end = index + name.count
        if end < words.count, Self.conjunctions.contains(words[end]) { return false }
        guard index > 0 else { return hasPlainWay(from: end) }
        let before = words[index - 1]
        if before == "för" || before == "for" {
            // `avsätts 15 mnkr för Vårdval`, `budgeten för Vårdval är 15 mnkr`
            let start = words[..<(index - 1)]
            if let last = start.last, Self.units.contains(last) { return true }
            return start.allSatisfy(isPlain) && hasPlainWay(from: end)
        }
        return words[..<index].allSatisfy(isPlain) && hasPlainWay(from: end)
    }

    /// Whether an amount follows, after nothing but verbs and the like.
    private func hasPlainWay(from start: Int) -> Bool {
        guard let amount = words[start...].firstIndex(where: { isNumber($0) && $0 != String(year) }) else {
            return false
        }
        return words[start..<amount].allSatisfy(isPlain)
    }

    private func isPlain(_ word: String) -> Bool { word == String(year) || Self.plain.contains(word) }

    private func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { (48...57).contains($0) } }

    /// The names of versions, also in definite form and in the genitive.
    private static let versions: [String: BudgetVersion] = Dictionary(
        BudgetVersion.allCases.filter { $0 != .plan }.flatMap { version in
            version.spellings.flatMap { word in ["", "en", "et", "s"].map { (word + $0, version) } }
        }, uniquingKeysWith: { first, _ in first })

    private static let conjunctions: Set<String> = ["och", "samt", "eller", "and", "or"]
    private static let units: Set<String> = ["kr", "tkr", "mnkr", "mkr", "mdkr", "kronor"]
    private static let plain: Set<String> = [
        "under", "år", "året", "i", "för", "på", "om", "till", "med", "en", "ett", "den", "det", "de",
        "är", "var", "blir", "blev", "bli", "får", "fick", "har", "hade", "kostar", "kostade", "kosta", "uppgår",
        "uppgick", "omfattar", "omfattade", "tilldelas", "tilldelades", "avsätts", "avsattes", "budgeteras",
        "budgeterades", "beräknas", "beräknades", "väntas", "motsvarar", "ligger", "kostnaden", "kostnaderna",
        "anslag", "anslaget", "budget", "budgeten", "ram", "ramen", "budgetram", "budgetramen", "bokslut", "bokslutet",
        "utfall", "utfallet", "prognos", "prognosen", "investeringen", "utgiften",
        "the", "a", "an", "in", "during", "year", "for", "of", "to", "at", "is", "was", "be", "will", "has", "had",
        "gets", "got", "costs", "cost", "amounts", "amounted", "receives", "received", "outcome", "forecast", "frame",
    ]
}
