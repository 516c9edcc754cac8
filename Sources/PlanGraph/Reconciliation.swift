package import PlanModel

/// Whether the printed sums of one money table agree with its rows.
package struct Reconciliation: Sendable {
    /// The role of each row of the table.
    package let rows: [RowRole]
    /// Every printed sum and total, by row and column.
    package let checks: [SumCheck]
    /// Every group of parts that could be compared with its whole, by row and column.
    package let parts: [PartsCheck]
    /// The years for which changes lead from one frame to the next.
    package let bridges: [FrameBridge]
    /// Parts and frames that could not be compared, and why.
    package let uncomputed: [UncomputedCheck]
    /// By position.
    package let diagnostics: [Diagnostic]

    /// Whether a sum, a group of parts or a frame is off by more than rounding can explain.
    package let hasDifference: Bool

    /// - Parameters:
    ///   - table: any table; one that holds no money has nothing to compare.
    ///   - frames: the table that `frames=` names, for changes of frames.
    package init(of table: PlanTable, frames: PlanTable?) {
        rows = table.rowRoles
        var found: [Diagnostic] = []
        var uncomputed: [UncomputedCheck] = []
        if table.class.isMoney {
            checks = Self.checkSums(of: table, roles: rows, into: &found)
            parts = Self.checkParts(of: table, roles: rows, uncomputed: &uncomputed, into: &found)
        } else {
            checks = []
            parts = []
        }
        if let frames, table.class == .frameChanges {
            bridges = Self.checkFrames(
                of: table, roles: rows, frames: frames, uncomputed: &uncomputed, into: &found)
        } else {
            bridges = []
        }
        self.uncomputed = uncomputed
        found += table.unknownTotalLabels.map { Self.unknownTotalLabel($0, in: table) }
        found += table.possibleTotals(rows).map { Self.possibleTotal(row: $0, in: table) }
        if frames?.class.isMoney == true, let reference = table.attributes.frames, bridges.isEmpty, uncomputed.isEmpty {
            found.append(Self.framesWithoutYears(reference))
        }
        if table.lacksUnit { found.append(Self.missingUnit(in: table)) }
        let wasUnresolved = table.attributes.frames != nil && frames == nil
        hasDifference =
            checks.contains { $0.verdict.isDifference } || parts.contains(where: \.exceeds)
            || bridges.contains { $0.verdict.isDifference }
        if table.attributes.accept != nil, !hasDifference, !wasUnresolved {
            found.append(Self.acceptWithoutDifference(in: table))
        }
        diagnostics = found.sorted()
    }

    /// The verdicts on all that was compared, or could not be.
    package var verdicts: [Verdict] {
        checks.map(\.verdict) + parts.map(\.verdict) + bridges.map(\.verdict)
            + uncomputed.map { .notComputable($0.reason) }
    }

    /// - Parameter lookup: gives the table that `frames=` names; it reports a name of nothing.
    package init(of table: PlanTable, resolvingFrames lookup: (Located<String>) -> PlanTable?) {
        self.init(of: table, frames: table.attributes.frames.flatMap(lookup))
    }

    /// The check of a printed sum, or `nil` where the cell prints none.
    package func check(row: Int, column: Int) -> SumCheck? {
        var low = 0
        var high = checks.count
        while low < high {
            let middle = (low + high) / 2
            if (checks[middle].row, checks[middle].column) < (row, column) { low = middle + 1 } else { high = middle }
        }
        guard low < checks.count, checks[low].row == row, checks[low].column == column else { return nil }
        return checks[low]
    }
}

/// How a printed sum stands to what its terms give.
package enum Verdict: Sendable, Hashable {
    case exact
    case withinRounding
    /// Printed − computed, in the unit of the sum.
    case differs(by: Amount)
    case notComputable(NotComputable)

    /// - Parameters:
    ///   - difference: printed − computed.
    ///   - tolerance: the largest difference that rounding can explain.
    init(difference: Amount, tolerance: Amount) {
        if difference == .zero {
            self = .exact
        } else if difference.magnitude <= tolerance {
            self = .withinRounding
        } else {
            self = .differs(by: difference)
        }
    }

    /// Why nothing could be computed.
    package var reason: NotComputable? {
        if case .notComputable(let reason) = self { reason } else { nil }
    }

    package var isDifference: Bool {
        if case .differs = self { true } else { false }
    }
}

/// A printed sum beside what its terms give; amounts in the unit of the sum.
package struct SumCheck: Sendable, Hashable {
    /// Indices of the table's rows and columns.
    package let row: Int
    package let column: Int
    package let printed: PrintedAmount
    /// The unit of the sum and of all that is computed here.
    package let unit: MoneyUnit?
    /// `nil`, as are difference and tolerance, where the sum is not computable.
    package let computed: Amount?
    /// Printed − computed.
    package let difference: Amount?
    /// Half a unit of the last digit of the sum, and of each term that is not a bare `0`.
    package let tolerance: Amount?
    package let verdict: Verdict
    /// The rows that were added up, in the same column.
    package let terms: [Int]
}

/// A plain row beside the sum of its `Varav` rows in one column; amounts in the unit of the whole.
package struct PartsCheck: Sendable, Hashable {
    /// The row of the whole, and the rows of its parts that have a value.
    package let whole: Int
    package let parts: [Int]
    package let column: Int
    package let printed: PrintedAmount
    package let unit: MoneyUnit?
    /// The sum of the parts.
    package let sum: Amount
    /// The magnitude of the sum − the magnitude of the whole; not above the tolerance where all is well.
    package let excess: Amount
    package let tolerance: Amount

    package var exceeds: Bool { tolerance < excess }

    /// Parts that leave something over are as right as parts that make up the whole.
    package var verdict: Verdict {
        if exceeds { return .differs(by: excess) }
        return .zero < excess ? .withinRounding : .exact
    }
}

/// A frame of one year beside that of the year before and the changes between them; amounts in the unit of the frame.
package struct FrameBridge: Sendable, Hashable {
    /// The column of the changes, in the table of changes.
    package let column: Int
    /// The year that the changes lead to.
    package let year: Int
    package let unit: MoneyUnit?
    /// The frame of the year before.
    package let from: Amount
    package let changes: Amount
    /// From + changes.
    package let computed: Amount
    /// The frame of the year.
    package let to: Amount
    /// To − computed.
    package let difference: Amount
    package let tolerance: Amount
    package let verdict: Verdict
}

/// A whole and its parts, or a frame and its changes, that could not be compared.
package struct UncomputedCheck: Sendable, Hashable {
    /// The row of the whole; `nil` for a frame.
    package let whole: Int?
    package let column: Int
    package let reason: NotComputable
}
