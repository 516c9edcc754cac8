import PlanMarkdown
import PlanModel

/// What is found in the words of one file: findings of its own, and what only the whole content can judge.
struct ProseReading {
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var words = ProseWords()

    init(_ document: MarkdownDocument, frontMatter: FrontMatter, language: Language) {
        var ease = ReadingEase()
        var days = UndatedDays(isOfOneYear: Self.isOfOneYear(frontMatter), language: language)
        var abbreviations = Abbreviations()
        var amounts = PlainAmounts(language: language)
        var topics: Set<BudgetTopic> = []
        let wantsTopics = Self.mayBeBudget(frontMatter)
        ProseBlock.forEach(in: document) { block in
            ease.add(block)
            days.add(block)
            abbreviations.add(block)
            amounts.add(block)
            if wantsTopics { Self.gather(&topics, block) }
        }
        diagnostics = days.diagnostics
        if let finding = ease.finding { diagnostics.append(finding) }
        words.abbreviations = abbreviations.unexplained
        words.explained = abbreviations.explained
        // Without the room that growing leaves.
        words.amounts = amounts.amounts.withUnsafeBufferPointer { Array($0) }
        words.topics = topics
    }

    private static func gather(_ topics: inout Set<BudgetTopic>, _ block: ProseBlock) {
        var text: [UInt8] = []
        for word in block.words where word.letters >= 6 {
            text.removeAll(keepingCapacity: true)
            block.appendLowercased(word, to: &text)
            for (topic, stems) in stems where stems.begin(text[...]) { topics.insert(topic) }
        }
    }

    private static let stems = BudgetTopic.allCases.map { ($0, WordBeginnings($0.stems)) }

    private static func scalar(_ frontMatter: FrontMatter, _ fields: Field...) -> [String] {
        frontMatter.pairs.compactMap { pair in
            guard fields.contains(where: { $0.rawValue == pair.key.value || $0.swedish == pair.key.value }),
                case .scalar(let text) = pair.value.value
            else { return nil }
            return text
        }
    }

    /// Whether title, period and date state one year and no other.
    private static func isOfOneYear(_ frontMatter: FrontMatter) -> Bool {
        var years: Set<Substring> = []
        for text in scalar(frontMatter, .title, .period, .date) {
            for run in digits(in: text) where run.utf8.count == 4 {
                if Period.year(String(run)) != nil { years.insert(run) }
            }
        }
        return years.count == 1
    }

    /// The runs of digits in a text.
    private static func digits(in text: String) -> [Substring] {
        guard text.isPlain else { return text.split { !("0"..."9").contains($0) } }
        return text.utf8.split { !(0x30...0x39).contains($0) }.map { Substring($0) }
    }

    private static func mayBeBudget(_ frontMatter: FrontMatter) -> Bool {
        let kind = scalar(frontMatter, .type).first?.trimmed().lowercased() ?? ""
        return EntityKind.plan.names.contains(kind) || EntityKind.page.names.contains(kind)
    }
}
