import PlanModel

/// Reports that don't say which time they are about: their outcomes can't be put in order.
enum ReportsWithoutPeriod: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        library.entities(of: .report).filter { $0.fields[.period] == nil }.map { .reportWithoutPeriod(at: $0.position) }
    }
}

extension Diagnostic {
    fileprivate static func reportWithoutPeriod(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .reportWithoutPeriod, at: position,
            LocalizedText(
                sv: "uppföljningen säger inte vilken period den gäller",
                en: "the report doesn't say which period it is about"),
            help: LocalizedText(
                sv: "lägg till 'period:' med till exempel 2026-T1, 2026-M03 eller 2026",
                en: "add 'period:' with, say, 2026-T1, 2026-M03 or 2026"))
    }
}
