import PlanModel

/// Gives every entity and attachment its place on the site and reports places that meet.
struct Addresses {
    private(set) var entities: [EntityID: Address] = [:]
    /// Where each table stands in the text.
    private(set) var anchors: [EntityID: Address] = [:]
    private(set) var attachments: [String: String] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// Folders and files of the site's own at its root and within each organisation.
    static let reserved: Set<String> = [
        "search", "meetings", "glossary", "data", "accessibility", "assets", "404.html", "index.html", "feed.xml",
        "calendar.ics", "sitemap.xml", "robots.txt", "checksums.txt",
    ]

    /// Beside the page of every plan and unit lies its feed.
    static let feedName = "feed.xml"

    init(
        entities all: [Entity], tables: [PlanTable], attachments files: [String], texts: [String: ProseText],
        hidden: Set<EntityID>
    ) {
        var taken: [String: SourcePosition] = [:]
        let moneyTables = Set(tables.filter(\.class.isMoney).map(\.id))
        let tableOwners = Dictionary(tables.map { ($0.id, $0.owner) }, uniquingKeysWith: { first, _ in first })
        for entity in all {
            let address = Self.address(of: entity)
            entities[entity.id] = address
            guard address.fragment == nil, !address.path.isEmpty, entity.kind != .table else { continue }
            if let other = taken[address.path] {
                diagnostics.append(.addressCollision(address.path, other: other, at: entity.position))
            } else {
                taken[address.path] = entity.position
            }
            let parts = address.path.split(separator: "/").map(String.init)
            if Self.isReserved(parts) {
                diagnostics.append(.addressReserved(address.path, at: entity.position))
            }
        }
        for table in all where table.kind == .table {
            let owner = (tableOwners[table.id] ?? nil) ?? table.container
            let anchor = Address(
                path: owner.flatMap { entities[$0]?.path } ?? "", fragment: Slug.address(of: table.id.local))
            anchors[table.id] = anchor
            entities[table.id] = anchor
            // Tables of money have a page as well, unless the place is another's: then they are found in the text alone.
            let page = Self.address(of: table)
            let parts = page.path.split(separator: "/").map(String.init)
            guard moneyTables.contains(table.id), taken[page.path] == nil, !Self.isReserved(parts) else { continue }
            taken[page.path] = table.position
            entities[table.id] = page
        }
        placeAttachments(files, texts: texts, hidden: hidden, taken: &taken)
        placeData(of: tables)
    }

    /// Two tables may not meet in one file of open data (`mål` and `mal`), and the file of one may not be the folder of
    /// another's (`org/t` and the plan `org/t.csv`).
    private mutating func placeData(of tables: [PlanTable]) {
        var taken: [String: SourcePosition] = [:]
        for table in tables {
            let file = DataPaths.csv(of: table)
            if let other = taken[file] {
                diagnostics.append(.addressCollision(file, other: other, at: table.position))
                continue
            }
            taken[file] = table.position
            taken[DataPaths.json(of: table)] = table.position
        }
        for table in tables {
            let parts = DataPaths.csv(of: table).split(separator: "/")
            for depth in 1..<max(1, parts.count) {
                let folder = parts[..<depth].joined(separator: "/")
                guard let other = taken[folder] else { continue }
                diagnostics.append(.addressCollision(folder, other: other, at: table.position))
            }
        }
    }

    /// Whether a path is one of the site's own.
    private static func isReserved(_ parts: [String]) -> Bool {
        (parts.count == 1 && reserved.contains(parts[0])) || parts.last == "index.html"
            || parts.last == feedName || (parts.count == 2 && parts[1] == "meetings")
    }

    /// An attachment lies beside the page of the nearest `index.md` above it.
    private mutating func placeAttachments(
        _ files: [String], texts: [String: ProseText], hidden: Set<EntityID>, taken: inout [String: SourcePosition]
    ) {
        for file in files {
            let parts = file.split(separator: "/").map(String.init)
            // What lies in the folder of something hidden is hidden with it.
            let isHidden = (1..<max(1, parts.count)).contains { depth in
                (texts[parts[..<depth].joined(separator: "/") + "/index.md"]?.owner).map(hidden.contains) ?? false
            }
            guard !isHidden else { continue }
            var path = parts.dropFirst().joined(separator: "/")
            for depth in stride(from: parts.count - 1, to: 1, by: -1) {
                let index = parts[..<depth].joined(separator: "/") + "/index.md"
                guard let owner = texts[index]?.owner, let base = entities[owner]?.path else { continue }
                path = base + parts[depth...].joined(separator: "/")
                break
            }
            attachments[file] = path
            let position = SourcePosition(file: file, line: 1, column: 1)
            let key = path.lowercased()
            if let other = taken[key] ?? taken[key + "/"] {
                diagnostics.append(.addressCollision(path, other: other, at: position))
            } else if Self.reserved.contains(key) || key.split(separator: "/").last == "index.html"
                || key.split(separator: "/").last.map(String.init) == Self.feedName
                || key.hasPrefix("data/") || key.hasPrefix("assets/") || key.hasPrefix("search/")
            {
                diagnostics.append(.addressReserved(path, at: position))
            } else {
                taken[key] = position
            }
        }
    }

    private static func address(of entity: Entity) -> Address {
        let organisation = entity.organisation.map { Slug.address(of: $0.local) + "/" } ?? ""
        let local = Slug.address(of: entity.id.local)
        switch entity.kind {
        case .organisation: return Address(path: local + "/")
        case .unit, .plan: return Address(path: organisation + local + "/")
        case .page:
            return entity.id == EntityID("index") && entity.organisation == nil
                ? Address(path: "") : Address(path: organisation + local + "/")
        case .meeting: return Address(path: organisation + "meetings/" + local + "/")
        case .term: return Address(path: "glossary/", fragment: termFragment(entity))
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .control, .risk, .table:
            let plan = entity.plan.map { Slug.address(of: $0.local) + "/" } ?? ""
            return Address(path: organisation + plan + local + "/")
        }
    }

    /// Terms of several plans may share a word: the whole id tells them apart.
    private static func termFragment(_ entity: Entity) -> String {
        entity.id.text.split(separator: "/").map { Slug.address(of: String($0)) }.joined(separator: "-")
    }
}
