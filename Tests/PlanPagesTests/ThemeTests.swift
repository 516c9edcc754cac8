import Foundation
import PlanModel
import Testing

@testable import PlanPages

@Suite struct ThemeTests {
    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Assets/style.css")

    private static func sheet() throws -> [UInt8] { Array(try Data(contentsOf: shipped)) }

    private func theme(_ light: [String: String], dark: [String: String] = [:]) -> SiteTheme {
        func tokens(_ values: [String: String], from line: Int) -> [String: SiteTheme.Token] {
            let lines = values.sorted { $0.key < $1.key }.enumerated()
            return [String: SiteTheme.Token](
                uniqueKeysWithValues: lines.map { number, pair in
                    let place = SourcePosition(file: "Site/site.yaml", line: line + number, column: 3)
                    return (
                        pair.key,
                        SiteTheme.Token(name: Located(pair.key, at: place), value: Located(pair.value, at: place))
                    )
                })
        }
        var theme = SiteTheme()
        theme.tokens = tokens(light, from: 2)
        theme.darkTokens = tokens(dark, from: 20)
        return theme
    }

    private func resolved(_ light: [String: String], dark: [String: String] = [:]) throws -> ResolvedTheme {
        ResolvedTheme(theme(light, dark: dark), over: StyleTokens(try Self.sheet()))
    }

    @Test func theShippedSheetStatesItsColoursOnceForLightAndTheSameTwiceForDark() throws {
        let tokens = StyleTokens(try Self.sheet())
        #expect(tokens.light["paper"] == "#fcfaf5")
        #expect(tokens.dark["paper"] == "#171613")
        let text = String(decoding: try Self.sheet(), as: UTF8.self)
        let blocks = text.components(separatedBy: "--paper: #171613;").dropFirst().map {
            $0.components(separatedBy: "}")[0]
        }
        #expect(blocks.count == 2 && blocks[0] == blocks[1])
    }

    @Test func everyRuleOfContrastNamesTokensOfTheShippedSheetAndHolds() throws {
        let theme = try resolved([:])
        for (mode, palette) in [("light", theme.palette.light), ("dark", theme.palette.dark)] {
            for rule in ContrastRule.all {
                let colour = try #require(palette[rule.token], "\(rule.token)")
                for ground in rule.grounds {
                    let ratio = colour.contrast(with: try #require(palette[ground]))
                    #expect(ratio >= rule.needed, "\(rule.token) on \(ground) in the \(mode): \(ratio)")
                }
            }
        }
        #expect(theme.diagnostics.isEmpty)
    }

    @Test func aWeakColourIsReportedWithANearOneThatIsEnough() throws {
        let found = try resolved(["link": "#5fa8d8"]).diagnostics
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.code == .themeContrast)
        #expect(finding.position.line == 2)
        #expect(finding.message.english.contains("should be at least 4.5:1"))
        #expect(finding.message.swedish.contains("minst 4,5:1"))
        let proposal = try #require(finding.help?.english.split(separator: "\"").dropFirst().first)
        #expect(try resolved(["link": String(proposal)]).diagnostics.isEmpty)
    }

    @Test func aWeakColourInTheDarkIsReportedThere() throws {
        let found = try resolved([:], dark: ["thread": "#5a0a14"]).diagnostics
        #expect(found.map(\.code) == [.themeContrast])
        #expect(found.first?.position.line == 20)
        #expect(found.first?.message.english.contains("in the dark") == true)
    }

    @Test func aGroundIsCheckedAgainstWhatTheSheetDrawsOnIt() throws {
        let found = try resolved(["paper": "#888888"]).diagnostics
        #expect(found.contains { $0.code == .themeContrast && $0.message.english.hasPrefix("'ink") })
        #expect(found.allSatisfy { $0.position.line == 2 })
    }

    @Test func aColourOfTheLightIsSeenInTheDarkWithItsHue() throws {
        let theme = try resolved(["thread": "#00533e", "link": "#004b87"])
        #expect(theme.diagnostics.isEmpty)
        for (name, needed) in [("thread", 3.0), ("link", 4.5)] {
            let colour = try #require(theme.palette.dark[name])
            #expect(colour.contrast(with: try #require(theme.palette.dark["paper"])) >= needed)
        }
        let thread = try #require(theme.palette.dark["thread"])
        #expect(thread.green > thread.red)
    }

    @Test func aTokenThatIsNoneIsReportedWithTheNearest() throws {
        let found = try resolved(["thred": "#fff", "linnk": "#000"], dark: ["papper": "#000"]).diagnostics
        #expect(found.map(\.code) == [.unknownKey, .unknownKey, .unknownKey])
        #expect(found.map { $0.help?.english } == ["write 'link'", "write 'thread'", "write 'paper'"])
    }

