import PlanModel
import Testing

@testable import PlanGraph

@Suite struct NamedDateTests {
    @Test(arguments: [
        ("2019-12-31", "2019-12-31"), ("2019", "2019"), ("Klart december 2019", "2019-12"),
        ("senast 31 mars 2020", "2020-03-31"), ("31/12 2019", "2019-12-31"), ("Q2 2020", "2020-06"),
        ("kvartal 3 2020", "2020-09"), ("andra kvartalet 2021", "2021-06"), ("tertial 1 2020", "2020-04"),
        ("2020-T2", "2020-08"), ("våren 2020", "2020-05"), ("2019–2021", "2021"), ("2019-2021", "2021"),
        ("Start januari 2019, klart juni 2020.", "2020-06"), ("30 Sept 2020", "2020-09-30"),
        ("halvår 1 2020", "2020-06"), ("31 december 2019 (årsbokslut 2019)", "2019-12-31"),
        ("Avslutas 2020-06", "2020-06"),
    ])
    func lastDateCounts(_ words: String, _ date: String) {
        #expect(NamedDate.last(in: words)?.text == date)
    }

    @Test(arguments: ["", "Löpande", "årligen i maj", "vecka 12", "1219", "12345", "-", "––", "31/12", "§ 109", "q2"])
    func noYearNoDate(_ words: String) {
        #expect(NamedDate.last(in: words) == nil)
    }

    @Test(arguments: [("31 februari 2020", "2020-02"), ("45/1 2020", "2020-01")])
    func impossibleDay(_ words: String, _ date: String) {
        #expect(NamedDate.last(in: words)?.text == date)
    }

    @Test func monthsArePast() throws {
        let day = try #require(CalendarDate("2020-02-29"))
        let next = try #require(CalendarDate("2020-03-01"))
        let month = CalendarDate(year: 2020, month: 2)
        #expect(!month.isPast(on: day))
        #expect(month.isPast(on: next))
        #expect(!CalendarDate(year: 2020, month: nil).isPast(on: next))
    }
}
