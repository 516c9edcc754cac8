package import PlanGraph
package import PlanModel

/// Each plan's tables as an Excel workbook whose sums are live formulas.
package enum PlanWorkbooks {
    /// One workbook for each plan with at least one table, by the plan's id.
    ///
    /// The bytes depend on the content alone: no clock, no user, no time zone.
    ///
    /// - Parameters:
    ///   - strings: the words of the interface in `language`.
    ///   - temporaryFolder: a folder that exists; the library behind can only write to a path.
    /// - Throws: where the temporary folder cannot be written or read.
    package static func files(
        _ library: Library, strings: InterfaceStrings, language: Language, temporaryFolder: String
    ) throws(MachineFailure) -> [SiteFile] {
        var tables: [EntityID: [PlanTable]] = [:]
        for table in library.tables {
            if let plan = table.plan { tables[plan, default: []].append(table) }
        }
        var files: [SiteFile] = []
        for plan in library.entities(of: .plan) {
            guard let tables = tables[plan.id] else { continue }
            let facts = PlanFacts(plan, language: language, strings: strings)
            let organisation = plan.organisation.flatMap { library[$0] }
            let properties = WorkbookFile.Properties(
                title: facts.title, author: organisation?.title(in: language) ?? "",
                created: plan.decision?.date?.value ?? plan.updated)
            let bytes = try WorkbookFile.bytes(
                of: sheets(of: tables, facts: facts, library: library), properties: properties,
                temporaryFolder: temporaryFolder)
            files.append(SiteFile(path: DataPaths.workbook(of: plan.id), bytes: bytes))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The contents, then one sheet for each table that Excel can hold.
    static func sheets(of tables: [PlanTable], facts: PlanFacts, library: Library) -> [Sheet] {
        var names = SheetNames()
        let contents = names.name(for: facts.strings("workbook.contents"), fallback: "")
        var sheets: [Sheet] = []
        let entries = tables.map { table in
            let words = library.table(table, in: facts.language)
            let reconciliation = library.reconciliations[table.id]
            let sheet = TableSheet(
                table: table, words: words, reconciliation: reconciliation, facts: facts, contents: contents,
                name: names.name(for: words.title, fallback: facts.strings("table.label"))
            ).sheet()
            if sheet.fits { sheets.append(sheet) }
            return ContentsSheet.Entry(
                table: table, title: words.title, reconciliation: reconciliation, sheet: sheet.fits ? sheet.name : nil)
        }
        return [ContentsSheet(facts: facts, entries: entries, name: contents).sheet()] + sheets
    }
}
