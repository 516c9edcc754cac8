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
    /// By row; `nil` where neither its own label nor that of the sum above it tells: a sign alone makes a loan no income.
    package let rows: [MoneyFlow?]

    /// - Parameter sums: the table's own; a sum's label speaks for the rows that it adds up.
    package init(of table: PlanTable, sums: Reconciliation) {
        guard table.class == .budget else {
            meaning = .unknown
            rows = table.rows.map { _ in nil }
            return
        }
        let labels = table.rows.indices.map { FlowWords.flow(of: table.rowLabel($0)) }
        let signs = table.rows.indices.map { table.sign(ofRow: $0) }
        var flows = labels
        for check in sums.checks where sums.rows[check.row] == .sum {
            guard let flow = labels[check.row] else { continue }
            for term in check.terms where flows[term] == nil && signs[term] == signs[check.row] { flows[term] = flow }
        }
        self.meaning = Self.meaning(labels: labels, signs: signs)
        rows = flows
    }

    /// What the signs of the labelled rows say; each row has one vote. Only where incomes and costs are both labelled is it
    /// known what a sign means.
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
        switch (incomes.signum(), costs.signum()) {
        case (1, -1): return .plusIsIncome
        case (-1, 1): return .plusIsCost
        case (1, 1): return signs.contains(-1) ? .unknown : .both
        default: return .unknown
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

extension MoneyFlow {
    /// What a label or a heading says that its amounts are; `nil` where it speaks of neither or of both.
    package static func named(by label: String) -> MoneyFlow? { FlowWords.flow(of: label) }
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
