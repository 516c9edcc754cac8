import PlanModel
import Testing

@testable import PlanPages

/// What holds for every chart, whatever its numbers.
@Suite struct ChartPropertyTests {
    private static let hundred = Amount("100")

    /// Whether a percentage is `part` of `whole`, within half a unit of its third decimal.
    private func isShare(_ percentage: Amount, _ part: Amount, of whole: Amount) -> Bool {
        // |percentage × whole − 100 × part| ≤ 0.0005 × whole, all in whole numbers at four decimals.
        let (part, whole) = (part.magnitude.mantissa(at: 4), whole.mantissa(at: 4))
        let difference = percentage.mantissa(at: 3) * whole - part * 100_000
        return difference.magnitude * 2 <= whole.magnitude
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func everyBarIsAsLongAsItsValue(seed: UInt64) throws {
        var numbers = SteadyNumbers(seed: seed)
        let signed = seed.isMultiple(of: 2)
        let rows = (0..<Int.random(in: 1...30, using: &numbers)).map { index in
            ChartRow(
                label: "Rad \(index)",
                value: ChartValue(amount: numbers.amount(digits: 12, signed: signed), text: "\(index)"),
                tone: index.isMultiple(of: 3) ? .other : .main,
                compared: index.isMultiple(of: 2)
                    ? ChartValue(amount: numbers.amount(digits: 12, signed: signed), text: "x") : nil)
        }
        let amounts = rows.map(\.value.amount) + rows.compactMap(\.compared?.amount) + [.zero]
        let extent = (amounts.max() ?? .zero) - (amounts.min() ?? .zero)
        let drawn = DrawnChart { BarChart(title: "Rubrik", rows: rows).render(into: &$0) }
        #expect(drawn.rows.count == rows.count)
        for (row, markup) in zip(rows, drawn.rows) {
            let shown = [row.value.amount, row.compared?.amount].compactMap(\.self).filter { $0 != .zero }
            let bars = DrawnChart.bars(in: markup)
            let axis = try #require(DrawnChart.lines("axis", in: markup).first)
            #expect(bars.count == shown.count)
            for (bar, amount) in zip(bars, shown) {
                #expect(isShare(bar.width, amount, of: extent), "\(bar) of \(amount.machineText)")
                #expect((amount < .zero ? bar.right : bar.left) == axis)
                #expect(bar.left >= Amount("-0.001") && bar.right <= Amount("100.001"))
            }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func aBridgeLeadsFromStepToStepAndEndsAtTheFrame(seed: UInt64) throws {
        var numbers = SteadyNumbers(seed: seed)
        var from = numbers.amount(digits: 12, signed: seed.isMultiple(of: 3))
        if seed.isMultiple(of: 2) { from = from.shifted(by: 4) }
        let values = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in numbers.amount(digits: 8, signed: true) }
        let to = values.reduce(from, +)
        let chart = BridgeChart(
            title: "Rubrik", from: ("Ram 2018", ChartValue(amount: from, text: "a")),
            steps: values.enumerated().map { index, value in
                BridgeChart.Step(
                    label: "Steg", value: ChartValue(amount: value, text: "b"),
                    heading: index.isMultiple(of: 7) ? "Del" : nil)
            }, to: ("Ram 2019", ChartValue(amount: to, text: "c")))
        let drawn = DrawnChart { chart.render(into: &$0) }
        let levels = values.reduce(into: [from]) { levels, value in levels.append((levels.last ?? from) + value) }
        let ends = chart.ends
        #expect(ends.low == levels.min() && ends.high == levels.max())

        let first = try #require(drawn.rows.first)
        var level = try #require(DrawnChart.lines("running", in: first).first)
        for markup in drawn.rows.dropFirst() {
            let running = DrawnChart.lines("running", in: markup)
            #expect(running.first == level)
            level = try #require(running.last)
        }
        let end = try #require(drawn.rows.last)
        if let last = DrawnChart.bars(in: end).first {
            #expect(last.left == level || last.right == level)
        } else {
            #expect(to == .zero)
        }

        // The floating bars are as long as their changes, on the scale that the broken end leaves.
        let base = chart.isBroken ? [ends.low, ends.high] : [ends.low, ends.high, .zero]
        let extent = (base.max() ?? .zero) - (base.min() ?? .zero)
        let room = chart.isBroken ? Int128(88) : 100
        let steps = drawn.rows.dropFirst().dropLast().filter { !$0.contains("chart-heading") }
        for (value, markup) in zip(values, steps) {
            guard let bar = DrawnChart.bars(in: markup).first else {
                #expect(value == .zero)
                continue
            }
            let difference =
                bar.width.mantissa(at: 3) * extent.mantissa(at: 4) - value.magnitude.mantissa(at: 4) * room * 1000
            // Two rounded positions: a whole unit of the third decimal at most.
            #expect(difference.magnitude <= extent.mantissa(at: 4).magnitude)
        }
    }

    @Test func amountsOfAnySizeAreDrawnBetweenTheEdges() throws {
        let most = Int128(10_000_000_000_000_000_000) * 1_000_000_000_000_000_000
        let amounts = [
            Amount(mantissa: most, scale: 0), Amount(mantissa: -most, scale: 0), Amount(mantissa: most, scale: 37),
            Amount(mantissa: 1, scale: 60), Amount(mantissa: 0, scale: 60), .zero, Amount("999999999999999999"),
        ]
        for one in amounts {
            for other in amounts {
                let rows = [one, other].map { ChartRow(label: "a", value: ChartValue(amount: $0, text: "")) }
                let drawn = DrawnChart { BarChart(title: "Rubrik", rows: rows).render(into: &$0) }
                for bar in DrawnChart.bars(in: drawn.html) { #expect(bar.left >= .zero && bar.right <= Self.hundred) }
                let bridge = BridgeChart(
                    title: "Rubrik", from: ("a", rows[0].value),
                    steps: [BridgeChart.Step(label: "b", value: rows[1].value)], to: ("c", rows[1].value))
                for bar in DrawnChart.bars(in: DrawnChart { bridge.render(into: &$0) }.html) {
                    #expect(bar.left >= .zero && bar.right <= Self.hundred)
                }
                let series = SeriesChart.Series(
                    label: "a", points: rows.map { SeriesChart.Point(label: $0.label, value: $0.value) })
                let points = DrawnChart { SeriesChart(title: "Rubrik", series: [series]).render(into: &$0) }
                #expect(points.html.matches(of: /<circle/).count == 2)
            }
        }
    }
}
