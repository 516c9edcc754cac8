import PlanModel

/// Places and sums in the language of formulas.
enum SumFormula {
    /// A cell's place, both counted from 0: `B5`.
    static func cell(row: Int, column: Int) -> String { letters(ofColumn: column) + "\(row + 1)" }

    /// A column's letters: A to Z, then AA.
    static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(Character(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// What is added up: cells of one column, with the power of ten that turns them into the unit of the sum.
    struct Term: Hashable {
        let row: Int
        let exponent: Int
    }

    /// A formula without `=` that adds up cells of a column: `SUM(B5:B9,B12)`, `SUM(B5:B9)+SUM(B12)/1000`.
    ///
    /// - Parameters:
    ///   - terms: by rising row.
    ///   - start: a number that the cells are added to.
    ///   - isEmpty: whether a row has nothing in the column, so that a run may cross it.
    /// - Returns: `nil` where there is nothing to add or the formula would be longer than Excel takes.
    static func sum(
        _ terms: [Term], column: Int, from start: Amount? = nil, isEmpty: (_ row: Int) -> Bool
    ) -> String? {
        guard !terms.isEmpty else { return nil }
        var parts = start.map { [$0.machineText] } ?? []
        for exponent in Set(terms.map(\.exponent)).sorted(by: >) {
            let factor =
                exponent == 0 ? "" : (exponent > 0 ? "*1" : "/1") + String(repeating: "0", count: abs(exponent))
            let ranges = runs(terms.filter { $0.exponent == exponent }.map(\.row), column: column, isEmpty: isEmpty)
            for first in stride(from: 0, to: ranges.count, by: mostArguments) {
                let arguments = ranges[first..<min(first + mostArguments, ranges.count)]
                parts.append("SUM(" + arguments.joined(separator: ",") + ")" + factor)
            }
        }
        let formula = parts.joined(separator: "+")
        return formula.utf8.count <= longest ? formula : nil
    }

    private static func runs(_ rows: [Int], column: Int, isEmpty: (Int) -> Bool) -> [String] {
        var runs: [ClosedRange<Int>] = []
        for row in rows {
            if let last = runs.last, last.upperBound < row, ((last.upperBound + 1)..<row).allSatisfy(isEmpty) {
                runs[runs.count - 1] = last.lowerBound...row
            } else {
                runs.append(row...row)
            }
        }
        return runs.map { run in
            let first = cell(row: run.lowerBound, column: column)
            return run.count == 1 ? first : first + ":" + cell(row: run.upperBound, column: column)
        }
    }

    /// What Excel takes: 255 arguments, 8,192 characters with the `=`.
    private static let mostArguments = 255
    private static let longest = 8_000
}
