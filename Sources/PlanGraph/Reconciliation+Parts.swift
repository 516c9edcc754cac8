import PlanModel

extension Reconciliation {
    /// Compares the parts of each plain row with the row, column by column.
    ///
    /// Where the whole has no value in a column, nothing is known of it and nothing is compared.
    static func checkParts(
        of table: PlanTable, roles: [RowRole], uncomputed: inout [UncomputedCheck], into found: inout [Diagnostic]
    ) -> [PartsCheck] {
        var groups: [(whole: Int, parts: [Int])] = []
        for (row, role) in roles.enumerated() {
            guard case .part(of: let whole?) = role else { continue }
            if groups.last?.whole == whole {
                groups[groups.count - 1].parts.append(row)
            } else {
                groups.append((whole, [row]))
            }
        }
        let columns = table.summedColumns
        var checks: [PartsCheck] = []
        for group in groups {
            for column in columns {
                guard let whole = table.summand(row: group.whole, column: column).amount else { continue }
                let rows = group.parts.filter { table.summand(row: $0, column: column).amount != nil }
                guard let first = rows.first else { continue }
                do throws(NotComputable) {
                    let parts = try amounts(of: table, rows: group.parts, column: column)
                    let units = try UnitSum(printed: whole, amounts: parts)
                    let sum = units.sum(parts)
                    let check = PartsCheck(
                        whole: group.whole, parts: rows, column: column, printed: whole.amount, unit: units.unit,
                        sum: sum, excess: sum.magnitude - units.value(whole).magnitude,
                        tolerance: units.halfUnit(whole) + units.rounding(parts))
                    checks.append(check)
                    if check.exceeds { found.append(partsExceedWhole(check, in: table)) }
                } catch {
                    uncomputed.append(UncomputedCheck(whole: group.whole, column: column, reason: error))
                    let position = table.position(row: first, column: column)
                    found += diagnostic(of: error, at: position, what: .parts).map { [$0] } ?? []
                }
            }
        }
        return checks
    }
}
