/// A shard of the dictionary, decoded.
struct TermShard {
    struct Form {
        let exact: [UInt8]
        let folded: [UInt8]
        /// The class in this shard.
        let number: Int?
        /// A form of the class in its own shard, where that is another.
        let home: [UInt8]
    }

    struct WordClass {
        /// The form of this shard that it begins with.
        let first: Int
        /// In code points of the first form.
        let splits: [Int]
        let postings: [Posting]
        let also: [String]
    }

    let file: String
    let forms: [Form]
    let classes: [WordClass]
    let prefixes: [(key: [UInt8], postings: [Posting])]

    /// - Parameter parts: how many the index has.
    init(_ bytes: [UInt8], named name: String, parts: Int) throws(SearchFault) {
        file = name
        var reader = try IndexFile.terms.coded(bytes, numbers: TermKind.count, named: name)
        let formCount = try reader.number(TermKind.counts)
        let prefixCount = try reader.number(TermKind.counts)
        var forms: [Form] = []
        var firsts: [Int] = []
        var previous: [UInt8] = []
        for index in 0..<formCount {
            let exact = try reader.frontCoded(after: previous, TermKind.form)
            previous = exact
            let reference = try reader.number(TermKind.reference)
            var home: [UInt8] = []
            var number: Int?
            switch reference {
            case 0: home = try reader.bytes(TermKind.home)
            case 1:
                number = firsts.count
                firsts.append(index)
            default:
                guard reference - 1 <= firsts.count else { throw reader.fault }
                number = firsts.count - (reference - 1)
            }
            forms.append(Form(exact: exact, folded: Folding.folded(exact), number: number, home: home))
        }
        self.forms = forms
        var classes: [WordClass] = []
        for first in firsts {
            var splits: [Int] = []
            for _ in 0..<(try reader.number(TermKind.splitCount)) { splits.append(try reader.number(TermKind.split)) }
            var also: [String] = []
            for _ in 0..<(try reader.number(TermKind.alsoCount)) { also.append(try reader.string(TermKind.also)) }
            let postings = try PostingCode.read(&reader, TermKind.postings, parts: parts)
            classes.append(WordClass(first: first, splits: splits, postings: postings, also: also))
        }
        self.classes = classes
        var prefixes: [(key: [UInt8], postings: [Posting])] = []
        previous = []
        for _ in 0..<prefixCount {
            previous = try reader.frontCoded(after: previous, TermKind.prefix)
            prefixes.append((previous, try PostingCode.read(&reader, TermKind.postings, parts: parts)))
        }
        self.prefixes = prefixes
        guard reader.isAtEnd else { throw reader.fault }
    }

    /// The form with this very spelling.
    func form(_ exact: [UInt8]) -> Form? { forms.first { $0.exact == exact } }

    /// All forms of a class that stand here.
    func spellings(of number: Int) -> [String] {
        forms.filter { $0.number == number }.map { String(decoding: $0.exact, as: UTF8.self) }
    }
}
