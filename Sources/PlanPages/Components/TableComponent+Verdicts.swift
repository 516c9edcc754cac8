import PlanGraph
import PlanMarkdown
import PlanModel

/// What is said beside printed sums.
extension TableComponent {
    /// The verdict on a sum, with the way to its computation.
    func renderVerdict(of check: SumCheck, in table: PlanTable, into html: inout HTML) {
        let words = words(of: check.verdict, kind: "short", in: table, decimals: check.printed.value.scale)
        renderVerdict(check.verdict, words: words, anchor: SumAnchor.sum(check, in: table), in: table, into: &html)
    }

    /// What is said at the heading of a year's changes.
    func renderVerdict(of bridge: FrameBridge, in table: PlanTable, into html: inout HTML) {
        let words = words(of: bridge.verdict, kind: "frame", in: table, decimals: bridge.to.scale)
        renderVerdict(bridge.verdict, words: words, anchor: SumAnchor.bridge(bridge, in: table), in: table, into: &html)
    }

    /// What is said at a row whose parts are larger than itself.
    func renderVerdict(of parts: PartsCheck, in table: PlanTable, into html: inout HTML) {
        renderVerdict(
            .differs(by: parts.excess), words: edition.t("verdict.parts"), anchor: SumAnchor.parts(parts, in: table),
            in: table, into: &html)
    }

    /// A few words, with the difference where there is one.
    private func words(of verdict: Verdict, kind: String, in table: PlanTable, decimals: Int) -> String {
        switch verdict {
        case .exact, .withinRounding, .notComputable: edition.t("verdict." + kind + "-" + verdict.name)
        case .differs(let difference):
            edition.t(
                "verdict.differs-by",
                ["difference": edition.number(difference, in: table, decimals: decimals, isSigned: true)])
        }
    }

    private func renderVerdict(
        _ verdict: Verdict, words: String, anchor: String, in table: PlanTable, into html: inout HTML
    ) {
        html.append(raw: " <a class=\"verdict verdict-\(verdict.name)\" lang=\"\(edition.language.rawValue)\" href=\"")
        html.append(
            attribute: edition.href(Address(path: SumAnchor.path(of: table.plan), fragment: anchor), from: page))
        html.append("\">")
        html.append(text: words)
        html.append("</a>")
    }
}

/// Where a sum is listed among all that were computed anew.
enum SumAnchor {
    static let site = "data/sums/"

    /// The page with a plan's sums.
    static func path(of plan: EntityID?) -> String {
        guard let plan else { return site }
        return site + plan.text.split(separator: "/").map { Slug.address(of: String($0)) + "/" }.joined()
    }

    static func sum(_ check: SumCheck, in table: PlanTable) -> String {
        "\(name(of: table))-r\(check.row + 1)-c\(check.column + 1)"
    }

    static func parts(_ check: PartsCheck, in table: PlanTable) -> String {
        "\(name(of: table))-p\(check.whole + 1)-c\(check.column + 1)"
    }

    static func bridge(_ bridge: FrameBridge, in table: PlanTable) -> String { "\(name(of: table))-\(bridge.year)" }

    /// A table's id as it stands in fragments: in full on the page of all organisations.
    static func name(of table: PlanTable) -> String {
        guard table.plan == nil else { return Slug.address(of: table.id.local) }
        return table.id.text.split(separator: "/").map { Slug.address(of: String($0)) }.joined(separator: "-")
    }
}
