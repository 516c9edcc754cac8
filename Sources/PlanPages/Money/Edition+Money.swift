import PlanGraph
import PlanMarkdown
import PlanModel

/// Words for amounts, verdicts and what stands behind them.
extension Edition {
    /// An amount with its unit: `2 547,4 mnkr`.
    ///
    /// - Parameters:
    ///   - table: the table that the amount belongs to: all numbers of one table are written in one way.
    ///   - decimals: how many at least.
    ///   - isSigned: whether more than nothing has a plus.
    func money(
        _ amount: Amount, _ unit: MoneyUnit?, in table: PlanTable, decimals: Int = 0, isSigned: Bool = false
    ) -> String {
        let number = number(amount, in: table, decimals: decimals, isSigned: isSigned)
        return unit.map { number + "\u{00A0}" + $0.rawValue } ?? number
    }

    /// An amount that is printed as it stands, with all its decimals.
    func asPrinted(_ amount: Amount, _ unit: MoneyUnit?, in table: PlanTable, isSigned: Bool = false) -> String {
        money(amount, unit, in: table, decimals: amount.scale, isSigned: isSigned)
    }

    func number(_ amount: Amount, in table: PlanTable, decimals: Int = 0, isSigned: Bool = false) -> String {
        let text = amount.normalised.padded(to: decimals).text(in: table.language)
        return isSigned && amount.mantissa > 0 ? "+" + text : text
    }

    /// A printed amount with the unit that holds for it.
    func money(_ amount: PrintedAmount, in table: PlanTable, column: Int) -> String {
        let text = amount.displayText(in: table.language)
        guard amount.unit == nil, !amount.isPercentage, let unit = table.unit(of: amount, column: column) else {
            return text
        }
        return text + "\u{00A0}" + unit.rawValue
    }

    func name(of verdict: Verdict) -> String { t("verdict." + verdict.name) }

    /// What is said of a plan's decision beside its money: body, date and paragraph, or how far it has come.
    func decisionText(of plan: Entity) -> String {
        let decision = plan.decision
        let by = decision?.body.map { t("table.decided-by", ["body": bodyName($0.value, of: plan)]) }
        let facts = [decision?.date.map { text(of: $0.value) }, paragraphText(decision?.paragraph?.value)]
        switch library.standing(of: plan, on: asOf) {
        case .draft: return t("table.undecided", ["status": t("status.draft").lowercasedFirst])
        case .proposed: return t("table.undecided", ["status": t("status.proposed").lowercasedFirst])
        case .unknown: return t("table.decision-not-stated")
        case .decided:
            return ([t("table.decision") + (by.map { " " + $0 } ?? "")] + facts.compactMap(\.self))
                .joined(separator: ", ")
        case .calledDecided:
            let missing = [
                by == nil ? t("fact.body") : nil, facts[0] == nil ? t("fact.date") : nil,
                facts[1] == nil ? t("fact.paragraph") : nil,
            ].compactMap { $0?.lowercasedFirst }
            let stated = ([t("table.called-decided") + (by.map { " " + $0 } ?? "")] + facts.compactMap(\.self))
                .joined(separator: ", ")
            return missing.isEmpty
                ? stated : stated + ". " + t("table.missing-facts", ["facts": missing.joined(separator: ", ")])
        }
    }

    /// What a body is called: the titles of the units that are named, else the words as they are written.
    func bodyName(_ text: String, of entity: Entity) -> String {
        guard let organisation = entity.organisation else { return text }
        return library.unitNames.pieces(of: text, organisation: organisation)
            .map { piece in piece.unit.flatMap { library[$0] }?.title(in: language) ?? piece.text }.joined()
    }

    /// A plan's title with its organisation where the site has several: two regions may have plans of one name.
    func qualifiedTitle(of plan: Entity) -> String {
        let title = plan.title(in: language)
        guard library.entities(of: .organisation).count > 1,
            let organisation = plan.organisation.flatMap({ library[$0] })
        else { return title }
        return organisation.title(in: language) + ": " + title
    }

    /// The title of a table in this edition's language.
    func title(of table: PlanTable) -> String { library[table.id]?.title(in: language) ?? table.title }

    /// The table as this edition shows it: its translation, where there is one.
    func shown(_ table: PlanTable) -> PlanTable { library.table(table, in: language) }

    /// `lang="sv"` for words of a table that stand in another language than the page.
    func languageAttribute(of table: PlanTable) -> String {
        table.language == language ? "" : " lang=\"\(table.language.rawValue)\""
    }
}

extension Verdict {
    /// As classes of the style sheet and keys of the interface strings have it.
    var name: String {
        switch self {
        case .exact: "exact"
        case .withinRounding: "rounded"
        case .differs: "differs"
        case .notComputable: "incomputable"
        }
    }
}
