import PlanGraph
import PlanModel

/// `calendar.ics`: meetings, and milestones with an exact day (RFC 5545), one a language.
///
/// A meeting whose time can be read has that time in Sweden; all others take the whole day. Nothing comes from the clock:
/// the stamp is the day that the content was looked over, else the day that the site speaks from.
struct CalendarFeed {
    private struct Event {
        let id: String
        let day: CalendarDate
        var time: MeetingTime?
        let summary: String
        var place: String?
        var description: String
        let updated: CalendarDate?
        let address: Address
    }

    private let site: PublishedSite
    private let language: Language
    private let prefix: String
    private let words: InterfaceStrings

    init(_ site: PublishedSite, language: Language) {
        self.site = site
        self.language = language
        prefix = site.prefix(language)
        words = site.words(language)
    }

    var file: SiteFile {
        var text = ICalendarText()
        text.add("BEGIN", "VCALENDAR")
        text.add("VERSION", "2.0")
        text.add("PRODID", "-//Klarplan//Klarplan//\(language.rawValue.uppercased())")
        text.add("CALSCALE", "GREGORIAN")
        text.add("X-WR-CALNAME", text: words("calendar.title", ["site": site.name(in: language)]))
        let events = events
        if events.contains(where: { $0.time != nil }) { Self.addZone(to: &text) }
        for event in events { add(event, to: &text) }
        text.add("END", "VCALENDAR")
        return SiteFile(path: prefix + "calendar.ics", bytes: text.bytes)
    }

    /// By day, time and id.
    private var events: [Event] {
        let meetings = site.library.entities(of: .meeting).compactMap(event)
        let milestones = site.library.milestones.compactMap(event)
        let none = MeetingTime.Clock(hour: 0, minute: 0)
        return (meetings + milestones).sorted {
            ($0.day, $0.time?.start ?? none, $0.id) < ($1.day, $1.time?.start ?? none, $1.id)
        }
    }

    private func event(of meeting: Entity) -> Event? {
        guard let day = meeting.date, day.isExact else { return nil }
        let items = meeting.agenda(in: language).enumerated().map { "\($0 + 1). \($1.title.value)" }.joined(
            separator: "\n")
        return Event(
            id: meeting.id.key, day: day, time: meeting.text(.time).flatMap(MeetingTime.init),
            summary: meeting.title(in: language), place: meeting.text(.place, in: language), description: items,
            updated: meeting.updated, address: site.library.address(of: meeting.id))
    }

    private func event(of milestone: Milestone) -> Event? {
        guard milestone.date.isExact else { return nil }
        let plan = milestone.plan.flatMap { site.library[$0] }
        let lines = [milestone.body, plan?.title(in: language)].compactMap { $0 }.filter { !$0.isEmpty }
        return Event(
            id: "\(milestone.table.key)#\(milestone.row)", day: milestone.date,
            summary: site.library.event(of: milestone, in: language),
            description: lines.joined(separator: "\n"), updated: plan?.updated,
            address: site.library.address(of: milestone.table))
    }

    private func add(_ event: Event, to text: inout ICalendarText) {
        text.add("BEGIN", "VEVENT")
        text.add("UID", UniqueName.uuid("event:\(event.id)"))
        text.add("DTSTAMP", (event.updated ?? site.asOf ?? event.day).basic + "T000000Z")
        if let time = event.time {
            text.add("DTSTART;TZID=Europe/Stockholm", event.day.basic + "T" + time.start.basic)
            if let end = time.end { text.add("DTEND;TZID=Europe/Stockholm", event.day.basic + "T" + end.basic) }
        } else {
            text.add("DTSTART;VALUE=DATE", event.day.basic)
        }
        text.add("SUMMARY", text: event.summary)
        if let place = event.place, !place.isEmpty { text.add("LOCATION", text: place) }
        if !event.description.isEmpty { text.add("DESCRIPTION", text: event.description) }
        // A calendar has no place of its own that a relative address could be read from.
        if site.configuration.baseURL != nil {
            let path = site.address(prefix + event.address.path, from: prefix)
            text.add("URL", WebAddress.escaped(path + (event.address.fragment.map { "#" + $0 } ?? "")))
        }
        text.add("END", "VEVENT")
    }

    /// Central European time with the rule that holds since 1996: summer from the last Sunday of March to that of October.
    private static func addZone(to text: inout ICalendarText) {
        text.add("BEGIN", "VTIMEZONE")
        text.add("TZID", "Europe/Stockholm")
        for (name, start, from, to, short, month) in [
            ("DAYLIGHT", "19960331T020000", "+0100", "+0200", "CEST", "3"),
            ("STANDARD", "19961027T030000", "+0200", "+0100", "CET", "10"),
        ] {
            text.add("BEGIN", name)
            text.add("DTSTART", start)
            text.add("RRULE", "FREQ=YEARLY;BYMONTH=\(month);BYDAY=-1SU")
            text.add("TZOFFSETFROM", from)
            text.add("TZOFFSETTO", to)
            text.add("TZNAME", short)
            text.add("END", name)
        }
        text.add("END", "VTIMEZONE")
    }
}
