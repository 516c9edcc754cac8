import PlanGraph
import PlanMarkdown
import PlanModel

/// The thread map of a plan as a picture: beads in columns, strands between them, every bead a link.
///
/// The marks are nested lists to a screen reader, in the order in which the keyboard walks them: each aim, then what hangs
/// on it. A strand to what hangs elsewhere is told in words.
struct ThreadDrawing {
    let edition: Edition
    let page: PagePlace
    let plan: Entity

    /// - Returns: nothing where the map is too large to be taken in, or has nothing to draw.
    func render(_ map: ThreadMap) -> String {
        guard !map.strands.isEmpty, map.count <= Self.mostNodes else { return "" }
        let layout = ThreadLayout(map) { (name(of: $0), note(of: $0)) }
        var html = HTML()
        html.append("<div class=\"thread-drawing\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.append(attribute: edition.t("thread.map"))
        html.append("\"><svg viewBox=\"0 0 ")
        html.append(layout.width)
        html.append(" ")
        html.append(layout.height)
        html.append("\" width=\"")
        html.append(ems: layout.width)
        html.append("\" height=\"")
        html.append(ems: layout.height)
        html.append("\">")
        drawColumnTitles(map, layout, into: &html)
        drawStrands(map, layout, into: &html)
        html.append("<g role=\"list\">")
        for (index, group) in map.groups.enumerated() {
            guard layout.headings.indices.contains(index) else {
                for branch in group.branches { draw(branch, layout, into: &html) }
                continue
            }
            html.append("<g role=\"listitem\">")
            drawHeading(layout.headings[index], into: &html)
            html.append("<g role=\"list\">")
            for branch in group.branches { draw(branch, layout, into: &html) }
            html.append("</g></g>")
        }
        html.append("</g></svg>")
        if map.groups.contains(where: { $0.branches.contains(where: Self.isOpen) }) {
            html.append("<p class=\"thread-legend\">")
            html.append(text: edition.t("thread.open"))
            html.append("</p>")
        }
        html.append("</div>")
        return html.string
    }

    /// Whether an aim has nothing on it: it is drawn as an open end.
    private static func isOpen(_ branch: ThreadMap.Branch) -> Bool {
        branch.column == 0 && branch.next.isEmpty && branch.alsoCarriedBy.isEmpty
    }

    /// What can still be taken in as one picture.
    private static let mostNodes = 250

    private func name(of entity: Entity) -> String {
        [entity.code, entity.title(in: edition.language)].compactMap(\.self).joined(separator: " ")
    }

    /// Who and when, and how it goes; for what belongs to another plan, that plan.
    private func note(of entity: Entity) -> String {
        var parts: [String] = []
        if let other = entity.plan, other != plan.id, let title = edition.library[other]?.title(in: edition.language) {
            parts.append(title)
        }
        if let status = edition.library.status(of: entity) {
            parts.append(edition.t("status." + status.rawValue).lowercasedFirst)
        }
        parts += edition.metaParts(of: entity).map(\.text)
        return parts.joined(separator: " · ")
    }

    private func drawColumnTitles(_ map: ThreadMap, _ layout: ThreadLayout, into html: inout HTML) {
        html.append("<g aria-hidden=\"true\">")
        for (column, kinds) in map.columns.enumerated() {
            html.append("<text class=\"column\" x=\"")
            html.append(layout.x(of: column) + ThreadLayout.indent)
            html.append("\" y=\"90\">")
            html.append(
                text: kinds.enumerated().map { index, kind in
                    index == 0 ? edition.kindsName(kind) : edition.kindsName(kind).lowercasedFirst
                }.joined(separator: ", "))
            html.append("</text>")
        }
        html.append("</g>")
    }

    /// The strands, and the line that ties the first column together.
    private func drawStrands(_ map: ThreadMap, _ layout: ThreadLayout, into html: inout HTML) {
        html.append("<g class=\"strands\" aria-hidden=\"true\">")
        let first = layout.nodes.values.filter { $0.column == 0 }.map(\.y)
        if let top = first.min(), let bottom = first.max(), top < bottom {
            html.append("<path class=\"line\" d=\"M")
            html.append(layout.x(of: 0))
            html.append(" ")
            html.append(top)
            html.append("V")
            html.append(bottom)
            html.append("\"/>")
        }
        for strand in map.strands {
            guard let upper = layout.nodes[strand.upper], let lower = layout.nodes[strand.lower] else { continue }
            let start = layout.x(of: upper.column) + ThreadLayout.indent + TextWidth.of(upper.lines.first ?? "") + 50
            html.append("<path d=\"M")
            html.append(min(start, layout.end(of: upper.column)))
            html.append(" ")
            html.append(upper.y)
            var y = upper.y
            for column in stride(from: upper.column + 1, through: lower.column, by: 1) {
                let passage = ThreadLayout.Passage(upper: strand.upper, column: column)
                let next = column == lower.column ? lower.y : layout.passages[passage] ?? y
                curve(from: (layout.end(of: column - 1), y), to: (layout.x(of: column), next), into: &html)
                y = next
            }
            html.append("\"/>")
        }
        html.append("</g>")
    }

    /// Level to the first point, then over to the second.
    private func curve(from start: (x: Int, y: Int), to end: (x: Int, y: Int), into html: inout HTML) {
        html.append("H")
        html.append(start.x)
        html.append("C")
        let middle = (start.x + end.x) / 2
        for (index, number) in [middle, start.y, middle, end.y, end.x, end.y].enumerated() {
            if index > 0 { html.append(" ") }
            html.append(number)
        }
    }

    private func drawHeading(_ heading: ThreadLayout.Heading, into html: inout HTML) {
        let title = heading.entity.map { $0.title(in: edition.language) } ?? edition.t("thread.no-heading")
        func drawText(into html: inout HTML) {
            html.append("<text class=\"group\" x=\"")
            html.append(40 + ThreadLayout.indent)
            html.append("\" y=\"")
            html.append(heading.y + 35)
            html.append("\">")
            html.append(text: title)
            html.append("</text>")
        }
        guard let entity = heading.entity else { return drawText(into: &html) }
        html.append("<a href=\"")
        html.append(attribute: edition.href(entity.id, from: page))
        html.append("\"")
        edition.appendContentLanguage(of: entity, into: &html)
        html.append(">")
        drawText(into: &html)
        html.append("</a>")
    }

    private func draw(_ branch: ThreadMap.Branch, _ layout: ThreadLayout, into html: inout HTML) {
        guard let node = layout.nodes[branch.entity.id] else { return }
        html.append("<g role=\"listitem\">")
        drawLink(branch, node, layout, into: &html)
        if !branch.next.isEmpty {
            html.append("<g role=\"list\">")
            for next in branch.next { draw(next, layout, into: &html) }
            html.append("</g>")
        }
        html.append("</g>")
    }

    private func drawLink(
        _ branch: ThreadMap.Branch, _ node: ThreadLayout.Node, _ layout: ThreadLayout, into html: inout HTML
    ) {
        let x = layout.x(of: node.column)
        html.append("<a href=\"")
        html.append(attribute: edition.href(node.entity.id, from: page))
        html.append("\"")
        edition.appendContentLanguage(of: node.entity, into: &html)
        html.append(" aria-label=\"")
        html.append(attribute: spoken(branch, node))
        html.append("\"><circle")
        if Self.isOpen(branch) { html.append(" class=\"open\"") }
        html.append(" cx=\"")
        html.append(x)
        html.append("\" cy=\"")
        html.append(node.y)
        html.append("\" r=\"")
        html.append(node.column == 0 ? 38 : 26)
        html.append("\"/><text y=\"")
        html.append(node.y + 35)
        html.append("\">")
        for (index, line) in node.lines.enumerated() {
            html.append("<tspan x=\"")
            html.append(x + ThreadLayout.indent)
            html.append(index == 0 ? "\">" : "\" dy=\"140\">")
            html.append(text: line)
            html.append("</tspan>")
        }
        html.append("</text>")
        if !node.note.isEmpty {
            html.append("<text class=\"note\" x=\"")
            html.append(x + ThreadLayout.indent)
            html.append("\" y=\"")
            html.append(node.y + 35 + (node.lines.count - 1) * ThreadLayout.line + ThreadLayout.note)
            html.append("\">")
            html.append(text: node.note)
            html.append("</text>")
        }
        html.append("</a>")
    }

    /// What is read out: the words of the picture, the kind, and the ties that the order of the lists does not tell.
    private func spoken(_ branch: ThreadMap.Branch, _ node: ThreadLayout.Node) -> String {
        var text = name(of: node.entity)
        if !node.note.isEmpty { text += " " + node.note }
        text += ". " + edition.kindName(node.entity.kind)
        if !branch.alsoServes.isEmpty {
            text += ". " + edition.t("thread.also-serves", ["names": names(branch.alsoServes)])
        }
        if !branch.alsoCarriedBy.isEmpty {
            text += ". " + edition.t("thread.also-carried-by", ["names": names(branch.alsoCarriedBy)])
        }
        return text
    }

    private func names(_ entities: [Entity]) -> String {
        entities.map { $0.code ?? $0.title(in: edition.language) }.joined(separator: "; ")
    }
}

extension HTML {
    /// Hundredths of the type size as a length: `12.35em`.
    fileprivate mutating func append(ems hundredths: Int) {
        append(hundredths / 100)
        append(".")
        append(hundredths / 10 % 10)
        append(hundredths % 10)
        append("em")
    }
}

extension String {
    /// With a small letter first, unless the first word is written in capitals.
    var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}
