import PlanModel

/// One name in two spellings: those who answer for something beside the units and beside each other, and perspectives and
/// focus areas, which are made from the names used.
enum NameVariants: ContentCheck {
    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        responsible(library) + groups(library)
    }

    // MARK: Who answers

    private struct Use {
        let text: String
        let position: SourcePosition
    }

    private static func responsible(_ library: Library) -> [Diagnostic] {
        var unknown: [EntityID: [Use]] = [:]
        for entity in library.entities {
            guard let organisation = entity.organisation else { continue }
            for field in [Field.owner, .body] {
                guard let (text, parts) = entity.responsible(field), let place = entity.fields[field]?.position else {
                    continue
                }
                for piece in library.unitNames.pieces(of: text, organisation: organisation) where piece.unit == nil {
                    let name = piece.text.trimmed()
                    guard name.unicodeScalars.count >= 5, !UnitNames.separators.contains(name) else { continue }
                    let position = parts.first { $0.value == name }?.position ?? place
                    unknown[organisation, default: []].append(Use(text: name, position: position))
                }
            }
        }
        guard !unknown.isEmpty else { return [] }
        let units = Dictionary(grouping: library.entities(of: .unit)) { $0.organisation ?? $0.id }
        var found: [Diagnostic] = []
        for (organisation, uses) in unknown.sorted(by: { $0.key < $1.key }) {
            let names = (units[organisation] ?? []).flatMap { [$0.title, $0.shortName ?? ""] }
                .filter { $0.unicodeScalars.count >= 5 }.sorted()
            found += findings(uses.sorted { $0.position < $1.position }, names: names)
        }
        return found
    }

    private static func findings(_ uses: [Use], names: [String]) -> [Diagnostic] {
        let counts = Dictionary(grouping: uses, by: \.text).mapValues(\.count)
        let texts = counts.keys.sorted()
        var meant: [String: String] = [:]
        for text in texts {
            if let unit = names.first(where: { NameLikeness.areOne(text, $0, allowsEnding: true) }) {
                meant[text] = unit
            }
        }
        let rest = texts.filter { meant[$0] == nil }
        for (left, right) in NameLikeness.pairs(among: rest) {
            // The rarer is taken for the slip; of two as common the later in the alphabet.
            let isLeftRarer = (counts[left] ?? 0) < (counts[right] ?? 0)
            meant[isLeftRarer ? left : right] = isLeftRarer ? right : left
        }
        var told: Set<String> = []
        return uses.compactMap { use in
            guard let other = meant[use.text], told.insert(use.text).inserted else { return nil }
            return .nameSpeltTwoWays(use.text, other: other, at: use.position)
        }
    }

    // MARK: What goals are sorted by

    private static func groups(_ library: Library) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for kind in [EntityKind.perspective, .focusArea] {
            let byPlan = Dictionary(grouping: library.entities(of: kind)) { $0.plan ?? $0.organisation ?? $0.id }
            for (_, entities) in byPlan.sorted(by: { $0.key < $1.key }) where entities.count > 1 {
                let byTitle = Dictionary(entities.map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
                for (left, right) in NameLikeness.pairs(among: byTitle.keys.sorted()) {
                    guard let one = byTitle[left], let two = byTitle[right] else { continue }
                    let isOneRarer = library.incoming(one.id).count < library.incoming(two.id).count
                    let (slip, meant) = isOneRarer ? (one, two) : (two, one)
                    found.append(.nameSpeltTwoWays(slip.title, other: meant.title, at: slip.position))
                }
            }
        }
        return found
    }
}

/// Whether two texts are one name, spelt in two ways.
enum NameLikeness {
    /// All pairs among names that differ, each in the order of the list.
    static func pairs(among names: [String]) -> [(String, String)] {
        var byKey: [String: [String]] = [:]
        var byFirst: [Character: [String]] = [:]
        var pairs: [(String, String)] = []
        for name in names {
            let key = letters(name)
            guard let first = key.first, key.count >= 5 else { continue }
            for other in byKey[key] ?? [] where !differOnlyInCase(other, name) { pairs.append((other, name)) }
            // A slip hardly ever hits the first letter.
            for other in byFirst[first] ?? []
            where abs(other.utf8.count - name.utf8.count) <= 4 && letters(other) != key && areOne(other, name) {
                pairs.append((other, name))
            }
            byKey[key, default: []].append(name)
            byFirst[first, default: []].append(name)
        }
        return pairs
    }

    /// - Parameter allowsEnding: whether an inflected form (`avdelning`, `avdelningen`) is a slip, too: beside a unit's
    ///   name it is, since it then names no unit.
    static func areOne(_ left: String, _ right: String, allowsEnding: Bool = false) -> Bool {
        let (a, b) = (letters(left), letters(right))
        guard a.count >= 5, b.count >= 5 else { return false }
        if a == b { return true }
        // `Område 1` and `Område 2` are two.
        guard left.filter(\.isNumber) == right.filter(\.isNumber) else { return false }
        let (x, y) = (words(left), words(right))
        let differing: (String, String)
        if x.count == y.count {
            let pairs = zip(x, y).filter { $0 != $1 }
            guard pairs.count == 1, let only = pairs.first else { return false }
            differing = only
        } else {
            guard abs(x.count - y.count) == 1 else { return false }
            differing = (a, b)
        }
        let length = min(differing.0.count, differing.1.count)
        let isEnding = differing.0.hasPrefix(differing.1) || differing.1.hasPrefix(differing.0)
        if isEnding, !allowsEnding { return false }
        // Short words differ by a letter and mean different things (`norr`, `nord`).
        let limit = length >= 9 ? 2 : length >= 6 ? 1 : 0
        return limit > 0 && Spelling.distance(differing.0, differing.1, limit: limit) <= limit
    }

    private static func differOnlyInCase(_ left: String, _ right: String) -> Bool {
        left.lowercased() == right.lowercased()
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func letters(_ text: String) -> String { words(text).joined() }
}

extension Diagnostic {
    fileprivate static func nameSpeltTwoWays(_ name: String, other: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .nameSpeltTwoWays, at: position,
            LocalizedText(
                sv: "'\(name)' skrivs annars '\(other)'; för sökning och länkar är det två namn",
                en: "'\(name)' is elsewhere written '\(other)'; to search and links they are two names"),
            help: LocalizedText(
                sv: "skriv '\(other)', om det är den som menas", en: "write '\(other)', if that is what is meant"))
    }
}
