/// What `Site/site.yaml` says. Everything has a default: the file may be missing.
package struct SiteConfiguration: Sendable {
    package struct Contact: Sendable, Hashable {
        package var name: String?
        package var email: String?
        package var telephone: String?
        package var address: String?

        package init() {}
    }

    /// A link of the site's own navigation.
    package struct NavigationItem: Sendable, Hashable {
        package var title: [Language: String]
        /// An id, or an address that begins with `https://`.
        package var target: Located<String>

        package init(title: [Language: String], target: Located<String>) {
            self.title = title
            self.target = target
        }
    }

    /// The site's name by language; empty where none is given.
    package var title: [Language: String] = [:]
    /// One line under the name.
    package var tagline: [Language: String] = [:]
    /// The first is the default: its pages lie at the site's root.
    package var languages: [Language] = [.swedish]
    /// Where the site will lie: `https://plan.example.se/`, always with a final `/`.
    package var baseURL: String?
    package var publisher: String?
    package var publisherHomepage: String?
    /// The address of the terms under which the open data may be used; `nil` where none are stated.
    package var license: String?
    /// Where a file of the project can be edited on the web, with `{file}` and perhaps `{line}`; `nil` where no page says so.
    package var repository: String?
    package var contact = Contact()
    /// Values for design tokens, and the logo: `thread: "#B3152B"`.
    package var theme = SiteTheme()
    /// What the site says of its own accessibility; `nil` where it has made no statement.
    package var accessibility: AccessibilityStatement?
    package var navigation: [NavigationItem] = []
    /// The roots of other sites that are searched with this one, each with a final `/`: from the root of the host (`/b/`) or
    /// relative to this site's root (`../b/`), since no request leaves the host.
    package var searchSites: [String] = []
    /// Words that search takes for one another, in groups of at least two.
    package var synonyms: [[String]] = []
    /// Warnings and notes that the site weighs otherwise than the program; errors can't be weighed anew.
    package var checks: [DiagnosticCode: CheckLevel] = [:]

    package init() {}

    package var defaultLanguage: Language { languages.first ?? .swedish }

    /// The folder of a language's pages below the site's root: empty for the default language, else `en/`.
    package func prefix(of language: Language) -> String {
        language == defaultLanguage ? "" : language.rawValue + "/"
    }
}

/// What a finding weighs on one site.
package enum CheckLevel: String, Vocabulary {
    case off, info, warning, error

    package var spellings: [String] {
        switch self {
        case .off: ["av", "no", "false"]
        case .info: ["upplysning"]
        case .warning: ["varning"]
        case .error: ["fel"]
        }
    }
}

/// The words of the interface in one language, from `Site/Strings`.
package struct InterfaceStrings: Sendable, Equatable {
    package let language: Language
    private let entries: [String: Pattern]

    package init(language: Language, entries: [String: String]) {
        self.language = language
        self.entries = entries.mapValues { Pattern($0) }
    }

    package var keys: Set<String> { Set(entries.keys) }

    package func has(_ key: String) -> Bool { entries[key] != nil }

    /// The words for a key, with `{name}` replaced by the values given.
    ///
    /// A key that no file has is our own bug, found by the check of the strings before any page is made: it is written
    /// out as the key itself.
    package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard let pattern = entries[key] else { return key }
        return values.isEmpty ? pattern.text : pattern.filled(values)
    }

    /// Words with names in braces, in pieces.
    private struct Pattern: Sendable, Equatable {
        let text: String
        /// What stands before each name, and the name.
        private var names: [Name] = []
        private let end: String

        private struct Name: Sendable, Equatable {
            let before: String
            let name: String
        }

        init(_ text: String) {
            self.text = text
            var rest = text[...]
            while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
                let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
            {
                let name = rest[rest.utf8.index(after: open)..<close]
                names.append(Name(before: String(rest[..<open]), name: String(name)))
                rest = rest[rest.utf8.index(after: close)...]
            }
            end = String(rest)
        }

        /// Puts values in the place of their names: braces in a value are the author's own.
        func filled(_ values: some Collection<(key: String, value: String)>) -> String {
            guard !names.isEmpty else { return text }
            var result = ""
            result.reserveCapacity(text.utf8.count + 48)
            for name in names {
                result += name.before
                result += values.first { $0.key == name.name }?.value ?? "{\(name.name)}"
            }
            return result + end
        }
    }

    /// The words for a number: `key.one` for 1, else `key.other`; `{count}` is the number.
    ///
    /// - Parameter values: what else is put in.
    package func counted(
        _ key: String, _ count: Int, _ values: KeyValuePairs<String, String> = [:]
    ) -> String {
        let number = Amount(mantissa: Int128(count), scale: 0).text(in: language)
        guard let pattern = entries[count == 1 ? key + ".one" : key + ".other"] else { return key }
        return pattern.filled([(key: "count", value: number)] + values)
    }

    /// Several things as one: `a, b och c`.
    package func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + self("list.and") + last
    }
}
