package import PlanModel

extension PlanTable {
    /// The money columns that can be summed: those of percentages cannot.
    package var summedColumns: [Int] {
        columns.indices.filter { index in
            if case .money(let column) = columns[index].role { !column.isPercentage } else { false }
        }
    }

    /// What a money cell says of sums.
    func summand(row: Int, column: Int) -> Summand {
        let cells = rows[row].cells
        guard column < cells.count, let reading = cells[column].reading else { return .none }
        switch reading {
        case .missing: return .none
        case .unreadable: return .unreadable
        case .amount(let amount):
            if amount.isPercentage { return .none }
            return .amount(MeasuredAmount(amount: amount, unit: unit(of: amount, column: column)))
        }
    }

    /// The unit that holds for an amount: its own, else its heading's, else the table's.
    package func unit(of amount: PrintedAmount, column: Int) -> MoneyUnit? {
        if let own = amount.unit { return own }
        if case .money(let column) = columns[column].role, let unit = column.unit { return unit }
        return unit
    }

    /// The cell's place; the row's first cell where the row is too short.
    func position(row: Int, column: Int) -> SourcePosition {
        let cells = rows[row].cells
        if column < cells.count { return cells[column].position }
        return cells.first?.position ?? position
    }

    /// The year of a money column that is about one whole year.
    func year(ofColumn column: Int) -> Int? {
        guard case .money(let money) = columns[column].role, !money.isPercentage, let period = money.period,
            period.first == period.last, period.part == nil
        else { return nil }
        return period.first
    }

    /// Whether an amount of money stands in the table for which no unit is stated anywhere.
    var lacksUnit: Bool {
        guard self.class.isMoney, unit == nil, !attributes.hasUnknownUnit else { return false }
        let columns = summedColumns
        return rows.indices.contains { row in
            columns.contains { column in
                if case .amount(let amount) = summand(row: row, column: column) { amount.unit == nil } else { false }
            }
        }
    }
}

/// What a money cell adds to a sum.
enum Summand {
    /// No value, or a percentage, which is never summed.
    case none
    case amount(MeasuredAmount)
    /// Text that is no number: sums over it are unknown.
    case unreadable

    var amount: MeasuredAmount? {
        if case .amount(let amount) = self { amount } else { nil }
    }
}
