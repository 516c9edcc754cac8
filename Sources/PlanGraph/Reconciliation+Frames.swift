import PlanModel

extension Reconciliation {
    /// Compares frame(Y−1) + changes(Y) with frame(Y) for each year column Y for which the frames have both years.
    static func checkFrames(
        of table: PlanTable, roles: [RowRole], frames: PlanTable, uncomputed: inout [UncomputedCheck],
        into found: inout [Diagnostic]
    ) -> [FrameBridge] {
        var columns: [Int: Int] = [:]
        for column in frames.summedColumns {
            guard let year = frames.year(ofColumn: column), columns[year] == nil else { continue }
            columns[year] = column
        }
        let frameRoles = frames.rowRoles
        let plainRows = roles.indices.filter { roles[$0] == .plain }
        var bridges: [FrameBridge] = []
        for column in table.summedColumns {
            guard let year = table.year(ofColumn: column), let before = columns[year - 1], let after = columns[year]
            else { continue }
            do throws(NotComputable) {
                let bridge = try bridge(
                    to: year, column: column,
                    from: frame(of: frames, roles: frameRoles, column: before),
                    changes: amounts(of: table, rows: plainRows, column: column),
                    to: frame(of: frames, roles: frameRoles, column: after))
                bridges.append(bridge)
                if let diagnostic = diagnostic(of: bridge, in: table) { found.append(diagnostic) }
            } catch {
                uncomputed.append(UncomputedCheck(whole: nil, column: column, reason: error))
                let position = table.columns[column].position
                found += diagnostic(of: error, at: position, what: .frames(year)).map { [$0] } ?? []
            }
        }
        return bridges
    }

    /// - Throws: `allTermsMissing` where one of the three has no value at all.
    private static func bridge(
        to year: Int, column: Int, from: [MeasuredAmount], changes: [MeasuredAmount], to: [MeasuredAmount]
    ) throws(NotComputable) -> FrameBridge {
        guard let printed = to.first, !from.isEmpty, !changes.isEmpty else { throw .allTermsMissing }
        let units = try UnitSum(printed: printed, amounts: from + changes + to.dropFirst())
        let computed = units.sum(from + changes)
        let difference = units.sum(to) - computed
        // One printed frame is rounded as a sum is, also where it is 0; several are rounded as terms.
        let rounding = to.count == 1 ? units.halfUnit(printed) : units.rounding(to)
        let tolerance = rounding + units.rounding(from + changes)
        return FrameBridge(
            column: column, year: year, unit: units.unit, from: units.sum(from), changes: units.sum(changes),
            computed: computed, to: units.sum(to), difference: difference, tolerance: tolerance,
            verdict: Verdict(difference: difference, tolerance: tolerance))
    }

    /// The amounts that make up a frame: what the last sum or total prints, else the only row's, else the plain rows'.
    private static func frame(
        of table: PlanTable, roles: [RowRole], column: Int
    ) throws(NotComputable) -> [MeasuredAmount] {
        if let last = roles.lastIndex(where: \.addsUp) {
            let printed = try amounts(of: table, rows: [last], column: column)
            if !printed.isEmpty { return printed }
        }
        let valued = roles.indices.filter { roles[$0] != .heading }
        let rows = valued.count == 1 ? valued : roles.indices.filter { roles[$0] == .plain }
        return try amounts(of: table, rows: rows, column: column)
    }
}
