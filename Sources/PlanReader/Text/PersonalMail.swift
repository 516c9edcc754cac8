import PlanModel

/// Mail addresses that belong to a person rather than to an office.
enum PersonalMail {
    enum Owner: Equatable {
        /// At a provider of private mail: gmail, hotmail, telia …
        case privateMail
        /// `fornamn.efternamn@` an organisation.
        case person
    }

    /// The addresses in a line that are somebody's own, each once.
    static func find(in text: [Unicode.Scalar]) -> [(index: Int, text: String, owner: Owner)] {
        var found: [(index: Int, text: String, owner: Owner)] = []
        for sign in text.indices where text[sign] == "@" {
            var start = sign
            while start > 0, isLocal(text[start - 1]) { start -= 1 }
            var end = sign + 1
            while end < text.count, isDomain(text[end]) { end += 1 }
            while end > sign + 1, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
            let local = string(text[start..<sign]).lowercased()
            let domain = string(text[(sign + 1)..<end]).lowercased()
            guard !local.isEmpty, domain.contains("."), let owner = owner(local, domain) else { continue }
            let address = string(text[start..<end])
            guard !found.contains(where: { $0.text.lowercased() == address.lowercased() }) else { continue }
            found.append((start, address, owner))
        }
        return found
    }

    private static func owner(_ local: String, _ domain: String) -> Owner? {
        let labels = domain.split(separator: ".").map(String.init)
        guard labels.count >= 2, let top = labels.last,
            !["example", "exempel", "test"].contains(labels[labels.count - 2]),
            top != "example", top != "test"
        else { return nil }
        if anyCountry.contains(labels[labels.count - 2]) || providers.contains(domain) { return .privateMail }
        let parts = local.split(separator: ".").map(String.init)
        guard parts.count == 2 || parts.count == 3,
            parts.allSatisfy({ part in
                part.unicodeScalars.count >= 2
                    && part.unicodeScalars.allSatisfy { $0.isLetter || $0 == "-" }
                    && !roles.contains(where: part.contains) && !shortRoles.contains(part)
            })
        else { return nil }
        return .person
    }

    private static let anyCountry: Set<String> = [
        "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "yahoo", "ymail", "aol", "protonmail",
    ]
    private static let providers: Set<String> = [
        "me.com", "mac.com", "proton.me", "telia.com", "comhem.se", "bredband.net", "bredband2.com", "spray.se",
        "passagen.se", "home.se", "glocalnet.net", "swipnet.se", "tele2.se", "brevet.se", "algonet.se", "gmx.com",
        "gmx.net", "mail.com",
    ]
    /// What in an address speaks of an office.
    private static let roles = [
        "info", "styrelse", "namnd", "nämnd", "diari", "registr", "kansli", "kontor", "forvaltning", "förvaltning",
        "avdelning", "enhet", "service", "cent", "kontakt", "contact", "press", "support", "ombud", "skola",
        "bibliotek",
        "kommun", "region", "stad", "grupp", "team", "projekt", "budget", "ekonomi", "arkiv", "upphandling", "beslut",
        "mail", "post", "reply", "fullmaktige", "fullmäktige", "verksamhet", "omsorg", "halsa", "hälsa", "vard", "vård",
        "miljo", "miljö", "kultur", "teknik", "plan", "faktura", "kund", "radgivning", "säkerhet", "sakerhet", "stab",
        "utveckling", "webb", "redaktion", "museum", "utskott", "revision", "sjukhus", "mottagning", "klinik",
    ]
    private static let shortRoles: Set<String> = ["hr", "it", "ks", "kf", "rs", "rf", "vd", "sbn", "bun", "adm", "web"]

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || ("0"..."9").contains(scalar) || "._%+-".unicodeScalars.contains(scalar)
    }

    private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
