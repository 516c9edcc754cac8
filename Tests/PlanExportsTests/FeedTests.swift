import Foundation
import PlanGraph
import PlanModel
import Testing

@testable import PlanExports

@Suite struct FeedTests {
    private static let meeting = """
        ---
        typ: möte
        titel: Nämnden; möte, ett
        organ: Nämnden
        datum: 2025-03-30
        tid: kl. 9.30–12.00
        plats: Sal A\\B
        dagordning:
          - titel: Ett
          - titel: Två, tre
        ---
        """

    private func project(baseURL: String? = nil) throws -> ExportProject {
        try ExportProject(
            plan: """
                Tabell: Datum {#datum .tidslinje}

                | Datum      | Händelse | Organ |
                |------------|----------|-------|
                | 2025-04    | Månad    |       |
                | 2025-04-02 | Dag      | Nämnden |
                """,
            keys: "status: beslutad\nbeslut: {organ: Styrelsen, datum: 2025-01-02}\n",
            [
                "org/moten/m.md": Self.meeting,
                "org/utan/index.md": "---\ntyp: plan\ntitel: Utan dag\n---\n",
                "org/sen/index.md": "---\ntyp: plan\ntitel: Sen & <ny>\nuppdaterad: 2025-03-30\n---\n",
                "Site/site.yaml": "title: {sv: Planer, en: Plans}\nlanguages: [sv, en]\npublisher: Region\n",
            ], baseURL: baseURL)
    }

    @Test func entriesAreNewestFirstAndThoseWithoutDayAreLeftOut() throws {
        let feed = try project(baseURL: "https://plan.example.se/x/").file("feed.xml")
        let titles = feed.matches(of: /<title>([^<]*)<\/title>/).map { String($0.output.1) }
        #expect(
            titles == [
                "Planer: planer, uppföljningar och möten", "Nämnden; möte, ett", "Sen &amp; &lt;ny&gt;", "Planen",
            ])
        let updated = feed.matches(of: /<updated>([^<]*)<\/updated>/).map { String($0.output.1) }
        #expect(
            updated == ["2025-03-30", "2025-03-30", "2025-03-30", "2025-01-02"].map { $0 + "T00:00:00Z" })
        #expect(feed.contains("<id>https://plan.example.se/x/org/plan/</id>"))
        #expect(feed.contains("Status: Beslutad · Beslutad av: Styrelsen · Datum: 2025-01-02"))
        #expect(feed.contains("<author><name>Region</name></author>"))
    }

    @Test func aSiteWithoutAddressHasNamesAndRelativeLinks() throws {
        let site = try project().site()
        let swedish = try #require(site["feed.xml"])
        let english = try #require(site["en/feed.xml"])
        #expect(swedish.contains("href=\"org/plan/\"") && english.contains("href=\"org/plan/\""))
        let ids = (swedish + english).matches(of: /<id>urn:uuid:([0-9a-f-]{36})<\/id>/).map { String($0.output.1) }
        #expect(Set(ids).count == 8 && ids.count == 8)
        #expect(
            ids.allSatisfy {
                $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
        #expect(english.contains("xml:lang=\"en\"") && english.contains("<title>Plans: "))
    }

    @Test func aSiteWithoutDatesHasAnEmptyFeed() throws {
        let project = try ExportProject(["org/index.md": "---\ntyp: organisation\ntitel: O\n---\n"])
        let feed = try project.file("feed.xml")
        #expect(!feed.contains("<entry>") && feed.contains("<updated>1970-01-01T00:00:00Z</updated>"))
        #expect(try project.file("calendar.ics").contains("BEGIN:VEVENT") == false)
    }

    @Test func meetingsHaveTheirTimeAndMilestonesTheWholeDay() throws {
        let calendar = try project(baseURL: "https://plan.example.se/").file("calendar.ics")
        let events = calendar.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "BEGIN:VEVENT\r\n")
            .dropFirst()
        #expect(events.count == 2)
        let meeting = try #require(events.first)
        for line in [
            "DTSTART;TZID=Europe/Stockholm:20250330T093000", "DTEND;TZID=Europe/Stockholm:20250330T120000",
            "SUMMARY:Nämnden\\; möte\\, ett", "LOCATION:Sal A\\\\B", "DESCRIPTION:1. Ett\\n2. Två\\, tre",
            "URL:https://plan.example.se/org/meetings/m/", "DTSTAMP:20250330T000000Z",
        ] { #expect(meeting.contains(line + "\r\n"), "\(line)") }
        let milestone = try #require(events.last)
        for line in [
            "DTSTART;VALUE=DATE:20250402", "SUMMARY:Dag", "DESCRIPTION:Nämnden\\nPlanen",
            "URL:https://plan.example.se/org/plan/#datum",
        ] { #expect(milestone.contains(line + "\r\n"), "\(line)") }
        #expect(calendar.contains("TZID:Europe/Stockholm"))
    }

    @Test func directionOfTextIsNotTurned() {
        let text = "\u{202E}a\u{2066}b\u{200F}\u{2069}\u{202C}"
        #expect(XMLText.escaped(text) == "ab\u{200F}")
        var calendar = ICalendarText()
        calendar.add("SUMMARY", text: text)
        #expect(calendar.bytes == Array("SUMMARY:ab\u{200F}\r\n".utf8))
    }

    @Test func longLinesAreFoldedWithoutCuttingCharacters() {
        for text in [String(repeating: "å", count: 200), String(repeating: "🇸🇪x", count: 60), "kort"] {
            var calendar = ICalendarText()
            calendar.add("SUMMARY", text: text)
            let lines = String(decoding: calendar.bytes, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(!lines.joined().contains("\u{FFFD}"))
            #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
            let unfolded = lines.enumerated().map { $0 == 0 ? $1 : String($1.dropFirst()) }.joined()
            #expect(unfolded == "SUMMARY:" + text)
        }
        var odd = ICalendarText()
        odd.add("SUMMARY", text: "a\rb\u{0}c\nd")
        #expect(String(decoding: odd.bytes, as: UTF8.self) == "SUMMARY:abc\\nd\r\n")
    }

    @Test(arguments: [
        ("13:00", "130000"), ("kl. 9.30", "093000"), ("kl 13", "130000"), ("klockan 08:15, sal A", "081500"),
        ("9.30–12.00", "093000–120000"), ("13–15 (digitalt)", "130000–150000"), ("23:59", "235900"),
        ("1.30 pm", ""), ("24:00", ""), ("13:60", ""), ("13:5x", ""), ("15–13", ""), ("eftermiddag", ""), ("", ""),
        ("2025", ""), ("123:00", ""), ("12 januari", ""), ("13:00–", ""), (":", ""),
    ])
    func timesAreReadOrLeft(text: String, expected: String) {
        let time = MeetingTime(text)
        #expect((time.map { $0.start.basic + ($0.end.map { "–" + $0.basic } ?? "") } ?? "") == expected)
    }
}
