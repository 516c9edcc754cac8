import Foundation
import PlanBuild
import PlanModel
import Testing

/// "Decided" is said with body and day alone; nothing proposed is called promised.
@Suite struct StandingTests {
    private func page(_ frontMatter: String, path: String = "org/plan/index.html") throws -> String {
        let project = try Project.plan(
            "Tabell: Mål {.mål}\n\n| Id | Mål |\n|---|---|\n| M1 | Ett |\n", frontMatter: frontMatter)
        try project.build { $0.asOf = CalendarDate("2026-11-21") }
        return try project.page(path)
    }

    @Test func aPlanCalledDecidedWithoutBodyAndDayIsMarkedAsUnsure() throws {
        let page = try page("status: beslutad\n")
        #expect(page.contains("<li class=\"claimed\"><span class=\"step\">Beslutad</span>"))
        #expect(!page.contains("class=\"current\""))
        #expect(page.contains("Planen anges som beslutad. Inte angivet: organ, datum, paragraf"))
        #expect(!page.contains("Planen är beslutad"))
        let foot = try #require(page.firstMatch(of: /data-print="([^"]*)"/))
        #expect(!foot.1.contains("Beslutad"))
    }

    @Test func aDecisionToComeIsNotTaken() throws {
        let page = try page("decision: {body: RK, date: 2027-03-01}\n")
        #expect(!page.contains("Planen är beslutad"))
        #expect(!page.contains("class=\"current\""))
    }

    @Test(arguments: ["utkast", "förslag"])
    func aDraftIsNeverCitedAsDecided(_ status: String) throws {
        let page = try page("status: \(status)\ndecision: {body: RK, date: 2019-03-01, paragraph: 5}\n")
        #expect(page.contains("Status i källan: \(status)"))
        #expect(!page.contains("Beslutad av"))
    }

    @Test func theBodyIsNamedByItsTitle() throws {
        let page = try page("status: decided\ndecision: {body: RK, date: 2026-03-01}\n")
        #expect(page.contains("Planen är beslutad av Kontoret, 1 mars 2026"))
        #expect(page.contains("Beslutad av Kontoret 1 mars 2026"))
        #expect(page.contains("<li class=\"current\" aria-current=\"step\"><span class=\"step\">Beslutad</span>"))
    }

    @Test func onlyTheLastStepIsTheCurrentOne() throws {
        let project = try Project.plan(
            "Text.\n", frontMatter: "status: decided\ndecision: {body: RK, date: 2026-03-01}\n",
            more: ["org/plan/uppf.md": "---\ntype: report\ntitle: Uppföljning\nplan: plan\nperiod: 2026\n---\n"])
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(page.components(separatedBy: "aria-current=\"step\"").count == 2)
        #expect(page.contains("<li class=\"done\"><span class=\"step\">Beslutad</span>"))
    }

    @Test func whatADraftGivesAUnitIsProposed() throws {
        let work = "Tabell: Uppdrag {.uppdrag}\n\n| Id | Uppdrag | Ansvarig |\n|---|---|---|\n| U1 | Ett | RK |\n"
        let draft = try Project.plan(work, frontMatter: "status: utkast\n")
        try draft.build()
        #expect(try draft.page("org/kontoret/index.html").contains("Det är föreslaget, inte beslutat."))
        let decided = try Project.plan(
            work, frontMatter: "status: decided\ndecision: {body: RK, date: 2026-03-01}\n")
        try decided.build()
        #expect(!(try decided.page("org/kontoret/index.html")).contains("Det är föreslaget"))
    }

    @Test func aDateOfATimelineMeetsTheDecisionOfAnotherPlanOnThatDay() throws {
        let project = try Project.plan(
            "Tabell: Tid {.tidslinje}\n\n| Datum | Händelse |\n|---|---|\n| 2025-10-15 | Beslut om budgeten |\n",
            more: [
                "org/budget/index.md":
                    "---\ntype: plan\ntitle: Budgeten\nperiod: 2026\nstatus: decided\ndecision: {body: RK, date: 2025-10-15}\n---\n"
            ])
        try project.build { $0.asOf = CalendarDate("2026-11-21") }
        let page = try project.page("org/plan/index.html")
        #expect(page.contains("<a href=\"../budget/\">Budgeten</a>: Planen är beslutad av Kontoret, 15 oktober 2025"))
        #expect(!page.contains("Inget här säger vad som hände sedan."))
    }

    @Test func bracesInATitleAreTheAuthors() throws {
        let project = try Project.plan(
            "Tabell: Mål {.mål}\n\n| Id | Mål |\n|---|---|\n| M1 | Ett |\n",
            more: [
                "org/ny/index.md":
                    "---\ntype: plan\ntitle: Ny {old} {difference}\nperiod: 2027\nsupersedes: plan\n---\n\nTabell: Mål {.mål}\n\n| Id | Mål |\n|---|---|\n| M1 | Ett |\n"
            ])
        try project.build()
        #expect(try project.page("index.html").contains("Ny {old} {difference}"))
    }

    @Test func rowsOfMoneyCanBeQuoted() throws {
        let project = try Project.plan(
            "Tabell: Budget {#b .budget}\n\n| Post | 2026 |\n|---|---:|\n| En | 1 |\n| Två | 2 |\n")
        try project.build()
        for path in ["org/plan/index.html", "org/plan/b/index.html"] {
            let page = try project.page(path)
            #expect(page.contains("id=\"row-b:2\""))
            #expect(page.contains("<a class=\"anchor\" href=\"#row-b:2\" aria-label=\"Länk till raden Två\">"))
        }
    }
}
