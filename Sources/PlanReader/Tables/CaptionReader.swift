import PlanMarkdown
import PlanModel

/// What the caption of a table says: its class, id and attributes.
struct CaptionReader {
    private(set) var `class`: TableClass?
    private(set) var unit: MoneyUnit?
    private(set) var attributes = TableAttributes()
    /// `src=`
    private(set) var path: Located<String>?
    private(set) var diagnostics: [Diagnostic] = []

    /// The attributes that a caption may have.
    enum Attribute: String, CaseIterable {
        case unit, goals, src, totals, accept, frames
    }

    init(_ caption: TableCaption, source: SourceText) {
        for (index, name) in caption.classes.enumerated() {
            if index > 0 {
                diagnostics.append(.secondTableClass(name))
                break
            }
            `class` = TableClass(spelling: name.value)
            guard `class` == nil else { continue }
            let near = Spelling.nearest(to: name.value, among: TableClass.allSpellings)
            diagnostics.append(.unknownTableClass(name, nearest: near))
            `class` = near.flatMap(TableClass.init(spelling:))
        }
        guard !caption.classes.isEmpty else {
            if let src = caption.attributes.first(where: { $0.key.value == Attribute.src.rawValue }) {
                diagnostics.append(.sourceWithoutClass(at: src.key.position))
            }
            return
        }
        var seen: [Attribute: Located<String>] = [:]
        for (key, value) in caption.attributes {
            guard let attribute = Attribute(rawValue: key.value) else {
                diagnostics.append(.unknownAttribute(key))
                continue
            }
            if let first = seen[attribute] {
                diagnostics.append(.duplicateKey(key, first: first))
                continue
            }
            seen[attribute] = key
            take(attribute, value, source: source)
        }
    }

    private mutating func take(_ attribute: Attribute, _ value: Located<String>, source: SourceText) {
        switch attribute {
        case .unit:
            unit = MoneyUnit(spelling: value.value)
            if unit == nil {
                diagnostics.append(.unknownUnit(value))
                attributes.hasUnknownUnit = true
            }
        case .goals: attributes.goals = Parts.codes(value, in: source)
        case .src: path = value
        case .totals:
            let isNone = value.value.trimmed().lowercased() == "none"
            attributes.totals = isNone ? .none : .named(Parts.list(value, separator: ";", in: source))
        case .accept:
            if value.value.trimmed().isEmpty {
                diagnostics.append(.acceptWithoutReason(at: value.position))
            } else {
                attributes.accept = value
            }
        case .frames: attributes.frames = value
        }
    }
}
