import PlanGraph
import PlanMarkdown
import PlanModel

extension TableComponent {
    /// What the public is told of sums that are known not to hold.
    func notes(of table: PlanTable, into html: inout HTML) {
        guard let reason = table.attributes.accept, let sums = edition.library.reconciliations[table.id],
            sums.hasDifference
        else { return }
        var notes = sums.checks.compactMap { check -> String? in
            guard case .differs(let difference) = check.verdict, let computed = check.computed else { return nil }
            return edition.t(
                "table.note",
                [
                    "printed": check.printed.displayText(in: table.language),
                    "computed": edition.number(computed, in: table, decimals: check.printed.value.scale),
                    "difference": edition.number(difference, in: table, decimals: check.printed.value.scale),
                ])
        }
        notes += sums.parts.filter(\.exceeds).map { parts in
            edition.t(
                "table.note-parts",
                ["whole": parts.printed.displayText(in: table.language), "sum": edition.number(parts.sum, in: table)])
        }
        notes += sums.bridges.filter(\.verdict.isDifference).map { bridge in
            edition.t(
                "table.note-frames",
                [
                    "year": "\(bridge.year)", "after": edition.number(bridge.to, in: table),
                    "computed": edition.number(bridge.computed, in: table),
                    "difference": edition.number(bridge.difference, in: table),
                ])
        }
        html.append("<ul class=\"table-notes\" lang=\"")
        html.append(raw: edition.language.rawValue)
        html.append("\">")
        for note in notes {
            html.append("<li>")
            html.append(text: note)
            html.append("</li>")
        }
        html.append("<li lang=\"")
        html.append(raw: table.language.rawValue)
        html.append("\">")
        html.append(text: reason.value)
        html.append("</li></ul>")
    }
}
