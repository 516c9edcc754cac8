import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// The page of a table of money: the table, its pictures, changes, sums and files.
    func tablePage(_ entity: Entity) -> SiteFile? {
        guard let original = library.table(entity.id) else { return nil }
        let page = place(of: entity)
        let table = shown(original)
        var values = commonValues(entity, page: page)
        let plan = entity.plan.flatMap { library[$0] }
        if let plan { values["provenance"] = .text(Provenance(edition: self, page: page).render(plan)) }
        values["facts"] = .text(facts(of: original, plan: plan, page: page))
        values["table"] = .text(drawn(table, page: page))
        if let money = TableMoney(original, edition: self, page: page) {
            values["pictures"] = .text(money.allPictures())
        }
        values["sums"] = .text(sumList(of: original, page: page))
        let lines = original.rows.indices.compactMap {
            library.moneyLine(at: RowPlace(table: original.id, row: $0))
        }
        let component = MoneyLinesComponent(edition: self, page: page)
        values["lines"] = .text(component.pictures(lines, preferring: table.plan) + component.render(lines))
        values["serves"] = .text(list(library.targets(of: entity.id, .funds), from: page))
        values["files"] = .text(files(of: original, page: page))
        return file(
            .table, values: values, title: entity.title(in: language),
            description: [kindName(.table), entity.title(in: language), plan?.title(in: language)].compactMap(\.self)
                .joined(separator: ": "),
            address: library.address(of: entity.id), crumbs: crumbs(to: entity, page: page),
            printLine: plan.map { printLine(of: $0) } ?? "")
    }

    /// A table alone, with the notes that it refers to.
    func drawn(_ table: PlanTable, page: PagePlace) -> String {
        let place = table.origin.place
        guard let document = documents[place.file] else { return "" }
        let links = ProseLinks(edition: self, file: place.file, page: page, headingShift: 0)
        var html = HTML()
        TableComponent(edition: self, page: page, isOnOwnPage: page.bundle == nil)
            .render(table, document: document, resolver: links, into: &html)
        ProseRenderer(document: document, resolver: links)
            .renderFootnotes(referencedIn: document.tables[place.index], into: &html)
        return html.string
    }

    private func facts(of table: PlanTable, plan: Entity?, page: PagePlace) -> String {
        var facts = Facts(edition: self, page: page)
        facts.add("fact.stands-in") { html in
            html.append("<a href=\"")
            html.append(attribute: href(library.anchor(of: table.id), from: page))
            html.append("\">")
            if let owner = table.owner.flatMap({ library[$0] }) {
                appendTitle(of: owner, into: &html)
            } else {
                html.append(text: siteName)
            }
            html.append("</a>")
        }
        facts.add("fact.table-class", t("table-class." + table.class.rawValue))
        facts.add("fact.unit", table.unit.map { t("unit." + $0.rawValue) }, isExpected: true)
        if let plan { facts.add("fact.decision", decisionText(of: plan)) }
        if let frames = table.attributes.frames,
            let id = library.links.entity(frames.value, plan: table.plan, organisation: table.organisation),
            let entity = library[id]
        {
            facts.add("fact.frames", entities: [entity])
        }
        return facts.text
    }

    /// The table as files for programs.
    private func files(of table: PlanTable, page: PagePlace) -> String {
        var files = [("CSV", DataPaths.csv(of: table), "data.csv"), ("JSON", DataPaths.json(of: table), "data.json")]
        if let plan = table.plan { files.append(("Excel", DataPaths.workbook(of: plan), "data.workbook")) }
        return fileLinks(files, page: page)
    }

    /// Links to files with what each is for.
    func fileLinks(_ files: [(name: String, path: String, words: String)], page: PagePlace) -> String {
        var html = HTML()
        html.append("<ul class=\"file-list\">")
        for file in files {
            html.append("<li><a href=\"")
            html.append(attribute: href(file: file.path, from: page))
            html.append("\" download>")
            html.append(text: file.name)
            html.append("</a> <span class=\"meta\">")
            html.append(text: t(file.words))
            html.append("</span></li>")
        }
        html.append("</ul>")
        return html.string
    }
}
