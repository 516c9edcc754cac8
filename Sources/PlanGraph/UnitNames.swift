import PlanModel

/// Finds the units that a text names as responsible.
struct UnitNames {
    private var byName: [EntityID: [String: EntityID]] = [:]

    init(_ entities: [Entity]) {
        for unit in entities where unit.kind == .unit {
            guard let organisation = unit.organisation else { continue }
            // An id wins over a short name, a short name over a title; the first of two alike wins.
            for name in [unit.id.local, unit.shortName, unit.title] + unit.translations.values.map(\.title) {
                guard let name, !name.isEmpty else { continue }
                let key = name.trimmed().lowercased()
                if byName[organisation, default: [:]][key] == nil { byName[organisation, default: [:]][key] = unit.id }
            }
        }
    }

    /// The units named: the whole text where it is one name, else each part that is.
    ///
    /// - Parameter parts: the whole text first, then its parts.
    func matches(_ parts: [String], organisation: EntityID) -> [EntityID] {
        guard let names = byName[organisation] else { return [] }
        if let whole = parts.first, let unit = names[whole.trimmed().lowercased()] { return [unit] }
        var found: [EntityID] = []
        for part in parts.dropFirst() {
            if let unit = names[part.trimmed().lowercased()], !found.contains(unit) { found.append(unit) }
        }
        return found
    }
}
