package import PlanModel

/// Two columns of the same lines that are compared: an earlier year or version, and the next.
package struct ColumnPair: Sendable, Hashable {
    package let from: Int
    package let to: Int
}

/// What changes in a row between two columns.
package struct ColumnChange: Sendable, Hashable {
    package let row: Int
    package let unit: MoneyUnit?
    /// To − from, with the sign that the printed amounts give.
    package let difference: Amount
    /// How much larger the later amount is, its sign aside, with one decimal; `nil` where the earlier is 0 or the two have
    /// different signs.
    package let percent: Amount?
}

extension PlanTable {
    /// Each column of a year beside the one before it: by year, and within a year from plan over budget to accounts.
    package var columnPairs: [ColumnPair] {
        guard self.class == .budget || self.class == .frames else { return [] }
        let dated = summedColumns.compactMap { column -> (stage: Stage, column: Int)? in
            guard case .money(let money) = columns[column].role, let period = money.period, isVersion(column) else {
                return nil
            }
            return (Stage(period: period, version: money.version), column)
        }.sorted { $0.stage == $1.stage ? $0.column < $1.column : $0.stage < $1.stage }
        return zip(dated, dated.dropFirst()).filter { $0.stage < $1.stage }.map {
            ColumnPair(from: $0.column, to: $1.column)
        }
    }

    /// The change of each row that has a value in both columns.
    package func changes(between pair: ColumnPair) -> [ColumnChange] {
        rows.indices.compactMap { row in
            guard let from = summand(row: row, column: pair.from).amount,
                let to = summand(row: row, column: pair.to).amount,
                let units = try? UnitSum(printed: to, amounts: [from])
            else { return nil }
            let (before, after) = (units.value(from), units.value(to))
            let isSameSign = before.mantissa.signum() * after.mantissa.signum() >= 0
            var percent: Amount?
            if before.mantissa != 0, isSameSign {
                percent = (after.magnitude - before.magnitude).shifted(by: 2)
                    .divided(by: before.magnitude, decimals: 1)
            }
            return ColumnChange(row: row, unit: units.unit, difference: after - before, percent: percent)
        }
    }

    /// Whether a column is one year's or part of a year's money as a version of it, not a difference, a share or a total.
    package func isVersion(_ column: Int) -> Bool {
        guard case .money(let money) = columns[column].role, !money.isPercentage, let period = money.period,
            period.first == period.last
        else { return false }
        let words = RowLabel(columns[column].heading).words
        if words.contains(where: { word in Self.derived.contains { word.hasPrefix($0) } }) { return false }
        // Beside a version, a year and a unit other words may name whose money it is; without a version they could mean
        // anything.
        return money.version != nil
            || words.allSatisfy { word in
                Period(word) != nil || word.contains(where: \.isNumber) || MoneyUnit(spelling: word) != nil
                    || word == "i"
            }
    }

    /// The columns that hold one whole year each; none where a year stands in two versions, which do not add up.
    package var yearColumns: [Int] {
        let found = summedColumns.filter { year(ofColumn: $0) != nil && isVersion($0) }
        return Set(found.compactMap { year(ofColumn: $0) }).count == found.count ? found : []
    }

    /// What headings of columns begin with that are computed from others, or count something else.
    private static let derived = [
        "avvikelse", "differens", "diff", "skillnad", "förändring", "ändring", "index", "antal", "andel", "summa",
        "total", "delsumma", "kvot", "deviation", "variance", "difference", "change", "share", "number", "sum", "ratio",
    ]

    /// A point in the life of a year's money.
    private struct Stage: Comparable {
        let period: Period
        let version: BudgetVersion?

        static func < (left: Stage, right: Stage) -> Bool {
            (left.period, left.version.stage) < (right.period, right.version.stage)
        }
    }
}
