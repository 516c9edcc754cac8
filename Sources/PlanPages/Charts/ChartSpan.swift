import PlanModel

/// A stretch of a chart, in percent; it runs to the left where what it stands for is negative.
struct ChartSpan {
    let from: Amount
    let to: Amount

    var left: Amount { min(from, to) }
    var width: Amount { (to - from).magnitude }
    /// Too short to be seen: its end gets a line of its own.
    var isHair: Bool { width < Amount(mantissa: 1, scale: 0) }
}
