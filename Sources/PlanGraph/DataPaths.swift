package import PlanModel

/// Where the open data lies below the site's root.
package enum DataPaths {
    package static let graph = "data/graph.json"
    package static let package = "data/datapackage.json"
    package static let catalogJSON = "data/catalog.jsonld"
    package static let catalogRDF = "data/catalog.rdf"
    /// Every sum that was computed anew.
    package static let sums = "data/sums.csv"

    /// A table's rows: `data/tables/ORG/PLAN/TABLE.csv`; what lies outside plans or organisations has a shorter path.
    package static func csv(of table: PlanTable) -> String { path(of: table) + ".csv" }

    /// A table with the printed forms and verdicts: `data/tables/ORG/PLAN/TABLE.json`.
    package static func json(of table: PlanTable) -> String { path(of: table) + ".json" }

    /// A plan's tables as an Excel workbook: `data/workbooks/ORG/PLAN.xlsx`.
    package static func workbook(of plan: EntityID) -> String {
        "data/workbooks/" + folders(of: plan).joined(separator: "/") + ".xlsx"
    }

    /// A plan or a meeting's pack as a document to print: `data/pdf/ORG/PLAN.pdf`, `data/pdf/ORG/meetings/ID.pdf`. Each
    /// language has its own, below its folder.
    package static func pdf(of entity: Entity) -> String {
        var folders = folders(of: entity.id)
        if entity.kind == .meeting { folders.insert("meetings", at: max(0, folders.count - 1)) }
        return "data/pdf/" + folders.joined(separator: "/") + ".pdf"
    }

    private static func path(of table: PlanTable) -> String {
        "data/tables/" + folders(of: table.id).joined(separator: "/")
    }

    private static func folders(of id: EntityID) -> [String] {
        id.text.split(separator: "/").map { Slug.address(of: String($0)) }
    }
}
