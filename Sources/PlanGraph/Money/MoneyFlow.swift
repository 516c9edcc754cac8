package import PlanModel

/// Which way money goes: sources print costs with plus or with minus, so that a sign alone says nothing.
package enum MoneyFlow: String, Sendable, CaseIterable {
    /// Money that comes in (intäkt).
    case income
    /// Money that goes out (kostnad).
    case cost
}

/// What plus and minus mean in a budget, as far as the table's own labels tell.
package enum SignMeaning: Sendable, Hashable {
    /// Incomes are printed as positive amounts, costs as negative ones.
    case plusIsIncome
    /// Costs are printed as positive amounts, incomes as negative ones.
    case plusIsCost
    /// Both are printed as positive amounts: the labels alone tell them apart.
    case both
    /// No label speaks of incomes or costs, or they contradict each other.
    case unknown
}

/// Tells incomes from costs in one budget.
package struct MoneyFlows: Sendable {
    package let meaning: SignMeaning
    /// By row; `nil` where neither label nor sign tells.
    package let rows: [MoneyFlow?]

    /// - Parameter sums: the table's own; a sum's label speaks for the rows that it adds up.
    package init(of table: PlanTable, sums: Reconciliation) {
        guard table.class == .budget else {
            meaning = .unknown
            rows = table.rows.map { _ in nil }
            return
        }
        let labels = table.rows.indices.map { FlowWords.flow(of: table.label(ofRow: $0, column: table.labelColumn)) }
        let signs = table.rows.indices.map { table.sign(ofRow: $0) }
        let meaning = Self.meaning(labels: labels, signs: signs)
        var flows = labels
        for check in sums.checks where sums.rows[check.row] == .sum {
            guard let flow = labels[check.row] else { continue }
            for term in check.terms where flows[term] == nil && signs[term] == signs[check.row] { flows[term] = flow }
        }
        for row in flows.indices where flows[row] == nil && sums.rows[row] != .total {
            flows[row] = meaning.flow(of: signs[row])
        }
        self.meaning = meaning
        rows = flows
    }

    /// What the signs of the labelled rows say; each row has one vote.
    private static func meaning(labels: [MoneyFlow?], signs: [Int]) -> SignMeaning {
        var incomes = 0
        var costs = 0
        for (flow, sign) in zip(labels, signs) {
            switch flow {
            case .income: incomes += sign
            case .cost: costs += sign
            case nil: break
            }
        }
        let isMixed = signs.contains(1) && signs.contains(-1)
        switch (incomes.signum(), costs.signum()) {
        case (1, -1): return .plusIsIncome
        case (-1, 1): return .plusIsCost
        case (1, 1), (-1, -1): return isMixed ? .unknown : .both
        case (1, 0): return isMixed ? .plusIsIncome : .unknown
        case (-1, 0): return isMixed ? .plusIsCost : .unknown
        case (0, -1): return isMixed ? .plusIsIncome : .unknown
        case (0, 1): return isMixed ? .plusIsCost : .unknown
        default: return .unknown
        }
    }
}

extension SignMeaning {
    /// What an amount of a sign is.
    fileprivate func flow(of sign: Int) -> MoneyFlow? {
        switch (self, sign) {
        case (.plusIsIncome, 1), (.plusIsCost, -1): .income
        case (.plusIsIncome, -1), (.plusIsCost, 1): .cost
        default: nil
        }
    }
}

extension PlanTable {
    /// 1 or −1 where all amounts of a row that are not 0 have that sign, else 0.
    fileprivate func sign(ofRow row: Int) -> Int {
        var sign = 0
        for column in summedColumns {
            guard let amount = summand(row: row, column: column).amount?.amount.value else { continue }
            let own = amount.mantissa.signum()
            guard own != 0 else { continue }
            if sign == 0 { sign = Int(own) } else if sign != Int(own) { return 0 }
        }
        return sign
    }
}

/// The words of labels that speak of incomes or costs, in Swedish and English.
private enum FlowWords {
    static func flow(of label: String) -> MoneyFlow? {
        var found: Set<MoneyFlow> = []
        for word in RowLabel(label).words {
            // The last part of a compound is what it is: kostnadsersättning is no cost.
            if incomes.contains(where: word.hasSuffix) { found.insert(.income) }
            if costs.contains(where: word.hasSuffix) { found.insert(.cost) }
        }
        return found.count == 1 ? found.first : nil
    }

    private static let incomes = [
        "intäkt", "intäkter", "intäkterna", "inkomst", "inkomster", "income", "incomes", "revenue", "revenues",
    ]
    private static let costs = [
        "kostnad", "kostnader", "kostnaderna", "utgift", "utgifter", "utgifterna", "cost", "costs", "expense",
        "expenses",
        "expenditure",
    ]
}
