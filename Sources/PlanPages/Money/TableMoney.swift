import PlanGraph
import PlanMarkdown
import PlanModel

/// What stands around one table of money: pictures, changes, what it means to one person, the same lines elsewhere.
struct TableMoney {
    let edition: Edition
    let page: PagePlace
    /// As the edition shows it.
    let table: PlanTable
    let sums: Reconciliation
    let flows: MoneyFlows

    /// - Returns: `nil` for tables without money.
    init?(_ table: PlanTable, edition: Edition, page: PagePlace) {
        let shown = edition.shown(table)
        guard table.class.isMoney, let sums = edition.library.reconciliations[table.id],
            sums.rows.count == shown.rows.count
        else { return nil }
        self.edition = edition
        self.page = page
        self.table = shown
        self.sums = sums
        flows = MoneyFlows(of: shown, sums: sums)
    }

    var labelLanguage: Language? { table.language == edition.language ? nil : table.language }

    func label(_ row: Int) -> String { table.rowLabel(row) }

    /// The row's label as a link to the unit that it names.
    func href(_ row: Int) -> String? {
        edition.library.unit(at: RowPlace(table: table.id, row: row)).map { edition.href($0, from: page) }
    }

    /// An amount as it is printed, or with the decimals that its terms give it.
    func value(_ amount: Amount, _ unit: MoneyUnit?, isSigned: Bool = false) -> ChartValue {
        ChartValue(amount: amount, text: edition.asPrinted(amount, unit, in: table, isSigned: isSigned))
    }

    /// The column that speaks for the table: the plan's first year, else the newest money.
    var speakingColumn: Int? { edition.speakingColumn(of: table) }

    /// What the signs of a budget mean, where its labels tell.
    var signNote: String? { signMeaning.map { edition.t("money." + $0) } }

    var signMeaning: String? {
        switch flows.meaning {
        case .plusIsIncome: "plus-is-income"
        case .plusIsCost: "plus-is-cost"
        case .both: "plus-is-both"
        case .unknown: nil
        }
    }

    /// What the newest money comes to for each inhabitant, where the organisation states how many they are.
    func perInhabitant() -> String {
        guard let population = table.organisation.flatMap({ edition.library[$0]?.population }), population > 0,
            let column = speakingColumn
        else { return "" }
        var lines: [String] = []
        func add(_ total: ColumnTotal, words: String) {
            guard total.amount.mantissa != 0, let each = total.perInhabitant(population) else { return }
            lines.append(
                edition.t(
                    "money.per-inhabitant",
                    [
                        "column": table.columns[column].heading,
                        "each": edition.money(each, total.unit.map { $0.currency == .sek ? .kr : .eur }, in: table),
                        "what": words, "total": edition.money(total.amount, total.unit, in: table),
                        "population": edition.count(population),
                    ]))
        }
        let groups = shareGroups(column).filter(\.isWholeFlow)
        for group in groups {
            let words = group.sum.map(label) ?? group.flow.map { edition.t("money.flow-" + $0.rawValue) } ?? ""
            add(ColumnTotal(row: group.sum, amount: group.total, unit: group.unit), words: words)
        }
        // What remains of incomes when costs are taken off is no price for anybody.
        if table.class != .budget || groups.isEmpty, let total = table.columnTotal(column, sums: sums) {
            add(total, words: total.row.map(label) ?? edition.title(of: table))
        }
        guard !lines.isEmpty else { return "" }
        return "<ul class=\"per-inhabitant\">" + lines.map { "<li>" + Self.escaped($0) + "</li>" }.joined() + "</ul>"
    }

    func shareGroups(_ column: Int) -> [ShareGroup] { table.shares(column: column, sums: sums, flows: flows) }

    static func escaped(_ text: String) -> String {
        var html = HTML()
        html.append(text: text)
        return html.string
    }
}
