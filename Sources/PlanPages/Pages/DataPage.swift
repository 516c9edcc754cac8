import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// The page that explains the open data: `data/`.
    func dataPage() -> SiteFile {
        let address = Address(path: "data/")
        let page = PagePlace(path: prefix + address.path)
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("data.title"))
        values["summary"] = .text(t("data.lead"))
        values["license"] = .text(configuration.license ?? "")
        values["sumsLink"] = .text(
            library.reconciliations.values.contains { !SumList.isEmpty($0) }
                ? href(Address(path: SumAnchor.site), from: page) : "")
        values["tables"] = .text(tableFiles(page: page))
        values["wholeSite"] = .text(
            fileLinks(
                [
                    ("graph.json", DataPaths.graph, "data.graph"), ("sums.csv", DataPaths.sums, "data.sums"),
                    ("datapackage.json", DataPaths.package, "data.package"),
                    ("catalog.rdf", DataPaths.catalogRDF, "data.catalog-rdf"),
                    ("catalog.jsonld", DataPaths.catalogJSON, "data.catalog-json"),
                    ("feed.xml", prefix + "feed.xml", "data.feed"),
                    ("calendar.ics", prefix + "calendar.ics", "data.calendar"),
                    ("sitemap.xml", "sitemap.xml", "data.sitemap"),
                    ("checksums.txt", "checksums.txt", "data.checksums"),
                ], page: page))
        return file(
            .data, values: values, title: t("data.title"), description: t("data.lead"), address: address,
            crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }

    /// Every table by plan, each with its files.
    private func tableFiles(page: PagePlace) -> String {
        var html = HTML()
        for plan in plansInOrder {
            guard let tables = tablesByPlan[plan.id] else { continue }
            html.append("<section class=\"data-plan\"><h3>")
            html.append("<a href=\"")
            html.append(attribute: href(plan.id, from: page))
            html.append("\"")
            appendContentLanguage(of: plan, into: &html)
            html.append(">")
            html.append(text: qualifiedTitle(of: plan))
            html.append("</a></h3><p><a href=\"")
            html.append(attribute: href(file: DataPaths.workbook(of: plan.id), from: page))
            html.append("\" download>")
            html.append(text: t("data.plan-workbook"))
            html.append("</a></p>")
            append(tables, page: page, into: &html)
            html.append("</section>")
        }
        if let others = tablesByPlan[nil] {
            html.append("<section class=\"data-plan\"><h3>")
            html.append(text: t("sums.outside-plans"))
            html.append("</h3>")
            append(others, page: page, into: &html)
            html.append("</section>")
        }
        return html.string
    }

    private func append(_ tables: [PlanTable], page: PagePlace, into html: inout HTML) {
        html.append("<ul class=\"entity-list\">")
        for table in tables {
            html.append("<li><a href=\"")
            html.append(attribute: href(table.id, from: page))
            html.append("\"")
            html.append(raw: languageAttribute(of: shown(table)))
            html.append(">")
            html.append(text: title(of: table))
            html.append("</a> <span class=\"meta\">")
            html.append(text: t("table-class." + table.class.rawValue))
            for (name, path) in [("CSV", DataPaths.csv(of: table)), ("JSON", DataPaths.json(of: table))] {
                html.append(" · <a href=\"")
                html.append(attribute: href(file: path, from: page))
                html.append("\" download>")
                html.append(text: name)
                html.append("<span class=\"visually-hidden\"> ")
                appendTitle(of: table, into: &html)
                html.append("</span></a>")
            }
            html.append("</span></li>")
        }
        html.append("</ul>")
    }
}
