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
                    "printed": check.printed.displayText(in: edition.language),
                    "computed": text(computed, decimals: check.printed.value.scale),
                    "difference": text(difference, decimals: check.printed.value.scale),
                ])
        }
        notes += sums.parts.filter(\.exceeds).map { parts in
            edition.t(
                "table.note-parts",
                ["whole": parts.printed.displayText(in: edition.language), "sum": text(parts.sum)])
        }
        notes += sums.bridges.filter(\.verdict.isDifference).map { bridge in
            edition.t(
                "table.note-frames",
                [
                    "year": "\(bridge.year)", "after": text(bridge.to), "computed": text(bridge.computed),
                    "difference": text(bridge.difference),
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

    /// - Parameter decimals: how many at least, so that a difference of 2,0 reads as exact as the sum.
    func text(_ amount: Amount, decimals: Int = 0) -> String {
        amount.normalised.padded(to: decimals).text(in: edition.language)
    }
}
