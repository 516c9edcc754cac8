package import PlanModel

/// A site's theme laid over the tokens of its style sheet: what is written into the sheet, and what is wrong with it.
///
/// A colour set for the light holds there. In the dark, one that is drawn on the ground (link, thread, statuses) keeps its hue
/// and is made lighter or darker until its contrast is enough, unless `dark` says another; the ground and its ink keep
/// the sheet's own dark values.
package struct ResolvedTheme: Sendable {
    package let palette: Palette
    package private(set) var diagnostics: [Diagnostic] = []
    private let sheet: StyleTokens
    /// Names and values, sorted, of each of the three rules that are written.
    private var light: [(name: String, value: String)] = []
    private var dark: [(name: String, value: String)] = []
    private var others: [(name: String, value: String)] = []

    private static let grounds: Set<String> = ["paper", "paper-tint", "ink", "ink-soft", "rule", "rule-firm"]

    package init(_ theme: SiteTheme, over sheet: StyleTokens) {
        self.sheet = sheet
        var findings: [Diagnostic] = []
        var set: [String: Colour] = [:]
        var setDark: [String: Colour] = [:]
        let known = (sheet.names.sorted() + ["dark", "mörkt", "logo", "logotyp"])
        for (name, token) in theme.tokens.sorted(by: { $0.key < $1.key }) {
            guard sheet.names.contains(name) else {
                findings.append(.unknownToken(token.name, known: known))
                continue
            }
            guard sheet.colour(name, isDark: false) != nil else {
                others.append((name, token.value.value))
                continue
            }
            set[name] = Colour(hex: token.value.value)
            if set[name] == nil { findings.append(.noColour(token)) }
        }
        for (name, token) in theme.darkTokens.sorted(by: { $0.key < $1.key }) {
            guard sheet.names.contains(name) else {
                findings.append(.unknownToken(token.name, known: sheet.names.sorted()))
                continue
            }
            setDark[name] = sheet.colour(name, isDark: true) == nil ? nil : Colour(hex: token.value.value)
            if setDark[name] == nil { findings.append(.noColour(token)) }
        }
        let colours = sheet.names.filter { sheet.colour($0, isDark: false) != nil }
        var palette = [String: Colour](
            uniqueKeysWithValues: colours.compactMap { name in
                (set[name] ?? sheet.colour(name, isDark: false)).map { (name, $0) }
            })
        let lightPalette = palette
        palette = [String: Colour](
            uniqueKeysWithValues: colours.compactMap { name in
                (setDark[name] ?? sheet.colour(name, isDark: true)).map { (name, $0) }
            })
        for (name, colour) in set where setDark[name] == nil && !Self.grounds.contains(name) {
            palette[name] = Self.adapted(colour, named: name, to: palette)
        }
        self.palette = Palette(light: lightPalette, dark: palette)
        light = set.sorted { $0.key < $1.key }.map { ($0.key, $0.value.hex) }
        if !sheet.dark.isEmpty {
            dark = Set(set.keys).union(setDark.keys).sorted().compactMap { name in
                palette[name].map { (name, $0.hex) }
            }
        }
        diagnostics = findings
        check(theme, set: Set(set.keys), in: lightPalette, isDark: false)
        if !sheet.dark.isEmpty {
            check(theme, set: Set(setDark.keys), in: palette, isDark: true)
        }
    }

    /// The style sheet with the theme in it.
    package func applied(to bytes: [UInt8]) -> [UInt8] {
        func rule(_ values: [(name: String, value: String)]) -> String {
            values.map { "--\($0.name):\($0.value);" }.joined()
        }
        var colours = light.isEmpty ? "" : "\n:root{\(rule(light))}\n"
        if !dark.isEmpty {
            colours +=
                "\n@media screen and (prefers-color-scheme:dark){:root:where(:not([data-theme=\"light\"])){\(rule(dark))}}\n"
                + "@media screen{:root:where([data-theme=\"dark\"]){\(rule(dark))}}\n"
        }
        let rest = others.isEmpty ? "" : "\n:root{\(rule(others))}\n"
        return bytes[..<sheet.end] + Array(colours.utf8) + bytes[sheet.end...] + Array(rest.utf8)
    }

    /// A colour of the light with its hue, as it can be seen in the dark; `nil` where none can.
    private static func adapted(_ colour: Colour, named name: String, to palette: [String: Colour]) -> Colour? {
        let rules = ContrastRule.all.filter { $0.token == name }
        return colour.nearest { passes($0, rules, in: palette) } ?? palette[name]
    }

    private static func passes(_ colour: Colour, _ rules: [ContrastRule], in palette: [String: Colour]) -> Bool {
        rules.allSatisfy { rule in
            rule.grounds.compactMap { palette[$0] }.allSatisfy { colour.contrast(with: $0) >= rule.needed }
        }
    }

    /// Reports each pair of colours that is too weak and that the site has a hand in.
    private mutating func check(_ theme: SiteTheme, set: Set<String>, in palette: [String: Colour], isDark: Bool) {
        let tokens = isDark ? theme.darkTokens : theme.tokens
        for rule in ContrastRule.all {
            guard let colour = palette[rule.token] else { continue }
            let weak = rule.grounds.compactMap { ground in
                palette[ground].map { (name: ground, colour: $0, contrast: colour.contrast(with: $0)) }
            }.filter { $0.contrast < rule.needed && (set.contains(rule.token) || set.contains($0.name)) }
            guard let worst = weak.min(by: { $0.contrast < $1.contrast }) else { continue }
            let contrast = WeakContrast(
                token: rule.token, colour: colour, ground: worst.name, groundColour: worst.colour,
                ratio: worst.contrast, needed: rule.needed, isDark: isDark)
            if set.contains(rule.token), let token = tokens[rule.token] {
                let better = colour.nearest { Self.passes($0, [rule], in: palette) }
                diagnostics.append(.weakContrast(contrast, better: better, at: token.value.position))
            } else if let token = tokens[worst.name] {
                let better = worst.colour.nearest { $0.contrast(with: colour) >= rule.needed }
                diagnostics.append(.weakContrast(contrast, better: better, at: token.value.position))
            }
        }
    }
}
