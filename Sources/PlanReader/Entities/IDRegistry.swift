import PlanModel

/// Which ids are taken, whatever the case, and where.
struct IDRegistry {
    private var places: [String: SourcePosition] = [:]
    /// The number to try next for a slug that is taken.
    private var numbers: [String: Int] = [:]

    /// Takes an id.
    ///
    /// - Returns: who has it already, or `nil` where it was free.
    mutating func claim(_ id: EntityID, at position: SourcePosition) -> SourcePosition? {
        let key = id.key
        guard let other = places.updateValue(position, forKey: key) else { return nil }
        places[key] = other
        return other
    }

    /// An id made from a title: its slug, numbered from 2 where that is taken.
    ///
    /// - Parameter fallback: what the id is made from where the title has no letter or digit.
    mutating func make(
        _ title: String, within scope: EntityID?, at position: SourcePosition, fallback: String
    ) -> EntityID {
        let made = Slug.make(title)
        let slug = made.isEmpty ? fallback : made
        let first = EntityID(within: scope, slug)
        var id = first
        var number = numbers[first.key] ?? 2
        while places[id.key] != nil {
            id = EntityID(within: scope, "\(slug)-\(number)")
            number += 1
        }
        numbers[first.key] = number
        places[id.key] = position
        return id
    }
}

/// Ids that belong to the site itself.
enum ReservedID {
    private static let own: Set<String> = ["search", "meetings", "glossary", "data", "accessibility", "assets"]

    /// Codes of languages, ISO 639-1.
    private static let languages: Set<String> = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn \
        so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))

    /// Whether an organisation can't have an id: its folder would be the site's own or that of a language.
    static func isReserved(organisation local: String) -> Bool {
        let address = Slug.address(of: local)
        return own.contains(address) || languages.contains(address)
    }

    /// Whether a page outside all organisations can't have an id. `om` is a language of Ethiopia, and in Swedish the
    /// name of most sites' about page: only the languages that a site can be built in are kept for it.
    static func isReserved(page local: String) -> Bool {
        let address = Slug.address(of: local)
        return own.contains(address) || Language(rawValue: address) != nil
    }
}
