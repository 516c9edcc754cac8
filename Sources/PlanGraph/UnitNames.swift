internal import Foundation
package import PlanModel

/// Finds the units that a text names as responsible.
package struct UnitNames: Sendable {
    /// A part of a text: a name or what stands between names.
    package struct Piece: Sendable, Hashable {
        package let text: String
        /// The unit that the text names.
        package let unit: EntityID?
    }

    /// What stands between names, white space aside.
    static let separators: Set<String> = [",", ";", "/", "och", "and", "&"]

    private var byName: [EntityID: [String: EntityID]] = [:]
    /// Titles and short names that several units share, with all of these.
    private var shared: [EntityID: [String: [EntityID]]] = [:]

    init(_ entities: [Entity]) {
        for unit in entities where unit.kind == .unit {
            guard let organisation = unit.organisation else { continue }
            // An id wins over a short name, a short name over a title; the first of two alike wins.
            let translated = unit.translations.sorted { $0.key < $1.key }.map(\.value.title)
            for name in [unit.id.local, unit.shortName, unit.title] + translated {
                guard let name, !name.isEmpty else { continue }
                let key = name.withoutInvisibleSigns().trimmed().lowercased()
                guard let known = byName[organisation, default: [:]][key] else {
                    byName[organisation, default: [:]][key] = unit.id
                    continue
                }
                // An id means its own unit, whatever others are called.
                guard known != unit.id, known.local.lowercased() != key else { continue }
                shared[organisation, default: [:]][key, default: [known]].append(unit.id)
            }
        }
    }

    /// The units named in a text, each once, in order.
    package func units(in text: String, organisation: EntityID) -> [EntityID] {
        var found: [EntityID] = []
        for piece in pieces(of: text, organisation: organisation) {
            if let unit = piece.unit, !found.contains(unit) { found.append(unit) }
        }
        return found
    }

    /// The names in a text that could mean several units.
    func ambiguous(in text: String, organisation: EntityID) -> [(name: String, meanings: [EntityID])] {
        guard let shared = shared[organisation] else { return [] }
        return pieces(of: text, organisation: organisation).compactMap { piece in
            let name = piece.text.trimmed()
            guard piece.unit != nil, let meanings = shared[name.lowercased()] else { return nil }
            return (name, meanings)
        }
    }

    /// The whole text where it is one name, else its parts at commas, then at `/`, then at `och`: a name that itself
    /// holds `och` is found before it is split.
    package func pieces(of text: String, organisation: EntityID) -> [Piece] {
        guard let names = byName[organisation] else { return [Piece(text: text, unit: nil)] }
        return Self.split(text, separators: [",", ";", "/", " och ", " and ", " & "], names: names)
    }

    private static func split(
        _ text: String, separators: ArraySlice<String>, names: [String: EntityID]
    ) -> [Piece] {
        if let unit = names[text.withoutInvisibleSigns().trimmed().lowercased()] {
            return [Piece(text: text, unit: unit)]
        }
        guard let separator = separators.first else { return [Piece(text: text, unit: nil)] }
        var pieces: [Piece] = []
        var rest = text[...]
        while let range = rest.range(of: separator) {
            pieces += split(String(rest[..<range.lowerBound]), separators: separators.dropFirst(), names: names)
            pieces.append(Piece(text: separator, unit: nil))
            rest = rest[range.upperBound...]
        }
        return pieces + split(String(rest), separators: separators.dropFirst(), names: names)
    }

    private static func split(_ text: String, separators: [String], names: [String: EntityID]) -> [Piece] {
        split(text, separators: separators[...], names: names)
    }
}
