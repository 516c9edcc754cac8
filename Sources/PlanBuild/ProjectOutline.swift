import PlanGraph
package import PlanModel

/// What a project already has, for what is begun in it.
package struct ProjectOutline: Sendable {
    /// Everything, drafts too, sorted by id.
    package let entities: [Entity]
    private let diagnostics: [Diagnostic]

    /// Reads the project; its mistakes are no matter here.
    package init(project: String, defaults: String) throws(MachineFailure) {
        var options = Builder.Options(project: project, defaults: defaults)
        options.includesDrafts = true
        let checked = try Builder(options).check()
        entities = checked.library.entities
        diagnostics = checked.diagnostics
    }

    /// The entity with an id, whatever its case.
    package func entity(_ id: String) -> Entity? { entities.first { $0.id.key == id.lowercased() } }

    /// What a file of a kind may belong to: plans, or organisations; empty where it belongs to nothing.
    package func places(for kind: EntityKind) -> [Entity] {
        switch kind {
        case .organisation: []
        case .unit, .plan, .meeting, .page: entities.filter { $0.kind == .organisation }
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .table, .control, .risk, .term:
            entities.filter { $0.kind == .plan }
        }
    }

    /// The goals of a plan, sorted by id.
    package func goals(inPlan plan: String) -> [Entity] {
        entities.filter { $0.kind == .goal && $0.id.key.hasPrefix(plan.lowercased() + "/") }
    }

    /// The first year of the plan that an id means; else that of the newest plan; `nil` where no plan says its period.
    func year(ofPlan id: String) -> Int? {
        if let period = entity(id)?.period { return period.first }
        return entities.filter { $0.kind == .plan }.compactMap(\.period?.first).max()
    }

    /// The one entity of a kind that a name means: a full id, or an id of its own or a title that only one has.
    package func named(_ name: String, _ kind: EntityKind) -> Entity? {
        let found = entities.filter { $0.kind == kind && $0.id.key == name.lowercased() }
        if let first = found.first { return first }
        let local = entities.filter { $0.kind == kind && $0.id.local.lowercased() == name.lowercased() }
        if !local.isEmpty { return local.count == 1 ? local.first : nil }
        let titled = entities.filter { $0.kind == kind && $0.title.lowercased() == name.lowercased() }
        return titled.count == 1 ? titled.first : nil
    }

    /// The folder of an entity that is an `index.md`, relative to the project.
    package func folder(of id: String) -> String? {
        guard let file = entity(id)?.position.file, file.hasSuffix("/index.md") else { return nil }
        return String(file.dropLast("/index.md".count))
    }

    /// An id that nothing has: the next code after those of the same kind (`M2` after `M1`), else made from the title.
    package func freeID(for kind: EntityKind, title: String, within place: String?) -> String? {
        let prefix = place.map { $0.lowercased() + "/" } ?? ""
        let codes = entities.filter { $0.kind == kind && $0.id.key.hasPrefix(prefix) }.map(\.id.local)
            .filter(EntityID.isCode)
        var candidates: [String] = []
        if !kind.isScopedToOrganisation, let last = codes.max(by: { Self.parts($0) < Self.parts($1) }) {
            let (letters, number) = Self.parts(last)
            candidates += (1..<1000).map { letters + String(number + $0) }
        }
        let slug = Slug.make(title)
        if !slug.isEmpty { candidates += [slug] + (2..<1000).map { "\(slug)-\($0)" } }
        return candidates.first { entity(prefix + $0) == nil }
    }

    /// What is wrong in a file.
    func errors(in file: String) -> [Diagnostic] {
        diagnostics.filter { $0.severity == .error && $0.position.file == file }
    }

    /// The number at the end of a code and what stands before it: `A1.` and 2.
    private static func parts(_ code: String) -> (String, Int) {
        let digits = code.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        return (String(code.dropLast(digits.count)), Int(String(digits)) ?? 0)
    }
}
