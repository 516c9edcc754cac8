import PlanGraph
import PlanModel
import PlanPages
import PlanSearch

/// Makes what the search index is built from out of the library: a document for each page and each glossary term.
struct SearchDocuments {
    private let edition: Edition
    private let library: Library
    private let language: Language
    private let text: SearchText

    init(_ edition: Edition) {
        self.edition = edition
        library = edition.library
        language = edition.language
        text = SearchText(edition)
    }

    /// Where the index of an edition lies, relative to the site's root.
    static func folder(prefix: String) -> String { prefix + "search/index/" }

    /// The edition's index, and what the next one can be made from.
    func index() -> SearchIndex {
        let entities = indexed()
        return SearchIndexBuilder(count: entities.count, synonyms: synonyms(), language: language) { number in
            document(of: entities[number])
        }
        .index().placed(in: Self.folder(prefix: edition.prefix))
    }

    /// The edition's index after an edit of running words: all that texts mean to others is as it was.
    ///
    /// No text is read but those that were edited.
    ///
    /// - Parameters:
    ///   - state: of the last index.
    ///   - texts: the files that were edited since it was made.
    ///   - published: the paths of the files of the index that lie on the site.
    /// - Returns: `nil` where the index has to be made whole.
    func index(after state: SearchState, editing texts: Set<String>, published: [String]) -> SearchIndex? {
        var changed: [Int: SearchDocument] = [:]
        for entity in library.entities where !entity.texts.isEmpty {
            guard let file = edition.textFile(of: entity)?.file, texts.contains(file) else { continue }
            guard isIndexed(entity) else { continue }
            let document = document(of: entity)
            guard let number = state.number(of: document.url) else { return nil }
            changed[number] = document
        }
        let (folder, published) = (Self.folder(prefix: edition.prefix), Set(published))
        return state.index(changing: changed, synonyms: synonyms(), language: language) {
            published.contains(folder + $0)
        }?.placed(in: folder)
    }

    // MARK: Documents

    /// What documents are made of: by organisation, newest plan first, kind, and reading order, the order in which ties
    /// stand.
    private func indexed() -> [Entity] {
        var placed: [(key: SortKey, entity: Entity)] = []
        for (rank, entity) in reading().enumerated() where isIndexed(entity) {
            placed.append((SortKey(entity, plan: plan(of: entity), rank: rank), entity))
        }
        return placed.sorted { $0.key < $1.key }.map(\.entity)
    }

    /// A table without a page of its own is found in the text that it stands in.
    private func isIndexed(_ entity: Entity) -> Bool {
        guard entity.kind == .table else { return true }
        return library.table(entity.id) != nil && library.address(of: entity.id).fragment == nil
    }

    /// All entities, those of plans in reading order.
    private func reading() -> [Entity] {
        let plans = library.entities(of: .plan).flatMap { library.entities(inPlan: $0.id) }
        return library.entities.filter { $0.plan == nil } + plans
    }

    private struct SortKey: Comparable {
        private let organisation: String
        private let isInPlan: Int
        private let period: Int
        private let plan: String
        private let kind: Int
        private let rank: Int

        init(_ entity: Entity, plan: Entity?, rank: Int) {
            organisation = (entity.organisation ?? entity.id).text
            isInPlan = plan == nil ? 1 : 0
            period = -(plan?.period?.last ?? 0)
            self.plan = plan?.id.text ?? ""
            kind = entity.kind.order
            self.rank = rank
        }

        static func < (left: SortKey, right: SortKey) -> Bool {
            (left.organisation, left.isInPlan, left.period, left.plan, left.kind, left.rank)
                < (right.organisation, right.isInPlan, right.period, right.plan, right.kind, right.rank)
        }
    }

    private func plan(of entity: Entity) -> Entity? {
        entity.kind == .plan ? entity : entity.plan.flatMap { library[$0] }
    }

    private func document(of entity: Entity) -> SearchDocument {
        let address = library.address(of: entity.id)
        let table = entity.kind == .table ? library.table(entity.id) : nil
        let sections = table.map { text.sections(of: $0, anchor: nil) } ?? text.sections(of: entity)
        var document = SearchDocument(
            url: edition.prefix + address.text, title: entity.title(in: language), type: entity.kind.rawValue,
            sections: sections)
        let plan = plan(of: entity)
        document.code = entity.code
        document.organisation = (entity.kind == .organisation ? entity.id : entity.organisation).flatMap { label($0) }
        document.plan = plan.flatMap { label($0.id) }
        document.period = (entity.period ?? plan?.period)?.text
        document.status =
            library.status(of: entity)?.rawValue ?? (entity.kind == .table ? nil : entity.status?.rawValue)
        document.units = library.targets(of: entity.id, .responsible).compactMap { label($0.id) }
        document.isMoney = table?.class.isMoney ?? false
        document.isSuperseded =
            plan.map { $0.status == .superseded || !library.sources(of: $0.id, .supersedes).isEmpty } ?? false
        return document
    }

    private func label(_ id: EntityID) -> SearchDocument.Label? {
        library[id].map { SearchDocument.Label(id: id.text, title: $0.title(in: language)) }
    }

    // MARK: Synonyms

    /// Short names of units and abbreviations of the glossary, each with what they stand for.
    private func synonyms() -> [[String]] {
        var groups = edition.configuration.synonyms
        for entity in library.entities(of: .unit) + library.entities(of: .organisation) {
            guard let short = entity.text(.short, in: language) else { continue }
            groups.append([short, entity.title(in: language)])
        }
        for term in library.entities(of: .term) {
            guard let explanation = term.text(.explanation, in: language) else { continue }
            let title = term.title(in: language)
            if let meaning = Abbreviation.meaning(of: title, explanation) { groups.append([title, meaning]) }
        }
        var seen: Set<[String]> = []
        return groups.filter { $0[0] != $0[1] && seen.insert($0).inserted }
    }
}
