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
        let postings: ArraySlice<UInt8>
        let also: [String]
    }

    let file: String
    let forms: [Form]
    let classes: [WordClass]
    let prefixes: [(key: [UInt8], postings: ArraySlice<UInt8>)]

    init(_ bytes: [UInt8], named name: String) throws(SearchFault) {
        file = name
        var reader = try IndexFile.terms.body(of: bytes, named: name)
        let classCount = try reader.count()
        let formCount = try reader.count()
        let prefixCount = try reader.count()
        var forms: [Form] = []
        var firsts: [Int] = []
        var previous: [UInt8] = []
        for index in 0..<formCount {
            let exact = try reader.frontCoded(after: previous)
            previous = exact
            let reference = try reader.varint()
            var home: [UInt8] = []
            var number: Int?
            switch reference {
            case 0: home = Array(try reader.slice(try reader.varint()))
            case 1:
                number = firsts.count
                firsts.append(index)
            default:
                guard reference - 1 <= firsts.count else { throw reader.fault }
                number = firsts.count - (reference - 1)
            }
            forms.append(Form(exact: exact, folded: Folding.folded(exact), number: number, home: home))
        }
        guard firsts.count == classCount else { throw reader.fault }
        self.forms = forms
        var classes: [WordClass] = []
        for index in 0..<classCount {
            let header = try reader.varint()
            guard header < 8 else { throw reader.fault }
            var splits: [Int] = []
            for _ in 0..<(header >> 1) { splits.append(try reader.u8()) }
            let postings = try reader.slice(try reader.varint())
            var also: [String] = []
            if header & 1 == 1 { for _ in 0..<(try reader.count()) { also.append(try reader.string()) } }
            classes.append(WordClass(first: firsts[index], splits: splits, postings: postings, also: also))
        }
        self.classes = classes
        var prefixes: [(key: [UInt8], postings: ArraySlice<UInt8>)] = []
        for _ in 0..<prefixCount {
            let key = Array(try reader.slice(try reader.varint()))
            prefixes.append((key, try reader.slice(try reader.varint())))
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
