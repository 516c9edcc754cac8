import PlanGraph
import PlanModel

/// `data/datapackage.json`: a Tabular Data Package (Frictionless, v1) over all CSV files.
struct DataPackage {
    private let site: PublishedSite
    private let tables: [PublishedTable]
    private let sums: SumsExport
    private let language: Language

    init(_ site: PublishedSite, tables: [PublishedTable], sums: SumsExport) {
        self.site = site
        self.tables = tables
        self.sums = sums
        language = site.configuration.defaultLanguage
    }

    var file: SiteFile { SiteFile(path: DataPaths.package, bytes: text.bytes) }

    private var text: JSONText {
        let configuration = site.configuration
        let name = Slug.make(site.name(in: language))
        var names = ResourceNames()
        return .object([
            ("profile", .string("tabular-data-package")), ("name", .string(name.isEmpty ? "klarplan" : name)),
            ("title", .string(site.name(in: language))),
            ("description", .string(site.words(language)("catalog.description", ["site": site.name(in: language)]))),
            ("homepage", .optional(WebAddress.from(configuration.baseURL))),
            ("licenses", WebAddress.from(configuration.license).map { .array([.object([("path", .string($0))])]) }),
            ("created", site.library.newestDate.map { .string($0.timestamp) }),
            (
                "contributors",
                .array([
                    .object([
                        ("title", .string(site.publisher)),
                        ("path", .optional(WebAddress.from(configuration.publisherHomepage))),
                        ("role", .string("publisher")),
                    ])
                ])
            ),
            ("resources", .array(tables.map { resource($0, names: &names) } + [sumsResource(names: &names)])),
        ])
    }

    private func resource(_ published: PublishedTable, names: inout ResourceNames) -> JSONText {
        let table = published.table
        let plan = table.plan.flatMap { site.library[$0] }
        let stem = published.csv.path.dropFirst("data/tables/".count).dropLast(".csv".count)
        return resource(
            published.csv, hash: published.csvHash, name: names.take(String(stem).replacing("/", with: ".")),
            title: table.title.isEmpty ? table.id.local : table.title,
            more: [
                ("description", .optional(plan?.title)), ("id", .string(table.id.text)),
                ("class", .string(table.class.rawValue)), ("language", .string(table.language.rawValue)),
                ("unit", .optional(table.unit?.rawValue)),
            ],
            fields: table.columns.indices.map { field($0, of: published) })
    }

    private func sumsResource(names: inout ResourceNames) -> JSONText {
        resource(
            sums.file, hash: sums.hash, name: names.take("sums"), title: site.words(language)("catalog.sums"),
            more: [("description", .string(site.words(language)("catalog.sums-description")))],
            fields: SumsExport.Column.allCases.map { column in
                .object([
                    ("name", .string(column.rawValue)), ("type", .string(column.isNumber ? "number" : "string")),
                    ("description", .string(column.description)),
                ])
            })
    }

    private func resource(
        _ file: SiteFile, hash: String, name: String, title: String, more: [(key: String, value: JSONText?)],
        fields: [JSONText]
    ) -> JSONText {
        .object(
            [
                ("profile", .string("tabular-data-resource")), ("name", .string(name)),
                ("path", .string(String(file.path.dropFirst("data/".count)))), ("title", .string(title)),
            ] + more + [
                ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
                ("bytes", .integer(file.bytes.count)), ("hash", .string("sha256:" + hash)),
                (
                    "dialect",
                    .object([
                        ("delimiter", .string(",")), ("lineTerminator", .string("\r\n")), ("quoteChar", .string("\"")),
                        ("doubleQuote", .flag(true)), ("header", .flag(true)),
                    ])
                ), ("schema", .object([("fields", .array(fields)), ("missingValues", .array([.string("")]))])),
            ])
    }

    // MARK: Fields

    private func field(_ index: Int, of published: PublishedTable) -> JSONText {
        let column = published.table.columns[index]
        let cells = published.sheet.rows.map { $0.cells[index] }
        let type = Self.type(of: column, cells: cells)
        let money = column.role.money
        let isPercentage = money?.isPercentage ?? false
        let unit = isPercentage ? "%" : (money?.unit ?? published.table.unit)?.rawValue
        return .object([
            ("name", .string(SpreadsheetText.guarded(published.sheet.names[index]))), ("type", .string(type)),
            ("role", .string(column.role.word)), ("unit", money == nil ? nil : .optional(unit)),
            ("period", .optional(money?.period?.text)), ("version", .optional(money?.version?.rawValue)),
        ])
    }

    /// `number` for money, `date` where every cell states a day, else `string`.
    private static func type(of column: TableColumn, cells: [TableSheet.Cell]) -> String {
        let filled = cells.filter { !$0.text.isEmpty }
        switch column.role {
        // A number with a unit of its own means something else than the numbers beside it.
        case .money: return filled.allSatisfy { $0.isNumber && !$0.hasSuffix } ? "number" : "string"
        case .date:
            let areDays = filled.allSatisfy {
                CalendarDate($0.text).map { $0.isExact && $0.text.utf8.count == 10 } ?? false
            }
            return areDays ? "date" : "string"
        case .id, .label, .title, .field, .goals, .outcome, .forecast, .comment, .investmentKind, .cause, .effect,
            .event, .body, .text:
            return "string"
        }
    }
}

/// Gives resources names that no other has: `[a-z0-9._-]`.
struct ResourceNames {
    private var taken: Set<String> = []

    mutating func take(_ name: String) -> String {
        var candidate = name
        var number = 1
        while !taken.insert(candidate).inserted {
            number += 1
            candidate = "\(name)-\(number)"
        }
        return candidate
    }
}
