package import PlanGraph
package import PlanMarkdown
package import PlanModel
import Synchronization

/// The site in one language: all that a page is made from.
///
/// What all pages share lies in one object: each part of a page holds the edition, and a copy would count its lists in and
/// out each time.
package struct Edition: Sendable {
    private var held: Held
    package private(set) var documents: Texts
    /// The node of the heading that gave a file its title, by file: it is the page's `h1` and not repeated in the text.
    package private(set) var titleHeadings: [String: Int]

    private final class Held: Sendable {
        let content: Content
        let printLines = PlanWords()
        let decisions = PlanWords()

        init(_ content: Content) { self.content = content }
    }

    /// What stands at the foot of the printed pages of each plan: the pages of a plan share it.
    var printLines: PlanWords { held.printLines }
    /// What citations say of the decision of each plan.
    var decisions: PlanWords { held.decisions }

    /// All but the texts.
    private struct Content: Sendable {
        let language: Language
        let library: Library
        let configuration: SiteConfiguration
        let t: InterfaceStrings
        let assets: AssetNames
        let templates: TemplateSet
        let asOf: CalendarDate?
        let hasPDF: Bool
        let commitments: [Commitment]
        let commitmentsByPlan: [EntityID?: [Commitment]]
        let tablesByPlace: [TablePlace: PlanTable]
        let plansByOrganisation: [EntityID: [EntityID]]
        let tablesByPlan: [EntityID?: [PlanTable]]
        var languagesByTitle: [String: Language] = [:]
        var previews: [String: Lazily<SiteFile>] = [:]
        let glossaries: [GlossaryKey: Glossary]
        let siteName: String
    }

    package var language: Language { held.content.language }
    package var library: Library { held.content.library }
    package var configuration: SiteConfiguration { held.content.configuration }
    package var t: InterfaceStrings { held.content.t }
    package var assets: AssetNames { held.content.assets }
    package var templates: TemplateSet { held.content.templates }
    /// The day that the site speaks from; `nil` where neither the call nor the content says.
    package var asOf: CalendarDate? { held.content.asOf }
    /// Whether the build prints PDF files, so that pages lead to them.
    package var hasPDF: Bool { held.content.hasPDF }
    /// All that the plans promise by a date, by date.
    var commitments: [Commitment] { held.content.commitments }
    var commitmentsByPlan: [EntityID?: [Commitment]] { held.content.commitmentsByPlan }
    var tablesByPlace: [TablePlace: PlanTable] { held.content.tablesByPlace }
    /// The plans of each organisation, the latest first.
    var plansByOrganisation: [EntityID: [EntityID]] { held.content.plansByOrganisation }
    /// The tables of each plan, in reading order; those outside plans under `nil`.
    var tablesByPlan: [EntityID?: [PlanTable]] { held.content.tablesByPlan }
    /// The language of titles of organisations and plans that aren't in the edition's own.
    var languagesByTitle: [String: Language] { held.content.languagesByTitle }
    /// Pictures for those who share a page, by the folder of what they show; none without a base URL, which they need.
    var previews: [String: Lazily<SiteFile>] { held.content.previews }
    /// The words that each organisation's glossaries explain, by language.
    var glossaries: [GlossaryKey: Glossary] { held.content.glossaries }
    /// The name of the site: as configured, else the only organisation's, else the program's word for it.
    package var siteName: String { held.content.siteName }

    struct TablePlace: Hashable, Sendable {
        let file: String
        let index: Int
    }

    package init(
        language: Language, library: Library, documents: ParsedTexts, titleHeadings: [String: Int],
        configuration: SiteConfiguration, strings: InterfaceStrings, assets: AssetNames, templates: TemplateSet,
        asOf: CalendarDate?, hasPDF: Bool = false
    ) {
        self.documents = Texts(documents)
        self.titleHeadings = titleHeadings
        let commitments = library.commitments
        var tables: [TablePlace: PlanTable] = [:]
        for table in library.tables + library.translatedTables.values.flatMap(\.values) {
            tables[TablePlace(file: table.origin.place.file, index: table.origin.place.index)] = table
        }
        let plans = Dictionary(grouping: library.entities(of: .plan).filter { $0.organisation != nil }) {
            $0.organisation ?? $0.id
        }
        var content = Content(
            language: language, library: library, configuration: configuration, t: strings, assets: assets,
            templates: templates, asOf: asOf, hasPDF: hasPDF, commitments: commitments,
            commitmentsByPlan: Dictionary(grouping: commitments, by: \.plan), tablesByPlace: tables,
            plansByOrganisation: plans.mapValues { Self.byPeriod($0).map(\.id) },
            tablesByPlan: Dictionary(grouping: library.tables, by: \.plan), glossaries: Self.glossaries(library),
            siteName: library.siteName(configuration, in: language) ?? strings("site.name"))
        held = Held(content)
        for entity in library.entities(of: .organisation) + library.entities(of: .plan) {
            guard let original = languageOfTitle(entity), original != language else { continue }
            content.languagesByTitle[entity.title(in: language)] = original
        }
        held = Held(content)
        guard configuration.baseURL != nil else { return }
        content.previews = PreviewPicture.files(for: self)
        held = Held(content)
    }

    /// The same edition with other words in its texts: all that isn't made from the nodes of texts stays.
    package func rewording(documents: ParsedTexts, titleHeadings: [String: Int]) -> Edition {
        var edition = self
        edition.documents = Texts(documents)
        edition.titleHeadings = titleHeadings
        return edition
    }

    /// The same edition, with a log that notes which texts are read.
    package func noting(_ log: Texts.Log) -> Edition {
        var edition = self
        edition.documents = documents.noting(log)
        return edition
    }

    /// The table with a class that stands at a place of a file.
    package func table(at index: Int, of file: String) -> PlanTable? {
        tablesByPlace[TablePlace(file: file, index: index)]
    }

    /// All plans: organisation by organisation, the latest first.
    var plansInOrder: [Entity] {
        library.entities(of: .organisation).flatMap { plansByOrganisation[$0.id] ?? [] }.compactMap { library[$0] }
    }

    /// The folder of this edition below the site's root: empty for the default language, else `en/`.
    package var prefix: String { configuration.prefix(of: language) }

    // MARK: Links

    /// A relative link from a page to an entity.
    func href(_ id: EntityID, from page: PagePlace) -> String { href(library.address(of: id), from: page) }

    func href(_ address: Address, from page: PagePlace) -> String {
        // What stands on the page itself is not left for its own page.
        if let prefix = page.bundle?.prefixes[address.path] { return "#" + prefix + (address.fragment ?? "") }
        let path = Address.relative(from: page.path, to: prefix + address.path)
        guard let fragment = address.fragment else { return path }
        return page.path == prefix + address.path ? "#" + fragment : path + "#" + fragment
    }

    /// A relative link to a file that all languages share.
    func href(file path: String, from page: PagePlace) -> String {
        Self.escapedPath(Address.relative(from: page.path, to: path))
    }

    /// A path with what a URL cannot hold as it is written as percent signs.
    static func escapedPath(_ path: String) -> String {
        if path.utf8.allSatisfy(isPlainInAddress) { return path }
        var result = ""
        for byte in path.utf8 {
            if isPlainInAddress(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    private static func isPlainInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    // MARK: Words

    /// What a kind is called: `Mål`.
    package func kindName(_ kind: EntityKind) -> String { t("kind." + kind.rawValue + ".one") }
    func kindsName(_ kind: EntityKind) -> String { t("kind." + kind.rawValue + ".many") }
    func counted(_ kind: EntityKind, _ count: Int) -> String { t.counted("count." + kind.rawValue, count) }

    /// A date as people read it: `29 januari 2019`, `januari 2019`, `2019`.
    func text(of date: CalendarDate) -> String {
        guard let month = date.month else { return String(date.year) }
        let name = t("month.\(month)")
        guard let day = date.day else { return "\(name) \(date.year)" }
        return "\(day) \(name) \(date.year)"
    }

    func text(of period: Period) -> String {
        switch period.part {
        case nil: period.text
        case .month(let number): "\(t("month.\(number)")) \(period.first)"
        case .tertial(let number): t("period.tertial", ["number": "\(number)", "year": "\(period.first)"])
        case .quarter(let number): t("period.quarter", ["number": "\(number)", "year": "\(period.first)"])
        }
    }

}

/// Words about each plan that all of its pages have, made when the first of them asks.
final class PlanWords: Sendable {
    private let known = Mutex<[EntityID: String]>([:])

    func words(of plan: EntityID, make: () -> String) -> String {
        if let words = known.withLock({ $0[plan] }) { return words }
        // Two pages at once may make the same words.
        let words = make()
        known.withLock { $0[plan] = words }
        return words
    }
}

/// The folder of a page relative to the site's root, with its language: `en/region-halland/`.
package struct PagePlace: Hashable, Sendable {
    package let path: String
    /// Set on a page that holds the texts of several others.
    var bundle: Bundle?

    /// The texts that share a page, and which of them is being written.
    struct Bundle: Hashable, Sendable {
        /// What the anchors of each text begin with, by the address of its own page.
        let prefixes: [String: String]
        let current: String
        /// What the text that is being written is called.
        let title: String
    }

    package init(path: String) {
        self.path = path
    }

    /// An anchor of a text as it stands on this page.
    func anchor(_ id: String) -> String { (bundle?.current ?? "") + id }

    /// What a part of a text is called: with the text, where several share the page.
    func label(_ words: String) -> String {
        guard let title = bundle?.title, !title.isEmpty else { return words }
        return words + ", " + title
    }
}

/// The published names of style sheets, fonts and pictures, by their name in `Assets/`.
package struct AssetNames: Sendable {
    private let published: [String: String]
    /// The colours of the style sheet with the site's theme in it.
    package let palette: Palette
    /// The published name of the site's logo.
    package let logo: String?

    /// - Parameters:
    ///   - published: `style.css` → `assets/style.1a2b3c4d.css`.
    ///   - logo: the name of the logo among them.
    package init(_ published: [String: String], palette: Palette = Palette(), logo: String? = nil) {
        self.published = published
        self.palette = palette
        self.logo = logo.flatMap { published[$0] }
    }

    package subscript(name: String) -> String? { published[name] }
}
