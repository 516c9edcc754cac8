package import PlanGraph
package import PlanModel

/// Everything that machines read beside `graph.json` and the sitemap.
package enum OpenData {
    /// The files, in no order that matters.
    ///
    /// - Parameters:
    ///   - asOf: the day that the site speaks from.
    ///   - workbooks: made elsewhere and not among the result; the catalogue lists them.
    package static func files(
        _ library: Library, configuration: SiteConfiguration, strings: [Language: InterfaceStrings],
        asOf: CalendarDate?, workbooks: [SiteFile]
    ) -> [SiteFile] {
        let site = PublishedSite(library, configuration: configuration, strings: strings, asOf: asOf)
        let tables = library.tables.filter { !$0.columns.isEmpty }
            .map { PublishedTable($0, library: library, words: site.words($0.language)) }
        let sums = SumsExport(tables, library: library)
        var files = tables.flatMap { [$0.csv, $0.json] }
        files += [sums.file, DataPackage(site, tables: tables, sums: sums).file]
        files += DataCatalogue(site, tables: tables, sums: sums, workbooks: workbooks).files
        for language in configuration.languages {
            files.append(AtomFeed(site, language: language).file)
            files += (library.entities(of: .plan) + library.entities(of: .unit)).map {
                AtomFeed(site, language: language, scope: $0).file
            }
            files.append(CalendarFeed(site, language: language).file)
        }
        return files
    }
}
