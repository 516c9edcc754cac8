internal import PlanModel

/// Finds anew which words are forms of one word, where some words have come, gone, or become more common or rarer.
///
/// What ties two words depends on the words that begin alike, on their stems and on irregular words. So only classes with
/// a word that shares one of these with a changed word can differ; these are taken apart and put together again.
struct ClassRevision: ~Copyable {
    private let forms: FormTable
    private let counts: [UInt32]
    private let isLetters: [Bool]
    private let rules: LanguageRules
    private let paradigms: Paradigms
    private let endings: EndingTree
    private let ties: WordTies
    /// Each base with its members, once it has been asked for.
    private var bases = FormTable()
    private var members: [[Paradigms.Member]] = []

    init(_ forms: FormTable, counts: [UInt32], isLetters: [Bool], rules: LanguageRules, language: Language) {
        self.forms = forms
        self.counts = counts
        self.isLetters = isLetters
        self.rules = rules
        let suffixes = SuffixTable(rules.suffixes)
        paradigms = Paradigms(rules, suffixes: suffixes)
        endings = EndingTree(rules.suffixes)
        ties = WordTies(rules, suffixes: suffixes, language: language)
    }

    /// - Parameters:
    ///   - changed: words that have come, gone, or become more common or rarer.
    ///   - map: the numbers of all words before and after.
    ///   - old: the classes before.
    /// - Returns: for each form, the lowest number of a form of its class.
    mutating func roots(changing changed: [ArraySlice<UInt8>], _ map: FormMap, _ old: WordClasses) -> [Int32] {
        var isOpen = [Bool](repeating: false, count: old.count)
        for word in changed {
            for form in neighbours(of: word) where map.oldForms[form] >= 0 {
                isOpen[Int(old.ofForm[Int(map.oldForms[form])])] = true
            }
        }
        for (form, number) in map.newForms.enumerated() where number < 0 { isOpen[Int(old.ofForm[form])] = true }
        // The forms of open classes and new ones, and the first forms of the others.
        var firsts = [Int32](repeating: -1, count: old.count)
        var roots = [Int32](repeating: 0, count: forms.count)
        var open: [Int] = []
        for (form, before) in map.oldForms.enumerated() {
            guard before >= 0, !isOpen[Int(old.ofForm[Int(before)])] else {
                open.append(form)
                continue
            }
            let number = Int(old.ofForm[Int(before)])
            if firsts[number] < 0 { firsts[number] = Int32(form) }
            roots[form] = firsts[number]
        }
        var links = FormLinks(open.count)
        link(open, &links)
        for (place, form) in open.enumerated() { roots[form] = Int32(open[links.root(place)]) }
        return roots
    }

    /// All forms that a word may be tied to, itself among them.
    private mutating func neighbours(of word: ArraySlice<UInt8>) -> [Int] {
        var found: [Int] = forms.find(word).map { [$0] } ?? []
        for base in basesOf(word) { found += members(of: base).map { Int($0.form) } }
        let text = Array(word)
        for head in ties.heads(of: text) { found += ties.words(of: head).compactMap { forms.find($0) } }
        for group in rules.irregular where group.contains(where: { $0.utf8.elementsEqual(text) }) {
            found += group.compactMap { forms.find(Array($0.utf8)) }
        }
        return found
    }

    /// What lies before each ending of a word; a stem is one of them.
    private func basesOf(_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        word.withUnsafeBufferPointer { endings.endings(of: $0) }.compactMap { ending in
            let base = word.dropLast(ending.length)
            return CodePoints.count(base) >= 2 ? base : nil
        }
    }

    /// The forms that begin with a base and go on with an ending, in their own order.
    private mutating func members(of base: ArraySlice<UInt8>) -> [Paradigms.Member] {
        let number = bases.insert(base)
        if number < members.count { return members[number] }
        let endings = endings
        let isLetters = isLetters
        var found = forms.read { reader in
            base.withUnsafeBufferPointer { base in
                let start = WordHash().adding(base)
                return endings.texts.enumerated().compactMap { suffix, text -> Paradigms.Member? in
                    let form = text.withUnsafeBufferPointer { reader.find(base, $0, hash: start.adding($0)) }
                    guard form >= 0, isLetters[form] else { return nil }
                    return Paradigms.Member(form: Int32(form), suffix: Int32(suffix))
                }
            }
        }
        found.sort { $0.form < $1.form }
        members.append(found)
        return found
    }

    /// Links forms of open classes, each by its place among them.
    private mutating func link(_ open: [Int], _ links: inout FormLinks) {
        var places: [Int: Int] = [:]
        for (place, form) in open.enumerated() { places[form] = place }
        func link(_ forms: [Int], _ links: inout FormLinks) {
            let found = forms.compactMap { places[$0] }
            for place in found.dropFirst() { links.link(found[0], place) }
        }
        for group in rules.irregular { link(group.compactMap { forms.find(Array($0.utf8)) }, &links) }
        var stems: [[UInt8]: Int] = [:]
        var heads: [[UInt8]: Int] = [:]
        var seen: Set<ArraySlice<UInt8>> = []
        for (place, form) in open.enumerated() where isLetters[form] {
            let word = Array(forms[form])
            if let stem = ties.stem(of: word) { links.link(place, stems[stem] ?? place); stems[stem] = place }
            for head in ties.heads(of: word) { links.link(place, heads[head] ?? place); heads[head] = place }
            for base in basesOf(word[...]) where seen.insert(base).inserted {
                let members = members(of: base)
                let kin = counts.withUnsafeBufferPointer {
                    paradigms.kin(among: members, length: CodePoints.count(base), counts: $0)
                }
                link(kin.map { Int($0.form) }, &links)
            }
        }
    }
}
