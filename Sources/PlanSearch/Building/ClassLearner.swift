internal import PlanModel

/// Finds which of a site's own words are forms of one word.
///
/// Three witnesses: the irregular words that a language is known for; paradigms, where the words that begin alike and
/// go on with endings of one paradigm are enough to believe it; and Snowball's stems, for longer words.
struct ClassLearner {
    private let forms: FormTable
    private let counts: [UInt32]
    private let isLetters: [Bool]
    private var links: FormLinks

    /// - Parameters:
    ///   - counts: how often each form stands in the text.
    ///   - isLetters: whether each form is of letters only, and no stop word: these are in no class but their own.
    init(forms: FormTable, counts: [UInt32], isLetters: [Bool], rules: LanguageRules, language: Language) {
        self.forms = forms
        self.counts = counts
        self.isLetters = isLetters
        let suffixes = SuffixTable(rules.suffixes)
        links = FormLinks(forms.count)
        for group in rules.irregular {
            let found = group.compactMap { forms.find(Array($0.utf8)) }
            for form in found.dropFirst() { links.link(found[0], form) }
        }
        linkParadigms(Paradigms(rules, suffixes: suffixes), EndingTree(rules.suffixes))
        linkTies(WordTies(rules, suffixes: suffixes, language: language))
    }

    /// The class of a form: the lowest number of its members.
    mutating func root(_ form: Int) -> Int { links.root(form) }

    private mutating func linkParadigms(_ paradigms: Paradigms, _ endings: EndingTree) {
        // Words that have something in common begin with the same two bytes.
        var groups = [[Int]](repeating: [], count: 32)
        for form in 0..<forms.count where isLetters[form] {
            groups[FormTable.hash(forms[form].prefix(2)) % groups.count].append(form)
        }
        let (forms, counts, fixed) = (forms, counts, groups)
        let kin = Workers.map(groups.count) { Self.kin(fixed[$0], forms, counts, paradigms, endings) }
        for (left, right) in kin.joined() { links.link(left, right) }
    }

    /// Pairs of words that a paradigm ties.
    private static func kin(
        _ group: [Int], _ forms: FormTable, _ counts: [UInt32], _ paradigms: Paradigms, _ endings: EndingTree
    ) -> [(Int, Int)] {
        // What lies before an ending, and the words that it begins with the endings that follow.
        var bases = FormTable(capacity: 1 << 14)
        var members: [(base: Int32, member: Paradigms.Member)] = []
        forms.read { reader in
            for form in group {
                let word = forms[form]
                for (length, suffix) in endings.endings(of: reader[form]) {
                    let base = word.dropLast(length)
                    guard CodePoints.count(base) >= 2 else { continue }
                    members.append(
                        (Int32(bases.insert(base)), Paradigms.Member(form: Int32(form), suffix: Int32(suffix))))
                }
            }
        }
        // In order of base; the forms of a base stay in their own order.
        var starts = [Int](repeating: 0, count: bases.count + 1)
        for member in members { starts[Int(member.base) + 1] += 1 }
        for base in 0..<bases.count { starts[base + 1] += starts[base] }
        var next = starts
        var sorted = members.map(\.member)
        for (base, member) in members {
            sorted[next[Int(base)]] = member
            next[Int(base)] += 1
        }
        var pairs: [(Int, Int)] = []
        counts.withUnsafeBufferPointer { counts in
            for base in 0..<bases.count where starts[base + 1] - starts[base] > 1 {
                let kin = paradigms.kin(
                    among: sorted[starts[base]..<starts[base + 1]], length: CodePoints.count(bases[base]),
                    counts: counts)
                for member in kin.dropFirst() { pairs.append((Int(kin[0].form), Int(member.form))) }
            }
        }
        return pairs
    }

    private mutating func linkTies(_ ties: borrowing WordTies) {
        var stems = FormTable(capacity: 1 << 16)
        var firsts: [Int] = []
        var heads = FormTable(capacity: 1 << 12)
        var headFirsts: [Int] = []
        for form in 0..<forms.count where isLetters[form] {
            let word = Array(forms[form])
            if let stem = ties.stem(of: word) {
                let number = stems.insert(stem[...])
                if number == firsts.count { firsts.append(form) } else { links.link(firsts[number], form) }
            }
            for head in ties.heads(of: word) {
                let number = heads.insert(head[...])
                if number == headFirsts.count { headFirsts.append(form) } else { links.link(headFirsts[number], form) }
            }
        }
    }
}

/// Sets of forms that grow together.
struct FormLinks {
    private var parents: [Int32]

    init(_ count: Int) { parents = (0..<Int32(count)).map(\.self) }

    /// The lowest number of a form's set.
    mutating func root(_ form: Int) -> Int {
        var form = Int32(form)
        while parents[Int(form)] != form {
            parents[Int(form)] = parents[Int(parents[Int(form)])]
            form = parents[Int(form)]
        }
        return Int(form)
    }

    mutating func link(_ left: Int, _ right: Int) {
        let (left, right) = (root(left), root(right))
        if left != right { parents[max(left, right)] = Int32(min(left, right)) }
    }
}
