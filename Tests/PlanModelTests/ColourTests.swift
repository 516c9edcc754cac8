import PlanModel
import Testing

@Suite struct ColourTests {
    @Test(arguments: [
        ("#fff", "#ffffff"), ("#B3152B", "#b3152b"), ("#0a0", "#00aa00"), ("#000000", "#000000"),
    ])
    func hexadecimalIsRead(_ written: String, _ read: String) throws {
        #expect(try #require(Colour(hex: written)).hex == read)
    }

    @Test(arguments: ["", "#", "#ff", "#ffff", "#fffffff", "fff", "#ggg", "red", "rgb(0,0,0)", "#１２３", "# fff"])
    func otherWordsAreNoColour(_ text: String) {
        #expect(Colour(hex: text) == nil)
    }

    /// The pairs and ratios are those that the W3C's own explanations give.
    @Test(arguments: [("#000", "#fff", 21.0), ("#777", "#fff", 4.48), ("#767676", "#fff", 4.54), ("#fff", "#fff", 1)])
    func contrastIsThatOfTheGuidelines(_ first: String, _ second: String, _ ratio: Double) throws {
        let (a, b) = (try #require(Colour(hex: first)), try #require(Colour(hex: second)))
        #expect(abs(a.contrast(with: b) - ratio) < 0.01)
        #expect(a.contrast(with: b) == b.contrast(with: a))
    }

    @Test func theNearestColourKeepsItsHueAndPasses() throws {
        let white = try #require(Colour(hex: "#fff"))
        let blue = try #require(Colour(hex: "#5fa8d8"))
        let better = try #require(blue.nearest { $0.contrast(with: white) >= 4.5 })
        #expect(better.contrast(with: white) >= 4.5)
        #expect(better.contrast(with: white) < 4.8)
        #expect(better.blue > better.green && better.green > better.red)
    }

    @Test func aColourThatPassesIsItsOwnNearest() throws {
        let black = try #require(Colour(hex: "#000"))
        #expect(black.nearest { _ in true } == black)
        #expect(black.nearest { _ in false } == nil)
    }

    @Test func everyGreyKeepsItsGrey() {
        for level in stride(from: UInt8(0), through: 250, by: 5) {
            let grey = Colour(red: level, green: level, blue: level)
            let found = grey.nearest { $0 != grey }
            #expect(found.map { $0.red == $0.green && $0.green == $0.blue } == true)
        }
    }
}
