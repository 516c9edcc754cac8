import PlanGraph
import PlanModel

/// `data/catalog.jsonld` and `data/catalog.rdf`: a catalogue by DCAT-AP 3, as dataportal.se harvests it.
///
/// A dataset a plan that has tables, and one for the relations and sums of the whole site. Addresses are whole where the
/// site's own is known. Without it they are relative to the folder of the files, and a harvester reads them by the address
/// that it fetched the file from: a catalogue with made-up addresses would be worse than none.
struct DataCatalogue {
    private let site: PublishedSite
    private let tables: [PublishedTable]
    private let sums: SumsExport
    /// By path.
    private let workbooks: [String: SiteFile]

    init(_ site: PublishedSite, tables: [PublishedTable], sums: SumsExport, workbooks: [SiteFile]) {
        self.site = site
        self.tables = tables
        self.sums = sums
        self.workbooks = Dictionary(workbooks.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where the files of the catalogue lie.
    static let folder = "data/"

    var files: [SiteFile] {
        let graph = ResourceGraph(root: catalogue)
        return [
            SiteFile(path: DataPaths.catalogJSON, bytes: graph.json),
            SiteFile(path: DataPaths.catalogRDF, bytes: graph.xml),
        ]
    }

    private var catalogue: ResourceGraph.Node {
        let language = site.configuration.defaultLanguage
        var node = ResourceGraph.Node(address(Self.folder) + "#catalog", "dcat:Catalog")
        node.add("dct:title", all: texts { site.name(in: $0) })
        node.add("dct:description", all: texts { site.words($0)("catalog.description", ["site": site.name(in: $0)]) })
        node.add("dct:publisher", .node(publisher))
        node.add("foaf:homepage", page(address("")))
        node.add("dct:language", all: site.configuration.languages.map { .address(Vocabularies.language($0)) })
        node.add("dct:license", license)
        node.add("dct:modified", date(site.library.newestDate))
        node.add(
            "dcat:themeTaxonomy", .address("http://publications.europa.eu/resource/authority/data-theme"))
        let plans = site.library.entities(of: .plan)
        let byPlan = Dictionary(grouping: tables) { $0.table.plan }
        var datasets = plans.compactMap { plan in byPlan[plan.id].map { dataset(of: plan, tables: $0) } }
        datasets.append(wholeSite(loose: tables.filter { $0.table.plan == nil }, language: language))
        node.add("dcat:dataset", all: datasets.map { .node($0) })
        return node
    }

    // MARK: Datasets

    private func dataset(of plan: Entity, tables: [PublishedTable]) -> ResourceGraph.Node {
        let landing = address(site.library.address(of: plan.id).path)
        var node = ResourceGraph.Node(landing + "#dataset", "dcat:Dataset")
        let original = tables.first?.table.language ?? site.configuration.defaultLanguage
        let languages = Set(plan.translations.keys).union([original]).sorted()
        node.add("dct:title", all: languages.map { .text(plan.title(in: $0), language: $0.rawValue) })
        node.add(
            "dct:description",
            all: languages.map { language in
                let summary = language == original ? plan.summary : plan.translations[language]?.texts[.summary]
                let words = site.words(language)("catalog.plan", ["title": plan.title(in: language)])
                return .text(summary ?? words, language: language.rawValue)
            })
        node.add("dct:identifier", .text(plan.id.text, language: nil))
        node.add("dct:publisher", publisher.address.map { .address($0) })
        node.add("dct:creator", plan.organisation.flatMap { site.library[$0] }.map(agent))
        node.add("dcat:keyword", all: plan.tags.map { .text($0, language: original.rawValue) })
        node.add("dct:language", .address(Vocabularies.language(original)))
        addCommon(to: &node)
        node.add("dct:temporal", plan.period.map(period))
        node.add("dct:issued", date(plan.decision?.date?.value))
        node.add("dct:modified", date(plan.updated ?? plan.decision?.date?.value))
        node.add("dcat:landingPage", page(landing))
        node.add("dcat:contactPoint", contact)
        var files = tables.flatMap(distributions)
        if let book = workbooks[DataPaths.workbook(of: plan.id)] {
            files.append(
                distribution(book.path, .xlsx, title: plan.title, language: original, size: book.bytes.count))
        }
        node.add("dcat:distribution", all: files)
        return node
    }

    /// What belongs to no single plan: the graph, the sums, and tables outside plans.
    private func wholeSite(loose: [PublishedTable], language: Language) -> ResourceGraph.Node {
        let words = site.words(language)
        var node = ResourceGraph.Node(address(Self.folder) + "#dataset", "dcat:Dataset")
        node.add("dct:title", all: texts { site.words($0)("catalog.whole") })
        node.add("dct:description", all: texts { site.words($0)("catalog.whole-description") })
        node.add("dct:identifier", .text("data", language: nil))
        node.add("dct:publisher", publisher.address.map { .address($0) })
        node.add("dct:language", all: site.configuration.languages.map { .address(Vocabularies.language($0)) })
        addCommon(to: &node)
        let periods = site.library.entities(of: .plan).compactMap(\.period)
        if let first = periods.map(\.first).min(), let last = periods.map(\.last).max() {
            node.add("dct:temporal", period(Period(first: first, last: last)))
        }
        node.add("dct:modified", date(site.library.newestDate))
        node.add("dcat:landingPage", page(address("")))
        node.add("dcat:contactPoint", contact)
        var files = [
            distribution(DataPaths.graph, .json, title: words("catalog.graph"), language: language),
            distribution(
                sums.file.path, .csv, title: words("catalog.sums"), language: language, size: sums.file.bytes.count,
                hash: sums.hash),
        ]
        files += loose.flatMap(distributions)
        node.add("dcat:distribution", all: files)
        return node
    }

    private func addCommon(to node: inout ResourceGraph.Node) {
        node.add("dcat:theme", .address(Vocabularies.theme("GOVE")), .address(Vocabularies.theme("ECON")))
        node.add("dct:accessRights", .address(Vocabularies.publicAccess))
    }

    // MARK: Parts

    private func distributions(of table: PublishedTable) -> [ResourceGraph.Value] {
        let (csv, json, language) = (table.csv, table.json, table.table.language)
        let title = table.table.title.isEmpty ? table.table.id.local : table.table.title
        return [
            distribution(
                csv.path, .csv, title: title, language: language, size: csv.bytes.count, hash: table.csvHash),
            distribution(json.path, .json, title: title, language: language, size: json.bytes.count),
        ]
    }

    private func distribution(
        _ path: String, _ format: DataFormat, title: String, language: Language, size: Int? = nil, hash: String? = nil
    ) -> ResourceGraph.Value {
        let target = address(path)
        var node = ResourceGraph.Node(target + "#distribution", "dcat:Distribution")
        node.add("dct:title", .text(title, language: language.rawValue))
        node.add("dcat:accessURL", .address(target))
        node.add("dcat:downloadURL", .address(target))
        node.add("dct:format", .address(Vocabularies.fileType(format)))
        node.add("dcat:mediaType", .address(Vocabularies.mediaType(format)))
        node.add("dct:license", license)
        node.add("dcat:byteSize", size.map { .typed(String($0), "xsd:nonNegativeInteger") })
        if let hash {
            var checksum = ResourceGraph.Node(target + "#checksum", "spdx:Checksum")
            checksum.add("spdx:algorithm", .address(Vocabularies.sha256))
            checksum.add("spdx:checksumValue", .typed(hash, "xsd:hexBinary"))
            node.add("spdx:checksum", .node(checksum))
        }
        return .node(node)
    }

    /// Described once, in the catalogue; datasets refer to it.
    private var publisher: ResourceGraph.Node {
        var node = ResourceGraph.Node(address(Self.folder) + "#publisher", "foaf:Agent")
        node.add("foaf:name", .text(site.publisher, language: nil))
        node.add("foaf:homepage", WebAddress.from(site.configuration.publisherHomepage).map { .address($0) })
        return node
    }

    private func agent(_ organisation: Entity) -> ResourceGraph.Value {
        var node = ResourceGraph.Node(
            address(site.library.address(of: organisation.id).path) + "#organisation", "foaf:Agent")
        node.add("foaf:name", .text(organisation.title, language: nil))
        node.add("foaf:homepage", WebAddress.from(organisation.text(.homepage)).map { .address($0) })
        return .node(node)
    }

    private var contact: ResourceGraph.Value? {
        let contact = site.configuration.contact
        let email = contact.email.flatMap { $0.contains("@") ? $0.trimmed() : nil }
        guard contact.name != nil || email != nil else { return nil }
        var node = ResourceGraph.Node(address(Self.folder) + "#contact", "vcard:Organization")
        node.add("vcard:fn", .text(contact.name ?? site.publisher, language: nil))
        node.add("vcard:hasEmail", email.map { .address("mailto:" + WebAddress.escaped($0)) })
        return .node(node)
    }

    private func period(_ period: Period) -> ResourceGraph.Value {
        var node = ResourceGraph.Node(nil, "dct:PeriodOfTime")
        let days = period.days
        node.add("dcat:startDate", .typed(days.first, "xsd:date"))
        node.add("dcat:endDate", .typed(days.last, "xsd:date"))
        return .node(node)
    }

    private func page(_ address: String) -> ResourceGraph.Value {
        .node(ResourceGraph.Node(address, "foaf:Document"))
    }

    private var license: ResourceGraph.Value? { WebAddress.from(site.configuration.license).map { .address($0) } }

    private func date(_ date: CalendarDate?) -> ResourceGraph.Value? { date.map { .typed($0.firstDay, "xsd:date") } }

    private func texts(_ words: (Language) -> String) -> [ResourceGraph.Value] {
        site.configuration.languages.map { .text(words($0), language: $0.rawValue) }
    }

    private func address(_ path: String) -> String { WebAddress.escaped(site.address(path, from: Self.folder)) }
}

extension Entity {
    fileprivate var tags: [String] {
        if case .texts(let tags) = fields[.tags]?.value { tags.map(\.value) } else { [] }
    }
}
