import PlanModel

/// A token that is hard to see on its ground.
struct WeakContrast {
    let token: String
    let colour: Colour
    let ground: String
    let groundColour: Colour
    let ratio: Double
    let needed: Double
    let isDark: Bool

    /// With two decimals, cut and not rounded: what is too little never reads as enough.
    static func text(_ ratio: Double, in language: Language) -> String {
        let hundredths = Int((ratio * 100).rounded(.down))
        return Amount(mantissa: Int128(hundredths), scale: 2).text(in: language)
    }
}

/// Findings about the theme: both languages side by side.
extension Diagnostic {
    static func unknownToken(_ name: Located<String>, known: [String]) -> Diagnostic {
        let near = Spelling.nearest(to: name.value, among: known)
        return Diagnostic(
            .unknownKey, at: name.position,
            LocalizedText(
                sv: "stilmallen har ingen variabel '\(name.value)'" + (near.map { "; menade du '\($0)'?" } ?? ""),
                en: "the style sheet has no token '\(name.value)'" + (near.map { "; did you mean '\($0)'?" } ?? "")),
            help: near.map { LocalizedText(sv: "skriv '\($0)'", en: "write '\($0)'") }
                ?? LocalizedText(
                    sv: "ta bort raden, eller ge stilmallen variabeln",
                    en: "remove the line, or give the sheet the token"))
    }

    static func noColour(_ token: SiteTheme.Token) -> Diagnostic {
        Diagnostic(
            .siteConfiguration, at: token.value.position,
            LocalizedText(
                sv: "'\(token.name.value)' ska vara en färg i hexadecimal form, som \"#b3152b\"",
                en: "'\(token.name.value)' should be a colour in hexadecimal, like \"#b3152b\""),
            help: LocalizedText(
                sv: "skriv #rgb eller #rrggbb inom citattecken, så att kontrasten kan kontrolleras",
                en: "write #rgb or #rrggbb in quotes, so that its contrast can be checked"))
    }

    /// - Parameter better: the nearest colour of the same hue that is enough; `nil` where none is.
    static func weakContrast(_ weak: WeakContrast, better: Colour?, at position: SourcePosition) -> Diagnostic {
        // 4.5 or 3.
        let needed = Int128((weak.needed * 10).rounded())
        func need(_ language: Language) -> String {
            let isWhole = needed % 10 == 0
            return Amount(mantissa: isWhole ? needed / 10 : needed, scale: isWhole ? 0 : 1).text(in: language)
        }
        let swedish = WeakContrast.text(weak.ratio, in: .swedish)
        let english = WeakContrast.text(weak.ratio, in: .english)
        return Diagnostic(
            .themeContrast, at: position,
            LocalizedText(
                sv: """
                    '\(weak.token)' (\(weak.colour.hex)) syns för dåligt mot '\(weak.ground)' (\(weak.groundColour.hex))\
                    \(weak.isDark ? " i mörkt läge" : ""): kontrasten är \(swedish):1 och ska vara minst \
                    \(need(.swedish)):1
                    """,
                en: """
                    '\(weak.token)' (\(weak.colour.hex)) is hard to see on '\(weak.ground)' (\(weak.groundColour.hex))\
                    \(weak.isDark ? " in the dark" : ""): the contrast is \(english):1 and should be at least \
                    \(need(.english)):1
                    """),
            help: better.map {
                LocalizedText(
                    sv: "skriv \"\($0.hex)\", den närmaste färgen i samma ton som räcker",
                    en: "write \"\($0.hex)\", the nearest colour of the same hue that is enough")
            }
                ?? LocalizedText(
                    sv: "välj en annan färg; ingen i samma ton räcker",
                    en: "choose another colour; none of the same hue is enough"))
    }
}
