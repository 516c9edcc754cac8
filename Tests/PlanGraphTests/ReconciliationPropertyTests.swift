import PlanGraph
import PlanModel
import Testing

@Suite struct ReconciliationPropertyTests {
    @Test(arguments: 0..<150 as Range<UInt64>)
    func trueSumsOfRoundedCellsAreNeverFlagged(seed: UInt64) {
        let table = GeneratedTable(seed: seed)
        let result = Reconciliation(of: .money(table.text), frames: nil)
        #expect(result.diagnostics.isEmpty, "\(table.text)")
        #expect(!result.checks.isEmpty)
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func aSumMovedByMoreThanRoundingIsAlwaysFlagged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed ^ 0xFFFF)
        var table = GeneratedTable(seed: seed)
        let checks = Reconciliation(of: .money(table.text), frames: nil).checks
        let check = try #require(checks.randomElement(using: &random))
        let tolerance = try #require(check.tolerance)
        let printed = check.printed.value
        // Moved by more than twice the tolerance, a sum within it is outside on the other side.
        let step = tolerance.padded(to: printed.scale + 1)
        let units = 2 * step.mantissa / Amount(mantissa: 1, scale: printed.scale).mantissa(at: step.scale) + 1
        let moved = Amount(
            mantissa: printed.mantissa + (Bool.random(using: &random) ? units : -units), scale: printed.scale)
        table.rows[check.row].cells[check.column - 1] = moved.text(in: .swedish)
        let result = Reconciliation(of: .money(table.text), frames: nil)
        #expect(result.check(row: check.row, column: check.column)?.verdict.isDifference == true, "\(table.text)")
        let place = PlanTable.place(check.row + 2, check.column + 1)
        #expect(result.diagnostics.filter { $0.code == .sumDiffers && $0.position == place }.count == 1)
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func aRowMovedByMoreThanRoundingIsAlwaysFlagged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed ^ 0xABCD)
        var table = GeneratedTable(seed: seed)
        let before = Reconciliation(of: .money(table.text), frames: nil).checks
        let check = try #require(before.filter { !$0.terms.isEmpty }.randomElement(using: &random))
        let term = try #require(
            check.terms.filter { before.isPlain($0) }.randomElement(using: &random) ?? check.terms.first)
        let tolerance = try #require(check.tolerance)
        let cell = try #require(
            AmountReading.read(table.rows[term].cells[check.column - 1], style: .swedish).amount)
        let step = tolerance.padded(to: cell.value.scale + 1)
        let units = 2 * step.mantissa / Amount(mantissa: 1, scale: cell.value.scale).mantissa(at: step.scale) + 1
        var moved = Amount(mantissa: cell.value.mantissa + units, scale: cell.value.scale)
        // A bare 0 would claim to be exact and change the tolerance.
        if moved.mantissa == 0 { moved = Amount(mantissa: cell.value.mantissa - units, scale: cell.value.scale) }
        table.rows[term].cells[check.column - 1] = moved.text(in: .swedish)
        let result = Reconciliation(of: .money(table.text), frames: nil)
        #expect(result.check(row: check.row, column: check.column)?.verdict.isDifference == true, "\(table.text)")
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func sumsDoNotDependOnTheOrderOfTheirRows(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var table = GeneratedTable(seed: seed)
        let before = Reconciliation(of: .money(table.text), frames: nil).checks
        for group in table.groups { table.rows[group].shuffle(using: &random) }
        let after = Reconciliation(of: .money(table.text), frames: nil).checks
        #expect(before.map(\.computed) == after.map(\.computed))
        #expect(before.map(\.tolerance) == after.map(\.tolerance))
        #expect(before.map(\.verdict) == after.map(\.verdict))
    }
}

extension [SumCheck] {
    /// Whether no sum is printed in a row.
    fileprivate func isPlain(_ row: Int) -> Bool { !contains { $0.row == row } }
}

/// A table of groups with sums and a total, computed from values with three decimals that are printed with fewer.
private struct GeneratedTable {
    struct Row {
        let label: String
        var cells: [String]
    }

    var rows: [Row] = []
    /// The plain rows of each group.
    private(set) var groups: [Range<Int>] = []
    private let width: Int

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let width = Int.random(in: 1...4, using: &random)
        self.width = width
        var total = [Int64?](repeating: nil, count: width)
        for group in 0..<Int.random(in: 1...4, using: &random) {
            if Bool.random(using: &random) {
                rows.append(Row(label: "Rubrik", cells: Array(repeating: "", count: width)))
            }
            var sum = [Int64?](repeating: nil, count: width)
            let start = rows.count
            for index in 0..<Int.random(in: 1...8, using: &random) {
                var values: [Int64?] = (0..<width).map { _ in
                    Int.random(in: 0..<6, using: &random) == 0
                        ? nil : Int64.random(in: -9_999_999...9_999_999, using: &random)
                }
                // A row without any value would be a heading.
                if index == 0 { values[0] = 1_234_567 }
                for column in 0..<width {
                    guard let value = values[column] else { continue }
                    sum[column] = (sum[column] ?? 0) + value
                    total[column] = (total[column] ?? 0) + value
                }
                rows.append(Row(label: "Rad \(group).\(index)", cells: values.map { Self.print($0, using: &random) }))
            }
            groups.append(start..<rows.count)
            rows.append(Row(label: "Summa \(group)", cells: sum.map { Self.print($0, using: &random) }))
        }
        rows.append(Row(label: "Totalt", cells: total.map { Self.print($0, using: &random) }))
    }

    var text: String {
        let heading = "| Rad |" + (0..<width).map { " \(2020 + $0) |" }.joined()
        return ([heading] + rows.map { "| \($0.label) | " + $0.cells.joined(separator: " | ") + " |" })
            .joined(separator: "\n")
    }

    /// Thousandths rounded to up to two decimals; never to a bare `0`, which would claim to be exact.
    private static func print(_ value: Int64?, using random: inout SeededGenerator) -> String {
        guard let value else { return ["", "–", "-"].randomElement(using: &random) ?? "" }
        let scale = Int.random(in: 0...2, using: &random)
        let divisor: Int64 = [1000, 100, 10][scale]
        let rounded = (value.magnitude + divisor.magnitude / 2) / divisor.magnitude
        if rounded == 0 { return Amount(mantissa: Int128(value), scale: 3).text(in: .swedish) }
        let mantissa = value < 0 ? -Int128(rounded) : Int128(rounded)
        return Amount(mantissa: mantissa, scale: scale).text(in: .swedish)
    }
}
