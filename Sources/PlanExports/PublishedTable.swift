import PlanGraph
import PlanModel

/// A table with the files it is published as.
struct PublishedTable {
    let table: PlanTable
    let sheet: TableSheet
    let csv: SiteFile
    let json: SiteFile
    /// SHA-256 of the CSV file.
    let csvHash: String

    init(_ table: PlanTable, library: Library, words: InterfaceStrings) {
        self.table = table
        sheet = TableSheet(table, words: words)
        csv = SiteFile(path: DataPaths.csv(of: table), bytes: sheet.csv)
        csvHash = SHA256.hex(csv.bytes)
        json = SiteFile(
            path: DataPaths.json(of: table), bytes: TableJSON(table, sheet: sheet, library: library).text.bytes)
    }
}
