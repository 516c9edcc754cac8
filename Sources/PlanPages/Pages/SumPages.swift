import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// Every sum that was computed anew, of the whole site: `data/sums/`.
    func sumsPage() -> SiteFile {
        let address = Address(path: SumAnchor.site)
        let page = PagePlace(path: prefix + address.path)
        let groups = sumGroups()
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("sums.title"))
        values["summary"] = .text(t("sums.lead"))
        values["counts"] = .text(SumList(edition: self, page: page).counts(of: groups.flatMap(\.tables)))
        values["differing"] = .text(
            SumList(edition: self, page: page).render(
                groups.flatMap(\.tables), SumList.Options(differingOnly: true, namesPlan: true),
                label: t("sums.differing")))
        values["groups"] = .list(
            groups.map { group in
                let list = SumList(edition: self, page: page)
                return TemplateValues([
                    "title": .text(group.plan.map { qualifiedTitle(of: $0) } ?? t("sums.outside-plans")),
                    "language": .text(
                        group.plan.flatMap { languageOfTitle($0) }.flatMap { $0 == language ? nil : $0.rawValue } ?? ""),
                    "href": .text(group.plan.map { href(Address(path: SumAnchor.path(of: $0.id)), from: page) } ?? ""),
                    "counts": .text(list.counts(of: group.tables)),
                    // Where a plan has a page of its own, the places of its sums are there.
                    "list": .text(
                        list.render(
                            group.tables, SumList.Options(hasAnchors: group.plan == nil),
                            label: group.plan?.title(in: language) ?? t("sums.outside-plans"))),
                ])
            })
        return file(
            .sums, values: values, title: t("sums.title"), description: t("sums.lead"), address: address,
            crumbs: [
                (href(Address(path: ""), from: page), t("start.title")),
                (href(Address(path: "data/"), from: page), t("data.title")),
            ])
    }

    /// The sums of each plan that has any: `data/sums/ORG/PLAN/`.
    func planSumPages() -> [SiteFile] {
        sumGroups().compactMap { group in group.plan.map { sumsPage(of: $0, tables: group.tables) } }
    }

    private func sumsPage(of plan: Entity, tables: [PlanTable]) -> SiteFile {
        let address = Address(path: SumAnchor.path(of: plan.id))
        let page = PagePlace(path: prefix + address.path)
        let list = SumList(edition: self, page: page)
        var values = TemplateValues(strings: t)
        let title = t("sums.plan-title", ["plan": plan.title(in: language)])
        values["title"] = .text(title)
        values["summary"] = .text(t("sums.lead"))
        values["provenance"] = .text(Provenance(edition: self, page: page).render(plan))
        values["counts"] = .text(list.counts(of: tables))
        values["differing"] = .text(
            list.render(tables, SumList.Options(differingOnly: true), label: t("sums.differing")))
        values["groups"] = .list([
            TemplateValues([
                "title": .text(t("sums.all")), "href": .text(""), "language": .text(""), "counts": .text(""),
                "list": .text(list.render(tables, SumList.Options(hasAnchors: true), label: t("sums.all"))),
            ])
        ])
        return file(
            .sums, values: values, title: title, description: title, address: address,
            crumbs: crumbs(to: plan, page: page) + [
                (href(plan.id, from: page), plan.title(in: language)),
                (href(Address(path: SumAnchor.site), from: page), t("sums.title")),
            ], printLine: printLine(of: plan))
    }

    private struct SumGroup {
        let plan: Entity?
        let tables: [PlanTable]
    }

    /// Tables with computed sums by plan: organisations by id, the latest plans first, what stands in no plan last.
    private func sumGroups() -> [SumGroup] {
        func summed(_ plan: EntityID?) -> [PlanTable] {
            (tablesByPlan[plan] ?? []).filter { table in
                library.reconciliations[table.id].map { !SumList.isEmpty($0) } ?? false
            }
        }
        let groups = plansInOrder.map { SumGroup(plan: $0, tables: summed($0.id)) }
        return (groups + [SumGroup(plan: nil, tables: summed(nil))]).filter { !$0.tables.isEmpty }
    }

    /// The sums of one table, for its own page.
    func sumList(of table: PlanTable, page: PagePlace) -> String {
        SumList(edition: self, page: page).render([table], SumList.Options(namesTable: false), label: t("table.sums"))
    }
}