    @Test(arguments: ["red", "rgb(0 0 0)", "#12345", "hsl(0 0% 0%)"])
    func aColourThatIsNotHexadecimalIsRefused(_ value: String) throws {
        #expect(try resolved(["link": value]).diagnostics.map(\.code) == [.siteConfiguration])
        #expect(try resolved([:], dark: ["link": value]).diagnostics.map(\.code) == [.siteConfiguration])
    }

    @Test func theThemeStandsAfterTheTokensAndBeforePrintAndForcedColours() throws {
        let theme = try resolved(["thread": "#00533e", "frame": "60rem"], dark: ["thread": "#55cc99"])
        let text = String(decoding: theme.applied(to: try Self.sheet()), as: UTF8.self)
        let light = try #require(text.range(of: ":root{--thread:#00533e;}"))
        let dark = try #require(text.range(of: "{--thread:#55cc99;}"))
        let forced = try #require(text.range(of: "@media (forced-colors: active)"))
        #expect(light.lowerBound < dark.lowerBound && dark.lowerBound < forced.lowerBound)
        #expect(text.hasSuffix(":root{--frame:60rem;}\n"))
        let again = StyleTokens(Array(text.utf8))
        #expect(again.dark["thread"] == "#55cc99" && again.light["thread"] == "#00533e")
    }

    @Test func aSheetOfItsOwnIsRead() {
        let sheet = """
            /* :root { --paper: #000000 } */
            @import "x.css";
            a::after { content: "} :root { --paper: #111 }"; }
            :root { --paper: #ffffff; --brand : #123456 }
            @media print { :root { --paper: #eee; --only-print: 1 } }
            """
        let tokens = StyleTokens(Array(sheet.utf8))
        #expect(tokens.light == ["paper": "#ffffff", "brand": "#123456"])
        #expect(tokens.dark.isEmpty)
        #expect(tokens.names == ["paper", "brand", "only-print"])
        let theme = ResolvedTheme(theme(["brand": "#00533e"]), over: tokens)
        #expect(theme.diagnostics.isEmpty)
        let applied = String(decoding: theme.applied(to: Array(sheet.utf8)), as: UTF8.self)
        #expect(applied.contains(":root{--brand:#00533e;}"))
        #expect(!applied.contains("prefers-color-scheme"))
    }

    @Test(arguments: [
        "", "}", "{", "}}}{{{", ":root{", "/*", "\"", ":root{--a", ":root{--a:b", "@media{:root{--a:1}", "'\\",
    ])
    func aBrokenSheetIsReadAsFarAsItGoes(_ text: String) {
        let tokens = StyleTokens(Array(text.utf8))
        #expect(tokens.end <= text.utf8.count)
        _ = ResolvedTheme(theme(["a": "1"]), over: tokens).applied(to: Array(text.utf8))
    }

    @Test func linesOfAPreviewFit() {
        let title = "Regionstyrelsens verksamhetsplan, internbudget och internkontrollplan 2025"
        let lines = PreviewPicture.lines(title, size: 64, room: 940)
        #expect(lines.joined(separator: " ") == title)
        #expect(lines.count > 1)
        let long = PreviewPicture.lines(String(repeating: "å", count: 200), size: 64, room: 940)
        #expect(long.joined().count == 200 && long.allSatisfy { $0.count < 30 })
        #expect(PreviewPicture.lines("", size: 64, room: 940).isEmpty)
        #expect(PreviewPicture.lines("ab", size: 64, room: 1) == ["a", "b"])
    }

    @Test(arguments: [
        "Verksamhetsplan 2024–2026", "Näringsliv, äldre & é", "e\u{301} a\u{308}\u{323}", "a\r\nb", "\u{AD}x\u{ad}",
        "👩‍👩‍👧 familj 🇸🇪", "„Citat“ … ‘så’", "日本 ไทย", "ﬁ ǅ Ⅳ ½ ²",
    ])
    func widthsAreThoseOfTheCharacters(_ text: String) {
        #expect(PreviewPicture.thousandths(of: text) == text.reduce(0) { $0 + PreviewPicture.thousandths(of: $1) })
    }

    @Test func westernLettersSideBySideAreAsWideAsEach() {
        let scalars = (Array(0..<0x300) + Array(0x2010..<0x2028)).compactMap { Unicode.Scalar($0 as UInt32) }
        for first in scalars {
            for second in scalars.prefix(0x100) {
                var text = String(Character(first))
                text.unicodeScalars.append(second)
                let width = text.reduce(0) { $0 + PreviewPicture.thousandths(of: $1) }
                guard PreviewPicture.thousandths(of: text) != width else { continue }
                Issue.record("U+\(String(first.value, radix: 16)) U+\(String(second.value, radix: 16))")
            }
        }
    }
}
