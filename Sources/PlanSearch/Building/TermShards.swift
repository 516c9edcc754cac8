internal import PlanModel

/// Writes the dictionary of forms, classes with their postings, and prefixes, a file a shard.
struct TermShards: Sendable {
    private let forms: FormTable
    private let words: WordClasses
    private let lists: PostingLists
    private let also: [UInt32: [String]]
    private let order: TermOrder
    private let prefixes: TermPrefixes
    private let homes: [Int32]

    init(
        forms: FormTable, words: WordClasses, lists: PostingLists, also: [UInt32: [String]], order: TermOrder,
        prefixes: TermPrefixes
    ) {
        self.forms = forms
        self.words = words
        self.lists = lists
        self.also = also
        self.order = order
        self.prefixes = prefixes
        homes = order.homes(of: words)
    }

    /// The file of a shard.
    func file(of shard: Int) -> IndexFile.Named {
        var writer = CodedWriter(numbers: TermKind.count)
        writer.number(order.entries(of: shard).count, TermKind.counts)
        writer.number(prefixes.range(of: shard).count, TermKind.counts)
        var local: [UInt32: Int] = [:]
        var firsts: [UInt32] = []
        var previous: ArraySlice<UInt8> = []
        for form in order.forms[order.entries(of: shard)] {
            let number = words.ofForm[Int(form)]
            let exact = forms[Int(form)]
            writer.frontCoded(exact, after: previous, TermKind.form)
            previous = exact
            if Int(homes[Int(number)]) != shard {
                writer.number(0, TermKind.reference)
                writer.string(forms[Int(words.heads[Int(number)])], TermKind.home)
            } else if let known = local[number] {
                writer.number(local.count - known + 1, TermKind.reference)
            } else {
                local[number] = local.count
                writer.number(1, TermKind.reference)
                firsts.append(form)
            }
        }
        for form in firsts { write(first: form, into: &writer) }
        previous = []
        for prefix in prefixes.range(of: shard) {
            writer.frontCoded(prefixes.keys[prefix], after: previous, TermKind.prefix)
            previous = prefixes.keys[prefix]
            PostingCode.write(prefixes[prefix], into: &writer, TermKind.postings)
        }
        return IndexFile.terms.siteFile(writer.finished())
    }

    /// Writes the class of its first form.
    private func write(first form: UInt32, into writer: inout CodedWriter) {
        let number = words.ofForm[Int(form)]
        let split = Int(words.splits[Int(form)])
        writer.number(split > 0 ? 1 : 0, TermKind.splitCount)
        if split > 0 { writer.number(CodePoints.count(forms[Int(form)].prefix(split)), TermKind.split) }
        let also = also[number] ?? []
        writer.number(also.count, TermKind.alsoCount)
        for text in also { writer.string(text, TermKind.also) }
        PostingCode.write(lists[Int(number)], into: &writer, TermKind.postings)
    }
}
