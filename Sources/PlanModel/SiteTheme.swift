/// How one site looks: values for the design tokens of the style sheet, and its logo.
package struct SiteTheme: Sendable, Hashable {
    /// A picture in the masthead.
    package struct Logo: Sendable, Hashable {
        /// Where it lies, as it is written: `vapen.svg`, `Assets/vapen.svg`, `Content/bilder/vapen.png`.
        package var file: Located<String>
        /// The words in the picture by language: with them it stands instead of the site's name, without them beside it.
        package var text: [Language: String]

        package init(file: Located<String>, text: [Language: String]) {
            self.file = file
            self.text = text
        }
    }

    /// A token that the site sets.
    package struct Token: Sendable, Hashable {
        /// The token's name without `--`, where it is written.
        package var name: Located<String>
        package var value: Located<String>

        package init(name: Located<String>, value: Located<String>) {
            self.name = name
            self.value = value
        }
    }

    /// Values by the token's name; a colour among them holds in the light.
    package var tokens: [String: Token] = [:]
    /// Colours in the dark.
    package var darkTokens: [String: Token] = [:]
    package var logo: Logo?

    package init() {}

    package var isEmpty: Bool { tokens.isEmpty && darkTokens.isEmpty }
}
