/// What a site says of its own accessibility (lagen 2018:1937 om tillgänglighet till digital offentlig service, 13 §, and the
/// model of the Commission's implementing decision 2018/1523).
///
/// Everything is as the publisher states it: what is missing is shown as not stated and never assumed.
package struct AccessibilityStatement: Sendable, Hashable {
    /// How far the site meets the law.
    package enum Level: String, Vocabulary {
        case full, partial
        case notMet = "none"

        package var spellings: [String] {
            switch self {
            case .full: ["helt", "fully"]
            case .partial: ["delvis", "partially"]
            case .notMet: ["inte", "not"]
            }
        }
    }

    /// Why something is not accessible.
    package enum Reason: String, Vocabulary {
        /// It breaks the law's demands.
        case nonCompliance = "non-compliance"
        /// Mending it would be a disproportionate burden (12 §).
        case disproportionateBurden = "disproportionate-burden"
        /// The law does not ask for it (9 §).
        case outsideLaw = "outside-law"

        package var spellings: [String] {
            switch self {
            case .nonCompliance: ["brist", "bristande-förenlighet"]
            case .disproportionateBurden: ["oskäligt-betungande"]
            case .outsideLaw: ["utanför-lagen", "omfattas-inte"]
            }
        }
    }

    /// Something that is not accessible.
    package struct Shortcoming: Sendable, Hashable {
        package var text: [Language: String] = [:]
        package var reason = Reason.nonCompliance
        /// Why, in words; the law asks for it where mending would be a disproportionate burden.
        package var motive: [Language: String] = [:]
        /// How to get at the content all the same.
        package var alternative: [Language: String] = [:]
        /// When it is to be mended.
        package var mended: CalendarDate?

        package init() {}
    }

    /// Who stands behind the site.
    package var responsible: [Language: String] = [:]
    package var level: Level?
    package var shortcomings: [Shortcoming] = []
    /// What a reader who can't use a part of the site can do.
    package var help: [Language: String] = [:]
    package var contact = SiteConfiguration.Contact()
    /// The address of a form for reports.
    package var form: String?
    package var responseTime: [Language: String] = [:]
    /// How the site was tested.
    package var method: [Language: String] = [:]
    package var assessed: CalendarDate?
    package var published: CalendarDate?
    package var updated: CalendarDate?
    /// Where the block begins.
    package var position: SourcePosition

    package init(at position: SourcePosition) { self.position = position }
}
