import PlanModel

/// A quantity with the words that it is read as.
struct ChartValue {
    let amount: Amount
    /// Ready to print: `2 547,4 mnkr`.
    let text: String
}

/// What sets marks of one chart apart; the words beside them say the same.
enum ChartTone {
    /// Filled.
    case main
    /// Hatched within an outline: the other of two kinds that are compared.
    case other
}

/// One bar with its words.
struct ChartRow {
    let label: String
    let value: ChartValue
    /// The label becomes a link.
    var href: String? = nil
    /// Small words beside the value: `22 kr av varje 100 kr`.
    var note: String? = nil
    var tone: ChartTone = .main
    /// The same quantity of another year: a thin grey bar under the first, its text small beneath the value.
    var compared: ChartValue? = nil
}
