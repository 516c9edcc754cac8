import PlanModel

/// Makes entities of the files in the language of the originals, each in its place.
struct FileEntities {
    /// A file with what became of it.
    ///
    /// An object, since several lists of ten thousands hold it.
    final class Item: Sendable {
        let file: ContentFile
        let header: Header
        let id: EntityID
        /// The place of what is written in the file: within its entity where that holds others.
        let inside: Place
        /// The node of the heading that is the title, where there is one.
        let titleHeading: Int?
        /// Whether the title is written, not made from the file's name.
        let hasTitle: Bool

        init(
            file: ContentFile, header: Header, id: EntityID, inside: Place, titleHeading: Int?, hasTitle: Bool
        ) {
            self.file = file
            self.header = header
            self.id = id
            self.inside = inside
            self.titleHeading = titleHeading
            self.hasTitle = hasTitle
        }
    }

    private(set) var items: [Item] = []
    private(set) var entities: [Entity] = []
    private(set) var registry = IDRegistry()
    private(set) var diagnostics: [Diagnostic] = []
    /// `index.md` by its folder.
    private var indexes: [String: ContentFile] = [:]
    /// Folders whose `index.md` could not be read.
    private let unreadable: Set<String>
    private var places: [String: Place] = ["Content": Place()]
    /// Folders of Content that lack an organisation, each reported once.
    private var foldersOutside: Set<String> = []

    /// - Parameters:
    ///   - files: the originals, sorted by path.
    ///   - unreadable: paths of Markdown files that could not be read.
    init(_ files: [ContentFile], unreadable: [String]) {
        self.unreadable = Set(unreadable.filter { $0.hasSuffix("/index.md") }.map { String($0.dropLast(9)) })
        for file in files {
            if file.isIndex, file.header != nil { indexes[file.folder] = file }
        }
        for file in files { add(file) }
    }

    /// The place of files in a folder.
    private mutating func place(inside folder: String) -> Place {
        if let known = places[folder] { return known }
        var above = Place()
        if let slash = folder.lastIndex(of: "/") { above = self.place(inside: String(folder[..<slash])) }
        var place = above
        if let index = indexes[folder], let header = index.header {
            let local = Self.local(index, header)
            place = above.within(above.id(local, header.kind), header.kind)
        } else if unreadable.contains(folder) {
            let kind = FileName.likelyKind(folder: folder)
            let local = folder.split(separator: "/").last.map(String.init) ?? folder
            place = above.within(above.id(local, kind), kind)
        }
        places[folder] = place
        return place
    }

    /// The last part of a file's id; a slug stands in for an id that can't be used.
    private static func local(_ file: ContentFile, _ header: Header) -> String {
        if file.isStart { return file.name }
        let wanted = header.id?.value ?? file.defaultID
        if EntityID.isValidPart(wanted) { return wanted }
        let slug = Slug.make(wanted)
        return slug.isEmpty ? header.kind.rawValue : slug
    }

    private mutating func add(_ file: ContentFile) {
        guard let header = file.header else { return }
        let folder = file.isIndex ? file.folder.lastIndex(of: "/").map { String(file.folder[..<$0]) } : file.folder
        let place = file.isStart ? Place() : self.place(inside: folder ?? "Content")
        diagnostics += file.headerFindings
        let local = Self.local(file, header)
        let idPosition = header.id?.position ?? file.top
        checkID(file, header, local: local, at: idPosition)
        checkPlace(file, header, place)
        let kind: EntityKind = file.isStart ? .page : header.kind
        let id = place.id(local, kind)
        let title = header.title?.value ?? file.titleHeading?.title
        items.append(
            Item(
                file: file, header: header, id: id, inside: place.within(id, kind),
                titleHeading: file.titleHeading?.node, hasTitle: title != nil))
        if let other = registry.claim(id, at: idPosition) {
            // An id that stands in for an unusable one was nobody's wish: the unusable one is what is reported.
            if file.isStart || EntityID.isValidPart(header.id?.value ?? file.defaultID) {
                diagnostics.append(.duplicateID(Located(id.local, at: idPosition), other: other))
            }
            return
        }
        entities.append(
            Entity(
                id: id, kind: kind, title: title ?? file.defaultID, position: file.top,
                organisation: kind == .organisation ? nil : place.organisation, plan: Self.plan(of: kind, place),
                container: place.container, fields: header.fields, texts: [file.language: file.path],
                translations: [:], hasWrittenID: true, isPublished: header.isPublished, row: nil))
    }

    /// Plans, and what isn't part of any, stand beside the plan whose folder they lie in.
    private static func plan(of kind: EntityKind, _ place: Place) -> EntityID? {
        switch kind {
        case .organisation, .unit, .plan: nil
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .meeting, .page, .table, .control, .risk, .term:
            place.plan
        }
    }

    private mutating func checkID(_ file: ContentFile, _ header: Header, local: String, at position: SourcePosition) {
        if file.isStart {
            if let id = header.id, id.value.lowercased() != "index" { diagnostics.append(.startPageID(id)) }
            return
        }
        let wanted = header.id?.value ?? file.defaultID
        if !EntityID.isValidPart(wanted) {
            let isFolder = file.isIndex && header.id == nil
            diagnostics.append(
                .invalidID(
                    Located(wanted, at: position), suggestion: local, isName: header.id == nil, isFolder: isFolder))
        }
    }

    private mutating func checkPlace(_ file: ContentFile, _ header: Header, _ place: Place) {
        let local = header.id?.value ?? file.defaultID
        let position = header.id?.position ?? file.top
        let kindPosition = header.keys[.type]?.position ?? file.top
        if file.isStart {
            if header.hasKind, header.kind != .page {
                diagnostics.append(.startPageType(header.kind, at: kindPosition))
            }
            return
        }
        guard header.hasKind else { return }
        switch header.kind {
        case .organisation:
            if let outer = place.organisation {
                diagnostics.append(.organisationWithin(outer, at: kindPosition))
            } else if ReservedID.isReserved(organisation: local) {
                diagnostics.append(.reservedID(Located(local, at: position), isPage: false))
            }
        case .page:
            if place.organisation == nil, ReservedID.isReserved(page: local) {
                diagnostics.append(.reservedID(Located(local, at: position), isPage: true))
            }
        case .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator,
            .report, .meeting, .table, .control, .risk, .term:
            guard place.organisation == nil else { return }
            // A folder without organisation is one mistake, however many files lie in it.
            let folder = file.folder.split(separator: "/").prefix(2).joined(separator: "/")
            if folder == "Content" || foldersOutside.insert(folder).inserted {
                diagnostics.append(.outsideOrganisation(header.kind, at: kindPosition))
            }
        }
    }
}
