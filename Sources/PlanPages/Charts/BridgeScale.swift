import PlanModel

/// The running totals of a bridge and where they lie.
struct BridgeScale {
    /// The running totals in the chart's unit: the first frame, then what each step leads to.
    let levels: [Amount]
    /// The last frame, which the running total need not meet.
    let end: Amount
    let scale: ChartScale
    /// The lowest and the highest of them all, in the unit of the amounts.
    let ends: (low: Amount, high: Amount)
    /// Where the bars of the frames are broken; `nil` where they begin at zero.
    let breakPosition: Amount?

    /// What the broken end of the frames takes, in percent.
    private static let brokenEnd = 12

    init(from: Amount, steps: [Amount], to: Amount) {
        let unit = ChartUnit(of: [from, to] + steps)
        var levels = [unit.count(from)]
        var running = unit.count(from)
        for step in steps {
            running = running + unit.count(step)
            levels.append(running)
        }
        end = unit.count(to)
        self.levels = levels
        let low = (levels + [end]).min() ?? .zero
        let high = (levels + [end]).max() ?? .zero
        let extent = high - low
        ends = (unit.amount(low), unit.amount(high))
        if extent.mantissa == 0 || (low <= .zero && high >= .zero)
            || extent + extent >= max(low.magnitude, high.magnitude)
        {
            scale = ChartScale(fromZeroTo: [low, high])
            breakPosition = nil
        } else if low > .zero {
            scale = ChartScale(low: low, high: high, start: Self.brokenEnd)
            breakPosition = Amount(mantissa: Int128(Self.brokenEnd / 3), scale: 0)
        } else {
            // Below zero the frames come from the right.
            scale = ChartScale(low: low, high: high, end: 100 - Self.brokenEnd)
            breakPosition = Amount(mantissa: Int128(100 - Self.brokenEnd / 3), scale: 0)
        }
    }

    /// The bar of a frame, from zero or from the broken end; it ends where the running total of the same amount stands.
    func frame(_ level: Amount) -> ChartSpan {
        let start =
            breakPosition == nil ? scale.position(.zero) : Amount(mantissa: level > .zero ? 0 : 100, scale: 0)
        return ChartSpan(from: start, to: scale.position(level))
    }
}
