package import PlanModel

/// What the law asks an accessibility statement to say and `site.yaml` doesn't.
///
/// Lagen (2018:1937) om tillgänglighet till digital offentlig service, 13 §; what has to stand in it is listed by
/// Myndigheten för digital förvaltning after the Commission's implementing decision 2018/1523.
package enum AccessibilityCheck {
    package static func findings(in configuration: SiteConfiguration) -> [Diagnostic] {
        guard let statement = configuration.accessibility else { return [.noStatement] }
        var findings: [Diagnostic] = []
        func miss(_ swedish: String, _ english: String, _ example: LocalizedText) {
            findings.append(.missingInStatement(swedish, english, example: example, at: statement.position))
        }
        if statement.responsible.isEmpty, configuration.publisher == nil {
            miss("ansvarig", "responsible", LocalizedText(sv: "Exempelkommunen", en: "Exempelkommunen"))
        }
        if let level = statement.level {
            let breaks = statement.shortcomings.contains { $0.reason != .outsideLaw }
            switch level {
            case .full where breaks: findings.append(.fullWithShortcomings(at: statement.position))
            case .partial where !breaks, .notMet where !breaks:
                miss(
                    "brister", "shortcomings",
                    LocalizedText(sv: "[Kartan saknar beskrivning.]", en: "[The map has no description.]"))
            case .full, .partial, .notMet: break
            }
        } else {
            miss("nivå", "level", LocalizedText(sv: "delvis", en: "partial"))
        }
        if statement.shortcomings.contains(where: { $0.reason == .disproportionateBurden && $0.motive.isEmpty }) {
            miss(
                "motivering", "motive",
                LocalizedText(
                    sv: "därför att … (vid oskäligt-betungande)", en: "because … (of disproportionate-burden)"))
        }
        if statement.form == nil, statement.contact == .init(), configuration.contact == .init() {
            miss("kontakt", "contact", LocalizedText(sv: "kommun@exempel.se", en: "kommun@exempel.se"))
        }
        if statement.method.isEmpty {
            miss("metod", "method", LocalizedText(sv: "Självskattning", en: "Self-assessment"))
        }
        if statement.assessed == nil { miss("bedömd", "assessed", LocalizedText(sv: "2026-01-20", en: "2026-01-20")) }
        if statement.published == nil, statement.updated == nil {
            miss("publicerad", "published", LocalizedText(sv: "2026-01-20", en: "2026-01-20"))
        }
        return findings
    }
}

extension Diagnostic {
    fileprivate static let noStatement = Diagnostic(
        .accessibilityStatement, at: SourcePosition(file: "Site/site.yaml", line: 1, column: 1),
        LocalizedText(
            sv: "webbplatsen har ingen tillgänglighetsredogörelse; sidan accessibility/ säger att den saknas",
            en: "the site has no accessibility statement; the page accessibility/ says that there is none"),
        help: LocalizedText(
            sv:
                "skriv 'tillgänglighet:' i Site/site.yaml med ansvarig, nivå, brister, kontakt, metod, bedömd, publicerad",
            en: """
                write 'accessibility:' in Site/site.yaml with responsible, level, shortcomings, contact, method, assessed, \
                published
                """))

    fileprivate static func missingInStatement(
        _ swedish: String, _ english: String, example: LocalizedText, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .accessibilityStatement, at: position,
            LocalizedText(
                sv: "tillgänglighetsredogörelsen saknar '\(swedish)'; lagen frågar efter det",
                en: "the accessibility statement lacks '\(english)', which the law asks for"),
            help: LocalizedText(
                sv: "skriv till exempel '\(swedish): \(example.swedish)'",
                en: "write for example '\(english): \(example.english)'"))
    }

    fileprivate static func fullWithShortcomings(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .accessibilityStatement, at: position,
            LocalizedText(
                sv: "'nivå' är helt, men under 'brister' står sådant som inte uppfyller lagen",
                en: "'level' is full, but 'shortcomings' holds what does not meet the law"),
            help: LocalizedText(
                sv: "skriv 'nivå: delvis', eller ta bort bristen", en: "write 'level: partial', or remove it"))
    }
}
