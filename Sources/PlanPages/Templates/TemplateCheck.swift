import PlanModel

/// Checks every name in every template against the values that the template is given.
struct TemplateCheck {
    let sources: [String: SourceText]
    let own: Set<String>
    let strings: Set<String>
    private(set) var diagnostics: [Diagnostic] = []
    private var reached: Set<String> = []
    /// Every value that some template places.
    private var placed: Set<String> = []

    init(sources: [String: SourceText], own: Set<String>, strings: Set<String>) {
        self.sources = sources
        self.own = own
        self.strings = strings
    }

    mutating func run() {
        check(TemplateSet.layoutName, names: TemplateSchema.layout, includedFrom: [])
        for kind in PageKind.allCases {
            check(kind.rawValue, names: TemplateSchema.names(of: kind), includedFrom: [])
        }
        let known = [TemplateSet.layoutName] + PageKind.allCases.map(\.rawValue)
        for (name, source) in sources.sorted(by: { $0.key < $1.key })
        where own.contains(name) && !reached.contains(name) {
            diagnostics.append(
                .unusedTemplate(
                    name, nearest: Spelling.nearest(to: name, among: known),
                    at: SourcePosition(file: source.file, line: 1, column: 1)))
        }
        if let layout = sources[TemplateSet.layoutName], !placed.contains("content") {
            diagnostics.append(
                .layoutWithoutContent(at: SourcePosition(file: layout.file, line: 1, column: 1)))
        }
        // A partial that several templates include is checked in each of them; one mistake gives one message.
        diagnostics = Array(Set(diagnostics)).sorted()
    }

    private mutating func check(_ template: String, names: [TemplateSchema.Name], includedFrom: [String]) {
        guard let source = sources[template] else { return }
        reached.insert(template)
        var scopes: [(tag: TemplateTag, names: [TemplateSchema.Name])] = []
        for tag in TemplateTag.scan(source) {
            let visible = names + scopes.flatMap(\.names)
            switch tag.form {
            case .comment: continue
            case .variable: check(tag, visible: visible, isInList: !scopes.isEmpty)
            case .section, .inverted:
                check(tag, visible: visible, isInList: !scopes.isEmpty)
                var inner: [TemplateSchema.Name] = []
                if case .list(_, let items) = visible.first(where: { $0.name == tag.name }) {
                    inner = items.map(TemplateSchema.Name.text)
                }
                scopes.append((tag, inner))
            case .end: _ = scopes.popLast()
            case .partial:
                if sources[tag.name] == nil {
                    diagnostics.append(
                        .missingPartial(
                            tag.name, nearest: Spelling.nearest(to: tag.name, among: sources.keys.sorted()),
                            at: tag.position))
                } else if includedFrom.contains(tag.name) || tag.name == template {
                    diagnostics.append(.circularPartial(tag.name, at: tag.position))
                } else {
                    check(tag.name, names: visible, includedFrom: includedFrom + [template])
                }
            case .unsupported: diagnostics.append(.unsupportedTag(tag.name, at: tag.position))
            }
        }
    }

    private mutating func check(_ tag: TemplateTag, visible: [TemplateSchema.Name], isInList: Bool) {
        placed.insert(tag.name)
        if tag.name == ".", isInList { return }
        let prefix = TemplateSchema.strings + "."
        if tag.name.hasPrefix(prefix) {
            let key = String(tag.name.dropFirst(prefix.count))
            guard !strings.contains(key) else { return }
            let near = Spelling.nearest(to: key, among: strings.sorted())
            diagnostics.append(.unknownString(tag.name, nearest: near.map { prefix + $0 }, at: tag.position))
            return
        }
        guard !visible.contains(where: { $0.name == tag.name }) else { return }
        let near = Spelling.nearest(to: tag.name, among: visible.map(\.name))
        diagnostics.append(.unknownTemplateName(tag.name, nearest: near, at: tag.position))
    }
}
