import PlanGraph
import PlanModel

/// The site as open data speaks of it: its name, its languages and the addresses of its parts.
struct PublishedSite {
    let library: Library
    let configuration: SiteConfiguration
    /// The day that the site speaks from; `nil` where neither the call nor the content says.
    let asOf: CalendarDate?
    private let strings: [Language: InterfaceStrings]

    init(
        _ library: Library, configuration: SiteConfiguration, strings: [Language: InterfaceStrings], asOf: CalendarDate?
    ) {
        self.library = library
        self.configuration = configuration
        self.strings = strings
        self.asOf = asOf
    }

    /// The words of the interface; the site's own language where it has none in this one.
    func words(_ language: Language) -> InterfaceStrings {
        strings[language] ?? strings[configuration.defaultLanguage]
            ?? InterfaceStrings(language: language, entries: [:])
    }

    /// As on the pages: as configured, else the only organisation's, else the program's word for it.
    func name(in language: Language) -> String {
        library.siteName(configuration, in: language) ?? words(language)("site.name")
    }

    /// Who publishes, in the site's own language.
    var publisher: String { configuration.publisher ?? name(in: configuration.defaultLanguage) }

    /// The folder of a language's pages: empty for the default language, else `en/`.
    func prefix(_ language: Language) -> String {
        configuration.prefix(of: language)
    }

    /// A path as an address: whole where the site's is known, else relative to a folder of the site.
    ///
    /// - Parameters:
    ///   - path: relative to the site's root; folders end with `/`.
    ///   - folder: where the file lies that the address stands in.
    func address(_ path: String, from folder: String) -> String {
        configuration.baseURL.map { $0 + path } ?? Address.relative(from: folder, to: path)
    }
}
