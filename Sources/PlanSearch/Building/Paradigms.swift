/// Tells which words that begin alike are forms of one word.
struct Paradigms: Sendable {
    /// A form that begins with a base, and the ending that follows there.
    struct Member: Sendable {
        let form: Int32
        let suffix: Int32
    }

    private let suffixes: SuffixTable
    private let count: Int
    /// The ending of the word itself in each paradigm.
    private let citations: [Int?]

    init(_ rules: LanguageRules, suffixes: SuffixTable) {
        self.suffixes = suffixes
        count = rules.paradigms.count
        citations = rules.paradigms.map { suffixes.index(of: Array($0[0].utf8)[...]) }
    }

    /// The members that take endings of one paradigm: the one with the most of them, the more common on equals; none
    /// where no paradigm is to be believed.
    ///
    /// - Parameters:
    ///   - length: of the base, in code points.
    ///   - counts: how often each form stands in the text.
    func kin(among members: some Collection<Member>, length: Int, counts: UnsafeBufferPointer<UInt32>) -> [Member] {
        guard members.count > 1 else { return [] }
        var best: (paradigm: Int, kinds: Int, count: Int)?
        let any = members.reduce(0) { $0 | suffixes.masks[Int($1.suffix)] }
        var held: [Member] = []
        var nominatives: [Int] = []
        for paradigm in 0..<count where any >> paradigm & 1 == 1 {
            held.removeAll(keepingCapacity: true)
            nominatives.removeAll(keepingCapacity: true)
            var count = 0
            for member in members where suffixes.masks[Int(member.suffix)] >> paradigm & 1 == 1 {
                held.append(member)
                count += Int(counts[Int(member.form)])
                // A genitive says little beside its own nominative.
                let nominative = suffixes.nominative[Int(member.suffix)]
                if !nominatives.contains(nominative) { nominatives.append(nominative) }
            }
            let kinds = nominatives.count
            guard held.count > 1, isBelieved(paradigm, kinds: kinds, held: held, length: length) else { continue }
            if let other = best, (kinds, count) <= (other.kinds, other.count) { continue }
            best = (paradigm, kinds, count)
        }
        guard let best else { return [] }
        return members.filter { suffixes.masks[Int($0.suffix)] >> best.paradigm & 1 == 1 }
    }

    /// Whether so many endings of one paradigm after a base of so many letters are more than chance.
    private func isBelieved(_ paradigm: Int, kinds: Int, held: [Member], length: Int) -> Bool {
        if kinds >= 3 { return length >= 2 }
        guard length >= 3 else { return false }
        guard kinds == 2 else { return true }
        // A short base needs the word itself beside its form: `regel` and `regler`, not `planen` and `planet`.
        let citation = citations[paradigm]
        guard length > 3 || held.contains(where: { Int($0.suffix) == citation }) else { return false }
        // `mål` and `måla`, `planer` and `planera`: a word and an `a` more. `planen` and `planet`: no `plane` between.
        return !held.allSatisfy { suffixes.isThin[Int($0.suffix)] }
            && !held.allSatisfy { suffixes.isArticle[Int($0.suffix)] }
    }
}
