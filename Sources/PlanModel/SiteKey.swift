/// A key of `Site/site.yaml`: what the reader, the handbook and the schemas go by.
package enum SiteKey: CaseIterable, Hashable, Sendable {
    case title, tagline, languages, baseURL, publisher, publisherHomepage, license, contact, theme
    case navigation, search, accessibility, checks, repository

    /// English first, then Swedish, then forms that are also understood.
    package var names: [String] {
        switch self {
        case .title: ["title", "titel"]
        case .tagline: ["tagline", "underrubrik"]
        case .languages: ["languages", "språk"]
        case .baseURL: ["base-url", "bas-url", "base_url", "baseURL", "url"]
        case .publisher: ["publisher", "utgivare"]
        case .publisherHomepage: ["publisher-homepage", "utgivarens-webbplats"]
        case .license: ["license", "licens"]
        case .contact: ["contact", "kontakt"]
        case .theme: ["theme", "tema"]
        case .navigation: ["navigation", "navigering"]
        case .search: ["search", "sök"]
        case .accessibility: ["accessibility", "tillgänglighet"]
        case .checks: ["checks", "kontroller"]
        case .repository: ["repository", "källkod"]
        }
    }

    /// The keys within it, English ones with their Swedish ones; empty where it has none of a fixed name.
    package var inner: [String: String] {
        switch self {
        case .publisher: ["name": "namn", "homepage": "webbplats"]
        case .contact: ["name": "namn", "email": "e-post", "telephone": "telefon", "address": "adress"]
        case .navigation: ["title": "titel", "target": "mål"]
        case .search: ["synonyms": "synonymer", "sites": "webbplatser"]
        case .accessibility:
            [
                "responsible": "ansvarig", "level": "nivå", "shortcomings": "brister", "help": "hjälp",
                "contact": "kontakt", "form": "formulär", "response-time": "svarstid", "method": "metod",
                "assessed": "bedömd", "published": "publicerad", "updated": "uppdaterad",
            ]
        case .title, .tagline, .languages, .baseURL, .publisherHomepage, .license, .theme, .checks, .repository: [:]
        }
    }

    /// The keys within a shortcoming of the accessibility statement.
    package static let shortcomingKeys = [
        "text": "beskrivning", "reason": "skäl", "motive": "motivering", "alternative": "alternativ",
        "mended": "åtgärdas",
    ]
    /// The keys within `logo`, and what `dark` and `logo` are called in the theme.
    package static let logoKeys = ["file": "fil", "text": "alternativtext"]
    package static let themeKeys = ["dark": "mörkt", "logo": "logotyp"]
}
