internal import PlanModel

/// Finds which of a site's own words are forms of one word.
///
/// Three witnesses: the irregular words that a language is known for; paradigms, where the words that begin alike and
/// go on with endings of one paradigm are enough to believe it; and Snowball's stems, for longer words.
struct ClassLearner {
    private let forms: FormTable
    private let counts: [UInt32]
    private let isLetters: [Bool]
    private let rules: LanguageRules
    private let suffixes: SuffixTable
    /// What lies before an ending, and the words that it begins with the endings that follow.
    private var bases = FormTable(capacity: 1 << 16)
    private var members: [(base: Int32, form: Int32, suffix: Int32)] = []
    private var baseStarts: [Int] = []
    private var parents: [Int32]

    /// - Parameters:
    ///   - counts: how often each form stands in the text.
    ///   - isLetters: whether each form is of letters only, and no stop word: these are in no class but their own.
    init(forms: FormTable, counts: [UInt32], isLetters: [Bool], rules: LanguageRules, language: Language) {
        self.forms = forms
        self.counts = counts
        self.isLetters = isLetters
        self.rules = rules
        suffixes = SuffixTable(rules.suffixes)
        parents = (0..<Int32(forms.count)).map(\.self)
        for group in rules.irregular { linkIrregular(group) }
        collectBases()
        linkParadigms()
        linkStems(Stemmer(language))
    }

    /// The class of a form: the lowest number of its members.
    mutating func root(_ form: Int) -> Int {
        var form = Int32(form)
        while parents[Int(form)] != form {
            parents[Int(form)] = parents[Int(parents[Int(form)])]
            form = parents[Int(form)]
        }
        return Int(form)
    }

    private mutating func link(_ left: Int, _ right: Int) {
        let (left, right) = (root(left), root(right))
        if left != right { parents[max(left, right)] = Int32(min(left, right)) }
    }

    private mutating func linkIrregular(_ group: [String]) {
        let found = group.compactMap { forms.find(Array($0.utf8)) }
        for form in found.dropFirst() { link(found[0], form) }
    }

    private mutating func collectBases() {
        for form in 0..<forms.count where isLetters[form] {
            let word = forms[form]
            for (length, suffix) in suffixes.endings(of: word) {
                let base = word.dropLast(length)
                guard CodePoints.count(base) >= 2 else { continue }
                members.append((Int32(bases.insert(base)), Int32(form), Int32(suffix)))
            }
        }
        // In order of base; the forms of a base stay in their own order.
        var starts = [Int](repeating: 0, count: bases.count + 1)
        for member in members { starts[Int(member.base) + 1] += 1 }
        for base in 0..<bases.count { starts[base + 1] += starts[base] }
        baseStarts = starts
        var sorted = members
        for member in members {
            sorted[starts[Int(member.base)]] = member
            starts[Int(member.base)] += 1
        }
        members = sorted
    }

    private mutating func linkParadigms() {
        let paradigms = rules.paradigms.count
        for base in 0..<bases.count {
            let range = baseStarts[base]..<baseStarts[base + 1]
            guard range.count > 1 else { continue }
            let length = CodePoints.count(bases[base])
            var best: (paradigm: Int, kinds: Int, count: Int)?
            for paradigm in 0..<paradigms {
                let held = range.filter { suffixes.masks[Int(members[$0].suffix)] >> paradigm & 1 == 1 }
                // A genitive says little beside its own nominative.
                let kinds = Set(held.map { suffixes.nominative[Int(members[$0].suffix)] }).count
                let count = held.reduce(0) { $0 + Int(counts[Int(members[$1].form)]) }
                guard held.count > 1, isBelieved(paradigm, kinds: kinds, held: held, length: length) else { continue }
                if let other = best, (kinds, count) <= (other.kinds, other.count) { continue }
                best = (paradigm, kinds, count)
            }
            guard let best else { continue }
            var first: Int?
            for index in range where suffixes.masks[Int(members[index].suffix)] >> best.paradigm & 1 == 1 {
                let form = Int(members[index].form)
                if let first { link(first, form) } else { first = form }
            }
        }
    }

    /// Whether so many endings of one paradigm after a base of so many letters are more than chance.
    private func isBelieved(_ paradigm: Int, kinds: Int, held: [Int], length: Int) -> Bool {
        if kinds >= 3 { return length >= 2 }
        guard length >= 3 else { return false }
        guard kinds == 2 else { return true }
        // A short base needs the word itself beside its form: `regel` and `regler`, not `planen` and `planet`.
        let citation = suffixes.index(of: Array(rules.paradigms[paradigm][0].utf8)[...])
        guard length > 3 || held.contains(where: { Int(members[$0].suffix) == citation }) else { return false }
        // `mål` and `måla`, `planer` and `planera`: a word and an `a` more. `planen` and `planet`: no `plane` between.
        return !held.allSatisfy { suffixes.isThin[Int(members[$0].suffix)] }
            && !held.allSatisfy { suffixes.isArticle[Int(members[$0].suffix)] }
    }

    private mutating func linkStems(_ stemmer: borrowing Stemmer) {
        var stems = FormTable(capacity: 1 << 16)
        var firsts: [Int] = []
        for form in 0..<forms.count where isLetters[form] {
            let word = Array(forms[form])
            let stem = stemmer.stem(word)
            guard CodePoints.count(stem[...]) >= (rules.splitsCompounds ? 5 : 3) else { continue }
            // Only where what was taken away is an ending: `viktig` is no form of `vikt`.
            if rules.splitsCompounds {
                guard word.starts(with: stem), suffixes.index(of: word[stem.count...]) != nil else { continue }
            }
            let number = stems.insert(stem[...])
            if number == firsts.count { firsts.append(form) } else { link(firsts[number], form) }
        }
        linkTails()
    }

    /// Compounds that end in forms of an irregular word: huvudstad, huvudstäder.
    private mutating func linkTails() {
        var tails = FormTable(capacity: 1 << 10)
        var groups: [UInt8] = []
        for (group, words) in rules.irregular.enumerated() {
            for word in words.map({ Array($0.utf8) }) where word.count >= 4 {
                if tails.insert(word[...]) == groups.count { groups.append(UInt8(group)) }
            }
        }
        var heads = FormTable(capacity: 1 << 12)
        var firsts: [Int] = []
        for form in 0..<forms.count where isLetters[form] {
            let word = forms[form]
            guard word.count >= 7 else { continue }
            for length in 4...min(12, word.count - 3) {
                guard let tail = tails.find(word.suffix(length)) else { continue }
                let number = heads.insert((Array(word.dropLast(length)) + [0, groups[tail]])[...])
                if number == firsts.count { firsts.append(form) } else { link(firsts[number], form) }
            }
        }
    }
}
