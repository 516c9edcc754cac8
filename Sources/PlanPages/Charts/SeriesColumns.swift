import PlanModel

/// The columns that several series share: one for each year that any of them has.
///
/// They stand in the order of the first series; a year that only a later one has comes after the year before it there.
struct SeriesColumns {
    /// A label that stands several times in a series is a column each time.
    private struct Key: Hashable {
        let label: String
        let occurrence: Int
    }

    private let keys: [Key]

    init(of series: [SeriesChart.Series]) {
        var keys: [Key] = []
        for one in series {
            var next = 0
            for key in Self.keys(of: one) {
                if let known = keys.firstIndex(of: key) {
                    next = known + 1
                } else {
                    keys.insert(key, at: next)
                    next += 1
                }
            }
        }
        self.keys = keys
    }

    var count: Int { keys.count }

    /// The column of each point.
    func places(of series: SeriesChart.Series) -> [Int] { Self.keys(of: series).compactMap { keys.firstIndex(of: $0) } }

    /// The middle of a column, in percent.
    func middle(of column: Int) -> Amount {
        let halves = Amount(mantissa: Int128(2 * column + 1) * 100, scale: 0)
        let all = Amount(mantissa: Int128(2 * count), scale: 0)
        return halves.divided(by: all, decimals: ChartScale.decimals) ?? .zero
    }

    /// The most columns whose values can be read beside each other.
    private static let mostWithLine = 9

    /// Whether a line is drawn above the columns, which turn into rows where there is no room.
    var haveLine: Bool { count <= Self.mostWithLine }

    /// How much room the columns ask for: the style sheet gives fewer a narrower place.
    var width: StaticString {
        switch count {
        case ...3: "points-few"
        case ...6: "points-some"
        case ...Self.mostWithLine: "points-many"
        default: "points-most"
        }
    }

    private static func keys(of series: SeriesChart.Series) -> [Key] {
        var seen: [String: Int] = [:]
        return series.points.map { point in
            let occurrence = seen[point.label, default: 0]
            seen[point.label] = occurrence + 1
            return Key(label: point.label, occurrence: occurrence)
        }
    }
}
