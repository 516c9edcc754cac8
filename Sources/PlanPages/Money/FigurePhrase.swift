import PlanGraph
import PlanModel

/// Words of the page around words of a table, which may stand in another language.
struct FigureWords {
    private(set) var pieces: [(text: String, isOfTable: Bool)] = []

    /// - Parameters:
    ///   - pattern: words of the page with `{label}` and `{when}`.
    ///   - values: words of the table by name.
    init(_ pattern: String, _ values: [String: (text: String, isOfTable: Bool)]) {
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if rest.startIndex < open { pieces.append((String(rest[..<open]), false)) }
            if let value = values[String(rest[rest.index(after: open)..<close])] { pieces.append(value) }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append((String(rest), false)) }
    }

    var text: String { pieces.map(\.text).joined() }
}

/// Says what a number of a table is, so that a citizen understands it: to whom, of what, when; costs as costs.
struct FigurePhrase {
    let table: PlanTable
    let row: Int
    let column: Int
    let role: RowRole
    let edition: Edition

    /// - Returns: the words, and whether they say what a minus would, so that the number needs none.
    func words(of printed: PrintedAmount, flows: MoneyFlows?) -> (FigureWords, hidesSign: Bool) {
        let flow = flows.flatMap { row < $0.rows.count ? $0.rows[row] : nil }
        let label = label
        let isNegative = printed.value < .zero
        guard let when else {
            // A heading of its own says what its numbers are.
            let heading = (Self.withSmallInitial(headingWithoutUnit), true)
            let pattern = label.isEmpty ? "{when}" : "{label}, {when}"
            return (FigureWords(pattern, ["label": (label, true), "when": heading]), false)
        }
        func made(_ key: String, _ label: String, hidesSign: Bool = false) -> (FigureWords, hidesSign: Bool) {
            (FigureWords(edition.t("figure." + key), ["label": (label, true), "when": when]), hidesSign)
        }
        let hasLabel = !label.isEmpty
        switch table.class {
        case .frames: return made(hasLabel ? "frame-to" : "frame", label)
        case .investments: return made(hasLabel ? "investments-in" : "investments", label)
        case .budget:
            let meaning = flows?.meaning ?? .unknown
            switch (flow, meaning) {
            case (.cost, _):
                // Where costs have plus, a minus is none of them.
                let isUsual = meaning == .plusIsIncome || meaning == .unknown
                return made("flow", Self.withSmallInitial(label), hidesSign: isNegative && isUsual)
            case (.income, _):
                return made(
                    "flow", Self.withSmallInitial(label), hidesSign: isNegative && meaning == .plusIsCost)
            case (nil, .plusIsIncome) where role.addsUp:
                return made(isNegative ? "more-costs" : "more-income", label, hidesSign: isNegative)
            case (nil, .plusIsCost) where role.addsUp:
                return made(isNegative ? "more-income" : "more-costs", label, hidesSign: isNegative)
            case (nil, _): return made(isNegative ? "minus" : hasLabel ? "labelled" : "budget", label)
            }
        case .frameChanges: return made(hasLabel ? "changes-in" : "changes", label)
        case .goals, .programmes, .priorities, .assignments, .activities, .indicators, .outcomes,
            .controls, .risks, .milestones, .terms:
            return made("labelled", label)
        }
    }

    /// Whether the words say which of costs and incomes is the larger.
    func saysDirection(_ flows: MoneyFlows?) -> Bool {
        guard table.class == .budget, when != nil, role.addsUp, let flows, row < flows.rows.count,
            flows.rows[row] == nil
        else { return false }
        return flows.meaning == .plusIsIncome || flows.meaning == .plusIsCost
    }

    /// The row's label without what says that it is a sum; empty where it says no more than that.
    private var label: String {
        let label = table.rowLabel(row).trimmed()
        guard role.addsUp else { return label }
        if let rest = RowLabel.withoutFirstWords(label) { return rest }
        return label.contains(where: \.isWhitespace) || RowLabel(label).isNamed ? label : ""
    }

    /// The year, with the version where the table has several or its class does not say it: `2019 (budget)`; `nil` where the
    /// heading is no plain year.
    private var when: (text: String, isOfTable: Bool)? {
        guard let money = table.columns[column].role.money, let period = money.period, table.isVersion(column) else {
            return nil
        }
        let year = edition.text(of: period)
        guard let version = money.version, !(table.class == .frames && version == .frame) else { return (year, false) }
        return (year + " (" + edition.t("figure.version." + version.rawValue) + ")", false)
    }

    /// `Total beräknad intäkt i mkr` without the unit, which stands before it.
    private var headingWithoutUnit: String {
        let words = table.columns[column].heading.split(separator: " ")
        guard words.count > 2,
            words[words.count - 2].lowercased() == "i" || words[words.count - 2].lowercased() == "in",
            let last = words.last, MoneyUnit(spelling: String(last)) != nil
        else { return table.columns[column].heading }
        return words.dropLast(2).joined(separator: " ")
    }

    private static func withSmallInitial(_ label: String) -> String {
        // 'IT-kostnader' keeps its capitals.
        guard label.dropFirst().first?.isUppercase == false else { return label }
        return label.prefix(1).lowercased() + label.dropFirst()
    }
}

extension RowLabel {
    /// Whether a label of one word names what it adds up, as `Nettokostnad` and `Resultat` do and `Totalt` does not.
    fileprivate var isNamed: Bool {
        guard let word = words.first else { return false }
        return !["summa", "delsumma", "sum", "subtotal", "totalt", "total", "net", "netto"].contains(word)
    }
}
