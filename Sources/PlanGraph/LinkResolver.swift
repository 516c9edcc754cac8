package import PlanModel

/// Where a link, picture or reference of the content leads.
package struct LinkResolver: Sendable {
    package enum Target: Sendable, Hashable {
        /// Another site, a mail address or the like: printed as it stands.
        case external
        /// A place on the same page.
        case fragment(String)
        /// An entity's page, perhaps with a place on it.
        case entity(EntityID, fragment: String?)
        /// A page of the site that is no entity's: the start page.
        case page(Address)
        /// A file of Content, by its path on the site relative to the root, perhaps with a place in it.
        case file(String, fragment: String?)
        /// From the root of the host, outside the site: printed as it stands.
        case root
        case nothing
    }

    /// Where each attachment is published, by its path in the project folder.
    package let attachments: [String: String]
    private let entities: [Entity]
    private let numbers: EntityNumbers
    /// Where each entity lies, by its number.
    private let addresses: [Address]
    /// Where each table stands in the text, by its number.
    private let anchors: [Int: Address]
    private let numbersByKey: [String: Int32]
    private let hidden: Set<String>
    private let texts: [String: ProseText]
    private let hiddenFiles: Set<String>
    private let numbersByPath: Lazily<[String: Int]>
    /// The anchors of rows and tables by the path of their page.
    private let rowAnchors: Lazily<[String: Set<String>]>
    /// The files with an entity's text.
    private let filesByOwner: Lazily<[EntityID: [String]]>

    /// - Parameters:
    ///   - entities: sorted by id, as their numbers go.
    ///   - addresses: by number, as are anchors.
    init(
        entities: [Entity], numbers: EntityNumbers, hidden: Set<String>, addresses: [Address],
        anchors: [Int: Address], attachments: [String: String], texts: [String: ProseText], hiddenFiles: Set<String>
    ) {
        self.hiddenFiles = hiddenFiles
        self.entities = entities
        self.numbers = numbers
        self.addresses = addresses
        self.anchors = anchors
        self.attachments = attachments
        self.hidden = hidden
        self.texts = texts
        numbersByKey = Dictionary(
            entities.enumerated().map { ($1.id.key, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        numbersByPath = Lazily {
            Dictionary(
                addresses.enumerated().filter { $1.fragment == nil }.map { ($1.path, $0) },
                uniquingKeysWith: { first, _ in first })
        }
        rowAnchors = Lazily {
            var rowAnchors: [String: Set<String>] = [:]
            for entity in entities {
                guard let table = entity.row.flatMap({ numbers[$0.table] }), let anchor = anchors[table] else {
                    continue
                }
                rowAnchors[anchor.path, default: []].insert(entity.id.rowAnchor)
            }
            for anchor in Array(anchors.values) + addresses {
                if let fragment = anchor.fragment { rowAnchors[anchor.path, default: []].insert(fragment) }
            }
            return rowAnchors
        }
        filesByOwner = Lazily {
            texts.values.grouped(by: \.owner).mapValues { $0.map(\.file).sorted() }
        }
    }

    /// Where an entity lies on the site.
    func address(of id: EntityID) -> Address? { numbers[id].map { addresses[$0] } }

    /// Where a table stands in the text.
    func anchor(of table: EntityID) -> Address? { numbers[table].flatMap { anchors[$0] } }

    /// Tries a reference in the same plan, then in the same organisation, then in full.
    package func entity(_ reference: String, plan: EntityID?, organisation: EntityID?) -> EntityID? {
        for scope in [plan, organisation, nil] {
            if let found = numbersByKey[EntityID(within: scope, reference).key] { return entities[Int(found)].id }
        }
        // Word processors leave signs in a code that nobody sees.
        let plain = reference.withoutInvisibleSigns().trimmed()
        return plain == reference ? nil : entity(plain, plan: plan, organisation: organisation)
    }

    /// A reference as it reads from an entity's own text.
    package func entity(_ reference: String, from owner: EntityID?) -> EntityID? {
        let owner = owner.flatMap { numbers[$0] }.map { entities[$0] }
        // An organisation's own text speaks from within it.
        let organisation = owner?.organisation ?? (owner?.kind == .organisation ? owner?.id : nil)
        return entity(reference, plan: owner?.kind == .plan ? owner?.id : owner?.plan, organisation: organisation)
    }

    /// Whether a reference leads to something that exists but is not published.
    package func isHidden(_ reference: String, plan: EntityID?, organisation: EntityID?) -> Bool {
        [plan, organisation, nil].contains { hidden.contains(EntityID(within: $0, reference).key) }
    }

    /// The id nearest to a misspelt reference, in the form in which the author would write it there.
    ///
    /// What stands before the last `/` is taken as meant: only the last part is compared.
    package func nearest(to reference: String, plan: EntityID?, organisation: EntityID?) -> String? {
        let slash = reference.lastIndex(of: "/")
        let prefix = slash.map { String(reference[...$0]) } ?? ""
        let last = slash.map { String(reference[reference.index(after: $0)...]) } ?? reference
        for scope in [plan, organisation, nil] {
            let above = EntityID(within: scope, prefix).key
            let start = scope == nil ? prefix.lowercased() : above
            let known = numbersByKey.filter { key, _ in
                key.hasPrefix(start) && !key.dropFirst(start.count).contains("/")
            }.map { entities[Int($1)].id.local }.sorted()
            if let near = Spelling.nearest(to: last, among: known) { return prefix + near }
        }
        return nil
    }

    package func kind(of id: EntityID) -> EntityKind? { numbers[id].map { entities[$0].kind } }

    /// Where a destination in the text of a file leads.
    package func target(of destination: String, from file: String) -> Target {
        let owner = texts[file]?.owner
        if destination.isEmpty { return .fragment("") }
        if let scheme = Self.scheme(of: destination) {
            guard scheme == "id" else { return .external }
            let (reference, fragment) = Self.split(String(destination.dropFirst(3)), at: "#")
            guard let id = entity(Self.decoded(reference), from: owner) else { return .nothing }
            return .entity(id, fragment: fragment)
        }
        if destination.hasPrefix("//") { return .external }
        let (beforeFragment, fragment) = Self.split(destination, at: "#")
        let path = Self.decoded(Self.split(beforeFragment, at: "?").0)
        if path.isEmpty {
            guard let fragment, !fragment.isEmpty else { return .fragment("") }
            return has(Self.decoded(fragment), in: file) ? .fragment(fragment) : .nothing
        }
        let isRooted = path.hasPrefix("/")
        let folder = isRooted ? "Content" : String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        if let parts = Self.normalised(folder + "/" + path), let found = contentTarget(parts, fragment: fragment) {
            return found
        }
        let base = isRooted ? "" : owner.flatMap { self.address(of: $0)?.path } ?? ""
        if let parts = Self.normalised("site/" + base + path) {
            let address = parts.dropFirst().map { $0 + "/" }.joined()
            if let number = numbersByPath.value[address] { return .entity(entities[number].id, fragment: fragment) }
        }
        return isRooted ? .root : .nothing
    }

    /// Whether a path leads to a file of Content that is not published.
    func isHiddenFile(_ destination: String, from file: String) -> Bool {
        let path = Self.decoded(Self.split(Self.split(destination, at: "#").0, at: "?").0)
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        guard let found = Self.normalised(folder + "/" + path)?.joined(separator: "/") else { return false }
        return [found, found + ".md", found + "/index.md"].contains(where: hiddenFiles.contains)
    }

    /// Whether a file's text, or a table in it, has a place.
    private func has(_ fragment: String, in file: String) -> Bool {
        guard let text = texts[file] else { return false }
        if text.anchors.contains(fragment) { return true }
        return (rowAnchors.value[text.owner.flatMap { self.address(of: $0)?.path } ?? ""] ?? []).contains(fragment)
    }

    /// Whether an entity's page has a place: in any of its texts, in its tables, or of the page's own.
    func hasPlace(_ fragment: String, onPageOf id: EntityID) -> Bool {
        // `section-…` and the like are the page's own; which of them it has depends on what there is to show.
        if ["main", "toc", "thread"].contains(fragment) || fragment.hasPrefix("section-") { return true }
        if (filesByOwner.value[id] ?? []).contains(where: { texts[$0]?.anchors.contains(fragment) == true }) {
            return true
        }
        return (rowAnchors.value[address(of: id)?.path ?? ""] ?? []).contains(fragment)
    }

    /// The Markdown file, folder or attachment at a path of Content.
    private func contentTarget(_ parts: [String], fragment: String?) -> Target? {
        let path = parts.joined(separator: "/")
        for candidate in [path, path + ".md", path + "/index.md"] {
            if let text = texts[candidate] {
                guard let fragment, !fragment.isEmpty else {
                    return text.owner.map { .entity($0, fragment: nil) } ?? .page(Address(path: ""))
                }
                guard has(Self.decoded(fragment), in: candidate) else { return .nothing }
                return text.owner.map { .entity($0, fragment: fragment) }
                    ?? .page(Address(path: "", fragment: fragment))
            }
        }
        guard let published = attachments[path] else { return nil }
        return .file(published, fragment: fragment)
    }

    /// The scheme of an absolute address in lower case, or `nil`.
    package static func scheme(of destination: String) -> String? {
        guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = destination[..<colon]
        guard let first = scheme.utf8.first, (first | 0x20) >= 97, (first | 0x20) <= 122,
            scheme.utf8.allSatisfy({ byte in
                let letter = byte | 0x20
                return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 43 || byte == 45
                    || byte == 46
            })
        else { return nil }
        return scheme.lowercased()
    }

    private static func split(_ text: String, at separator: Character) -> (String, String?) {
        guard let index = text.firstIndex(of: separator) else { return (text, nil) }
        return (String(text[..<index]), String(text[text.index(after: index)...]))
    }

    /// Percent signs resolved; a faulty escape stays as it stands.
    package static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count, source[index + 1] != UInt8(ascii: "+"),
                source[index + 1] != UInt8(ascii: "-"),
                let value = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A path without `.` and `..`, or `nil` where it leads out of its first folder.
    private static func normalised(_ path: String) -> [String]? {
        var parts: [String] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard parts.count > 1 else { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts
    }
}
