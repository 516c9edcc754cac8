import PlanModel

/// Gives every entity and attachment its place on the site and reports places that meet.
struct Addresses {
    /// By the entities' numbers.
    private(set) var entities: [Address] = []
    /// Where each table stands in the text, by its number.
    private(set) var anchors: [Int: Address] = [:]
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
        entities all: [Entity], numbers: EntityNumbers, tables: [PlanTable], attachments files: [String],
        texts: [String: ProseText],
        hidden: Set<EntityID>
    ) {
        var taken: [String: SourcePosition] = [:]
        var folders = FolderNames()
        entities.reserveCapacity(all.count)
        for entity in all {
            let address = Self.address(of: entity, in: &folders)
            entities.append(address)
            guard address.fragment == nil, !address.path.isEmpty, entity.kind != .table else { continue }
            if let other = taken.updateValue(entity.position, forKey: address.path) {
                taken[address.path] = other
                diagnostics.append(.addressCollision(address.path, other: other, at: entity.position))
            }
            if Self.isReserved(address.path) {
                diagnostics.append(.addressReserved(address.path, at: entity.position))
            }
        }
        let tablesByID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (number, table) in all.enumerated() where table.kind == .table {
            let owner = tablesByID[table.id]?.owner ?? table.container
            let anchor = Address(
                path: owner.flatMap { numbers[$0] }.map { entities[$0].path } ?? "",
                fragment: Slug.address(of: table.id.local))
            let page = entities[number].path
            anchors[number] = anchor
            entities[number] = anchor
            // Tables of money have a page as well, unless the place is another's: then they are found in the text alone.
            guard tablesByID[table.id]?.class.isMoney == true, taken[page] == nil, !Self.isReserved(page) else {
                continue
            }
            taken[page] = table.position
            entities[number] = Address(path: page)
        }
        placeAttachments(files, numbers: numbers, texts: texts, hidden: hidden, taken: &taken)
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
        // The tables of a plan lie in the same folders.
        var known: [Substring: [String]] = [:]
        for table in tables {
            let path = DataPaths.csv(of: table)
            let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
            let meeting =
                known[folder]
                ?? folder.indices.filter { folder[$0] == "/" }.map { String(folder[..<$0]) }.filter { taken[$0] != nil }
                + (taken[String(folder)] == nil ? [] : [String(folder)])
            known[folder] = meeting
            for folder in meeting {
                guard let other = taken[folder] else { continue }
                diagnostics.append(.addressCollision(folder, other: other, at: table.position))
            }
        }
    }

    /// Whether the folder of a page is one of the site's own.
    private static func isReserved(_ path: String) -> Bool {
        let slash = UInt8(ascii: "/")
        var bytes = path.utf8[...]
        if bytes.last == slash { bytes.removeLast() }
        let name = bytes[(bytes.lastIndex(of: slash).map(bytes.index(after:)) ?? bytes.startIndex)...]
        switch bytes.count(where: { $0 == slash }) {
        case 0 where reserved.contains(String(Substring(name))): return true
        case 1 where name.elementsEqual("meetings".utf8): return true
        default: return name.elementsEqual("index.html".utf8) || name.elementsEqual(feedName.utf8)
        }
    }

    /// An attachment lies beside the page of the nearest `index.md` above it.
    private mutating func placeAttachments(
        _ files: [String], numbers: EntityNumbers, texts: [String: ProseText], hidden: Set<EntityID>,
        taken: inout [String: SourcePosition]
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
                guard let owner = texts[index]?.owner.flatMap({ numbers[$0] }) else { continue }
                let base = entities[owner].path
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

    /// The folders of organisations and plans, each made once.
    private struct FolderNames {
        private var known: [EntityID: String] = [:]

        subscript(id: EntityID?) -> String {
            mutating get {
                guard let id else { return "" }
                if let name = known[id] { return name }
                let name = Slug.address(of: id.local) + "/"
                known[id] = name
                return name
            }
        }
    }

    private static func address(of entity: Entity, in folders: inout FolderNames) -> Address {
        let organisation = folders[entity.organisation]
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
            return Address(path: organisation + folders[entity.plan] + local + "/")
        }
    }

    /// Terms of several plans may share a word: the whole id tells them apart.
    private static func termFragment(_ entity: Entity) -> String {
        entity.id.text.split(separator: "/").map { Slug.address(of: String($0)) }.joined(separator: "-")
    }
}
