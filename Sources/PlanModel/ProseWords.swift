/// What the words of one file hold that only the whole content can judge.
package struct ProseWords: Sendable {
    /// Abbreviations that the file doesn't explain, each at its first use.
    package var abbreviations: [Located<String>] = []
    /// Abbreviations that the file spells out.
    package var explained: Set<String> = []
    /// Amounts that a sentence states plainly for one year.
    package var amounts: [ProseAmount] = []
    /// Which subjects of a budget the text speaks of; gathered in plans and pages alone.
    package var topics: Set<BudgetTopic> = []

    package init() {}
}

/// An amount of money in prose: the only one of its sentence, which names one year and doesn't hedge.
package struct ProseAmount: Sendable {
    package let amount: PrintedAmount
    package let year: Int
    /// The words of the sentence in order, in lower case, with a space between each two: few are ever asked for, and a
    /// string for each takes three times the room.
    package let sentence: String
    package let position: SourcePosition

    package init(amount: PrintedAmount, year: Int, sentence: String, position: SourcePosition) {
        self.amount = amount
        self.year = year
        self.sentence = sentence
        self.position = position
    }

    /// The words of the sentence in order, in lower case.
    package var words: [String] {
        sentence.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
}

/// A subject that Kommunallagen (2017:725) 11 kap. 6 § wants in a budget, by the words that speak of it.
package enum BudgetTopic: Sendable, CaseIterable {
    case taxRate, appropriations, financing, financialPosition

    /// The beginnings of words, in lower case.
    package var stems: [String] {
        switch self {
        case .taxRate: ["skattesats", "utdebitering", "taxrate"]
        case .appropriations: ["anslag", "driftanslag", "driftram", "budgetram", "appropriation"]
        case .financing: ["finansier", "financ"]
        case .financialPosition: ["balansräkning", "balansbudget", "soliditet", "solidity", "balancesheet"]
        }
    }
}
