package import PlanModel

/// The colours of a site as readers meet them, by the names of their tokens.
package struct Palette: Sendable {
    package let light: [String: Colour]
    package let dark: [String: Colour]

    package init(light: [String: Colour] = [:], dark: [String: Colour] = [:]) {
        self.light = light
        self.dark = dark
    }
}

/// Two colours that are seen against each other, and the contrast that WCAG 2.2 asks for.
struct ContrastRule {
    let token: String
    let grounds: [String]
    let needed: Double

    /// 4.5 for text (1.4.3), 3 for lines and marks that mean something (1.4.11). A status is a word in its colour.
    static let all: [ContrastRule] =
        ["ink", "ink-soft", "link", "status-good", "status-watch", "status-late", "status-still"].map {
            ContrastRule(token: $0, grounds: ["paper", "paper-tint"], needed: 4.5)
        } + [
            ContrastRule(token: "thread", grounds: ["paper", "paper-tint"], needed: 3),
            ContrastRule(token: "rule-firm", grounds: ["paper"], needed: 3),
        ]
}
