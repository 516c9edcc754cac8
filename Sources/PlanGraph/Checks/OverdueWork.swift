import PlanModel

/// Assignments and activities whose time is up while their status says that they go on.
///
/// Work without a status is left alone: a plan that follows nothing up has not said that anything is still to be done,
/// and an old one would be full of findings. `delayed` says itself that the time is up.
enum OverdueWork: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        guard let asOf else { return [] }
        var found: [Diagnostic] = []
        for plan in library.livePlans {
            for entity in library.entities(inPlan: plan.id) where entity.kind == .assignment || entity.kind == .activity
            {
                guard let status = library.status(of: entity), goesOn(status), let (end, position) = end(of: entity),
                    end.isBefore(asOf)
                else { continue }
                found.append(.overdue(entity, end: end.text, asOf: asOf, at: position))
            }
        }
        return found
    }

    private static func goesOn(_ status: Status) -> Bool {
        switch status {
        case .notStarted, .onTrack, .atRisk: true
        case .delayed, .done, .cancelled, .draft, .proposed, .decided, .superseded, .closed: false
        }
    }

    private static func end(of entity: Entity) -> (LastDay, SourcePosition)? {
        if let text = entity.text(.schedule), let position = entity.fields[.schedule]?.position {
            return LastDay(schedule: text).map { ($0, position) }
        }
        guard let period = entity.period, let position = entity.fields[.period]?.position else { return nil }
        return (LastDay(period), position)
    }
}

/// The last day that a schedule names.
struct LastDay {
    let year: Int
    let month: Int
    let day: Int
    let text: String

    init(_ period: Period) {
        year = period.last
        switch period.part {
        case .month(let number): month = number
        case .tertial(let number): month = number * 4
        case .quarter(let number): month = number * 3
        case nil: month = 12
        }
        day = CalendarDate.days(inMonth: month, of: year)
        text = period.text
    }

    private init(_ date: CalendarDate) {
        year = date.year
        month = date.month ?? 12
        day = date.day ?? CalendarDate.days(inMonth: date.month ?? 12, of: date.year)
        text = date.text
    }

    /// Reads the latest date, month, part of a year or year in a text; `nil` where there is none, or where the work goes
    /// on without an end (`löpande`).
    init?(schedule: String) {
        let folded = String(schedule.lowercased().map { "–—‐‑−".contains($0) ? "-" : $0 })
        if Self.endless.contains(where: folded.contains) || folded.contains(/(?:^|[^a-zåäö])ff(?![a-zåäö])/) {
            return nil
        }
        var latest: LastDay?
        func take(_ day: LastDay) {
            if latest.map({ $0.key < day.key }) ?? true { latest = day }
        }
        var rest = folded
        for match in folded.matches(of: /\d{4}-(?:\d{2}(?:-\d{2})?|[mtqk]\d{1,2})(?!\d)/) {
            let word = String(match.output)
            if let date = CalendarDate(word) {
                take(LastDay(date))
            } else if let period = Period(word) {
                take(LastDay(period))
            } else if word.count == 7, let first = Int(word.prefix(4)), let last = Int(word.suffix(2)),
                last > first % 100
            {
                // `2019–20`
                take(LastDay(Period(first: first - first % 100 + last)))
            } else {
                continue
            }
            rest = rest.replacing(word, with: " ")
        }
        // Years that stand alone count, too: `2019-05-01, klart 2026`.
        for match in rest.matches(of: /(?:([a-zåäö]+)\.?\s+)?(\d+)/) {
            guard let year = Period.year(String(match.output.2)) else { continue }
            let word = match.output.1.map(String.init) ?? ""
            let month = Self.months.firstIndex { $0.contains { word == $0 } }.map { $0 + 1 }
            take(LastDay(Period(first: year, part: month.map { .month($0) })))
        }
        guard let latest else { return nil }
        self = latest
    }

    private var key: Int { (year * 100 + month) * 100 + day }

    /// Whether it lies before a day; one that states only its year or month is taken from its beginning.
    func isBefore(_ date: CalendarDate) -> Bool { key < (date.year * 100 + (date.month ?? 1)) * 100 + (date.day ?? 1) }

    private static let endless = [
        "löpande", "tills vidare", "tillsvidare", "årlig", "varje", "kontinuerlig", "från", "fr.o.m", "ongoing",
        "annual", "every", "until further", "from", "därefter", "framåt", "onward", "thereafter",
    ]
    private static let months: [[String]] = [
        ["januari", "january", "jan"], ["februari", "february", "feb"], ["mars", "march"], ["april", "apr"],
        ["maj", "may", "våren", "spring"], ["juni", "june", "jun"], ["juli", "july", "jul"],
        ["augusti", "august", "aug", "sommaren", "summer"], ["september", "sept", "sep"],
        ["oktober", "october", "okt"],
        ["november", "nov"], ["december", "dec", "hösten", "autumn"],
    ]
}

extension Diagnostic {
    fileprivate static func overdue(
        _ entity: Entity, end: String, asOf: CalendarDate, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .overdue, at: position,
            LocalizedText(
                sv: "'\(entity.title)' skulle vara klar \(end), men är det inte \(asOf.text) enligt sin status",
                en: "'\(entity.title)' was due \(end), but by its status isn't done on \(asOf.text)"),
            help: LocalizedText(
                sv: "skriv statusen klar, försenad eller avbruten, eller en ny tidplan",
                en: "write the status done, delayed or cancelled, or a new schedule"))
    }
}
