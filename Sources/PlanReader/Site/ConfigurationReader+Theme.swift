import PlanModel

/// `theme: {thread: "#b3152b", dark: {thread: "#f2647a"}, logo: vapen.svg}`.
extension ConfigurationReader {
    mutating func takeTheme(_ pair: YAMLPair) {
        guard case .mapping(let pairs) = pair.value.value else {
            return refuse(pair.key.value, .wantsKeys, at: pair.value.position)
        }
        for inner in pairs {
            switch inner.key.value {
            case "dark", "mörkt":
                guard case .mapping(let dark) = inner.value.value else {
                    refuse(inner.key.value, .wantsKeys, at: inner.value.position)
                    continue
                }
                for token in dark { takeToken(token, into: \.darkTokens) }
            case "logo", "logotyp": takeLogo(inner)
            default: takeToken(inner, into: \.tokens)
            }
        }
    }

    private mutating func takeToken(
        _ pair: YAMLPair, into tokens: WritableKeyPath<SiteTheme, [String: SiteTheme.Token]>
    ) {
        let name = pair.key.value.hasPrefix("--") ? String(pair.key.value.dropFirst(2)) : pair.key.value
        guard let value = text(pair.value, key: pair.key.value) else { return }
        // A token is written into the style sheet: nothing in it may end the declaration or begin a comment.
        let isUnsafe =
            value.value.contains { ";{}<>\\".contains($0) || $0.isNewline } || value.value.contains("/*")
            || value.value.lowercased().contains("url(")
        let isName =
            !name.isEmpty
            && name.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32) }
        guard isName, !isUnsafe else { return refuse(pair.key.value, .themeToken, at: value.position) }
        if let first = configuration.theme[keyPath: tokens][name] {
            diagnostics.append(.duplicateKey(pair.key, first: first.name))
        } else {
            configuration.theme[keyPath: tokens][name] = SiteTheme.Token(name: pair.key, value: value)
        }
    }

    /// `logo: vapen.svg`, or `logo: {file: vapen.svg, text: Exempelkommunen}`.
    private mutating func takeLogo(_ pair: YAMLPair) {
        let findings = diagnostics.count
        var file: Located<String>?
        var words: [Language: String] = [:]
        if case .mapping(let pairs) = pair.value.value {
            for inner in fields(pairs, SiteKey.logoKeys, in: pair.key.value) {
                switch inner.name {
                case "file": file = text(inner.pair.value, key: inner.pair.key.value)
                default: words = texts(inner.pair.value, key: inner.pair.key.value)
                }
            }
        } else {
            file = text(pair.value, key: pair.key.value)
        }
        guard let file else {
            // What is wrong with it may have been told.
            if diagnostics.count == findings { refuse(pair.key.value, .logo, at: pair.value.position) }
            return
        }
        configuration.theme.logo = SiteTheme.Logo(file: file, text: words)
    }
}
