import PlanModel

/// Reads the keys of `Site/site.yaml`, in either language.
struct ConfigurationReader {
    var configuration = SiteConfiguration()
    var diagnostics: [Diagnostic] = []

    init(_ source: SourceText) {
        let reader = YAMLReader(source, range: 0..<source.bytes.count)
        diagnostics = reader.diagnostics
        guard let root = reader.root else { return }
        guard case .mapping(let pairs) = root.value else {
            if !root.value.isEmpty { diagnostics.append(.siteNotKeys(at: root.position)) }
            return
        }
        var seen: [SiteKey: Located<String>] = [:]
        for pair in pairs {
            guard let key = SiteKey.allCases.first(where: { $0.names.contains(pair.key.value) }) else {
                diagnostics.append(
                    .unknownKey(pair.key, known: SiteKey.allCases.flatMap { $0.names.prefix(2) }, within: nil))
                continue
            }
            if let first = seen[key] {
                diagnostics.append(.duplicateKey(pair.key, first: first))
                continue
            }
            seen[key] = pair.key
            if !pair.value.value.isEmpty { take(key, pair) }
        }
    }

    private mutating func take(_ key: SiteKey, _ pair: YAMLPair) {
        let name = pair.key.value
        switch key {
        case .title: configuration.title = texts(pair.value, key: name)
        case .tagline: configuration.tagline = texts(pair.value, key: name)
        case .languages: takeLanguages(pair)
        case .baseURL:
            guard let address = address(pair) else { return }
            // Pages' addresses are made by adding to it.
            guard !address.contains(where: { $0 == "?" || $0 == "#" || $0.isWhitespace }) else {
                return refuse(name, .wantsAddress, at: pair.value.position)
            }
            configuration.baseURL = address.hasSuffix("/") ? address : address + "/"
        case .publisher:
            if case .mapping(let pairs) = pair.value.value {
                for inner in fields(pairs, key.inner, in: name) {
                    switch inner.name {
                    case "name": configuration.publisher = text(inner.pair.value, key: inner.pair.key.value)?.value
                    default: configuration.publisherHomepage = address(inner.pair)
                    }
                }
            } else {
                configuration.publisher = text(pair.value, key: name)?.value
            }
        case .publisherHomepage: configuration.publisherHomepage = address(pair)
        case .license:
            guard let address = address(pair) else { return }
            guard address.lowercased().hasPrefix("https://") else {
                return refuse(name, .wantsSecureAddress, at: pair.value.position)
            }
            configuration.license = address
        case .contact: takeContact(pair)
        case .theme: takeTheme(pair)
        case .navigation: takeNavigation(pair)
        case .search: takeSearch(pair)
        case .accessibility: takeAccessibility(pair)
        case .checks: takeChecks(pair)
        case .repository:
            guard let address = address(pair) else { return }
            guard address.contains("{file}") else { return refuse(name, .wantsFile, at: pair.value.position) }
            configuration.repository = address
        }
    }

    private mutating func takeLanguages(_ pair: YAMLPair) {
        var words: [Located<String>] = []
        switch pair.value.value {
        case .sequence(let items): words = items.compactMap { text($0, key: pair.key.value) }
        case .scalar(let text):
            words = text.split { $0 == "," || $0 == " " }.map { Located(String($0), at: pair.value.position) }
        case .mapping: refuse(pair.key.value, .wantsList, at: pair.value.position)
        }
        var languages: [Language] = []
        for word in words {
            guard let language = Language(rawValue: word.value.lowercased()) else {
                diagnostics.append(.unknownLanguage(word))
                continue
            }
            if !languages.contains(language) { languages.append(language) }
        }
        if !languages.isEmpty { configuration.languages = languages }
    }

    private mutating func takeContact(_ pair: YAMLPair) {
        if let contact = contact(pair) { configuration.contact = contact }
    }

    private mutating func takeNavigation(_ pair: YAMLPair) {
        guard case .sequence(let items) = pair.value.value else {
            return refuse(pair.key.value, .wantsList, at: pair.value.position)
        }
        for item in items {
            guard case .mapping(let pairs) = item.value else {
                refuse(pair.key.value, .navigationItem, at: item.position)
                continue
            }
            var title: [Language: String] = [:]
            var target: Located<String>?
            for inner in fields(pairs, SiteKey.navigation.inner, in: pair.key.value) {
                switch inner.name {
                case "title": title = texts(inner.pair.value, key: inner.pair.key.value)
                default: target = text(inner.pair.value, key: inner.pair.key.value)
                }
            }
            guard let target, !title.isEmpty else {
                refuse(pair.key.value, .navigationItem, at: item.position)
                continue
            }
            let scheme = target.value.split(separator: ":").first?.lowercased() ?? ""
            if target.value.contains(":"), scheme != "https", scheme != "http", scheme != "mailto" {
                refuse("target", .wantsAddress, at: target.position)
            } else {
                configuration.navigation.append(.init(title: title, target: target))
            }
        }
    }

    /// `search: {synonyms: [[sopor, avfall], …], sites: [../b/]}`; a group may also be written as one text with commas.
    private mutating func takeSearch(_ pair: YAMLPair) {
        guard case .mapping(let pairs) = pair.value.value else {
            return refuse(pair.key.value, .wantsKeys, at: pair.value.position)
        }
        for inner in fields(pairs, SiteKey.search.inner, in: pair.key.value) {
            guard case .sequence(let groups) = inner.pair.value.value else {
                refuse(inner.pair.key.value, .wantsList, at: inner.pair.value.position)
                continue
            }
            if inner.name == "sites" {
                takeSearchSites(groups, key: inner.pair.key.value)
                continue
            }
            for group in groups {
                let words = words(of: group, key: inner.pair.key.value)
                guard words.count > 1 else {
                    refuse(inner.pair.key.value, .synonymGroup, at: group.position)
                    continue
                }
                configuration.synonyms.append(words)
            }
        }
    }

    private mutating func takeSearchSites(_ items: [Located<YAMLNode>], key: String) {
        for item in items {
            guard let text = text(item, key: key) else { continue }
            let path = text.value.hasSuffix("/") ? text.value : text.value + "/"
            let isOnHost = (path.hasPrefix("/") && !path.hasPrefix("//")) || path.hasPrefix("../")
            guard isOnHost, !path.contains(where: { $0.isWhitespace || "?#\\\":".contains($0) }) else {
                refuse(key, .wantsSiteOnHost, at: text.position)
                continue
            }
            configuration.searchSites.append(path)
        }
    }

    private mutating func words(of group: Located<YAMLNode>, key: String) -> [String] {
        switch group.value {
        case .sequence(let items): items.compactMap { text($0, key: key)?.value }
        case .scalar(let text): text.split(separator: ",").map { String($0).trimmed() }.filter { !$0.isEmpty }
        case .mapping: []
        }
    }

    private mutating func takeChecks(_ pair: YAMLPair) {
        guard case .mapping(let pairs) = pair.value.value else {
            return refuse(pair.key.value, .wantsKeys, at: pair.value.position)
        }
        for inner in pairs {
            guard let code = DiagnosticCode(rawValue: inner.key.value) else {
                diagnostics.append(
                    .unknownKey(inner.key, known: DiagnosticCode.allCases.map(\.rawValue), within: pair.key.value))
                continue
            }
            guard let word = text(inner.value, key: inner.key.value) else { continue }
            if code.severity != .error, let level = CheckLevel(spelling: word.value) {
                configuration.checks[code] = level
            } else {
                refuse(inner.key.value, code.severity == .error ? .checkIsFixed : .checkLevel, at: word.position)
            }
        }
    }
}

/// The shapes of values.
extension ConfigurationReader {
    mutating func refuse(_ key: String, _ rule: SiteRule, at position: SourcePosition) {
        diagnostics.append(.siteValue(key, rule, at: position))
    }

    mutating func text(_ node: Located<YAMLNode>, key: String) -> Located<String>? {
        guard case .scalar(let text) = node.value else {
            refuse(key, .wantsText, at: node.position)
            return nil
        }
        let trimmed = text.trimmed()
        return trimmed.isEmpty ? nil : Located(trimmed, at: node.position)
    }

    /// A text for all languages, or one a language.
    mutating func texts(_ node: Located<YAMLNode>, key: String) -> [Language: String] {
        guard case .mapping(let pairs) = node.value else {
            guard let text = text(node, key: key) else { return [:] }
            return Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text.value) })
        }
        var texts: [Language: String] = [:]
        for pair in pairs {
            guard let language = Language(rawValue: pair.key.value) else {
                diagnostics.append(.unknownLanguage(pair.key))
                continue
            }
            texts[language] = text(pair.value, key: pair.key.value)?.value
        }
        return texts
    }

    /// A name or an e-mail address, or keys for each.
    mutating func contact(_ pair: YAMLPair) -> SiteConfiguration.Contact? {
        var contact = SiteConfiguration.Contact()
        guard case .mapping(let pairs) = pair.value.value else {
            guard let text = text(pair.value, key: pair.key.value) else { return nil }
            if text.value.contains("@") {
                contact.email = mailAddress(text, key: pair.key.value)
            } else {
                contact.name = text.value
            }
            return contact
        }
        let names = SiteKey.contact.inner
        for inner in fields(pairs, names, in: pair.key.value) {
            let value = text(inner.pair.value, key: inner.pair.key.value)
            switch inner.name {
            case "name": contact.name = value?.value
            case "email": contact.email = value.flatMap { mailAddress($0, key: inner.pair.key.value) }
            case "telephone": contact.telephone = value?.value
            default: contact.address = value?.value
            }
        }
        return contact
    }

    private mutating func mailAddress(_ text: Located<String>, key: String) -> String? {
        if MailAddress.isOne(text.value) { return text.value }
        refuse(key, .wantsMailAddress, at: text.position)
        return nil
    }

    mutating func address(_ pair: YAMLPair) -> String? {
        guard let text = text(pair.value, key: pair.key.value) else { return nil }
        let folded = text.value.lowercased()
        let rest = ["https://", "http://"].first(where: folded.hasPrefix).map { folded.dropFirst($0.utf8.count) }
        guard let rest, let first = rest.first, first != "/", !folded.contains(where: { $0.isWhitespace || $0 == "\"" })
        else {
            refuse(pair.key.value, .wantsAddress, at: text.position)
            return nil
        }
        return text.value
    }

    /// The pairs of a mapping by their English names; unknown and repeated keys are reported.
    mutating func fields(
        _ pairs: [YAMLPair], _ names: [String: String], in parent: String
    ) -> [(name: String, pair: YAMLPair)] {
        var found: [(name: String, pair: YAMLPair)] = []
        for pair in pairs {
            let key = pair.key.value
            guard let name = names.keys.sorted().first(where: { $0 == key || names[$0] == key }) else {
                let known = names.keys.sorted().flatMap { [$0, names[$0] ?? $0] }
                diagnostics.append(.unknownKey(pair.key, known: known, within: parent))
                continue
            }
            if let first = found.first(where: { $0.name == name })?.pair.key {
                diagnostics.append(.duplicateKey(pair.key, first: first))
            } else {
                found.append((name, pair))
            }
        }
        return found
    }
}
