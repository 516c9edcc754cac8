import PlanModel
import PlanReader
import Testing

/// Comments that silence findings: how they are read.
@Suite struct SilencingTests {
    private func page(_ body: String, keys: String = "") throws -> Fixture {
        try Fixture(["Content/a.md": "---\ntyp: sida\n\(keys)---\n\n\(body)\n"])
    }

    @Test(arguments: [
        "<!-- klarplan: ignore 1️⃣placeholder -->", "<!-- klarplan: 1️⃣ignore -->", "<!-- klarplan: 1️⃣glöm placeholder -->",
        "<!-- klarplan: ignore 1️⃣placholder reason=\"så\" -->", "<!-- klarplan: tysta 1️⃣broken-link skäl=\"så\" -->",
        "<!-- klarplan: tysta 1️⃣placeholder skäl=\"\" -->", "Text. <!-- klarplan: tysta 1️⃣placeholder -->",
        "<!-- klarplan: tysta 1️⃣placholder -->", "<!-- klarplan: tysta 1️⃣unknown-key -->",
    ])
    func whatCannotBeFollowedIsAWarning(text: String) throws { try page(text).expect(.silencingFault) }

    @Test(arguments: [
        "<!-- klarplan: ignore placeholder reason=\"så\" -->", "<!-- klarplan: tysta placeholder skäl=\"så\" -->",
        "<!--klarplan: tysta placeholder, raw-html skäl så är det-->", "<!-- något annat -->",
        "`<!-- klarplan: glöm -->`", "```\n<!-- klarplan: glöm -->\n```",
        "<!-- klarplan: tysta placeholder\n     skäl=\"över två rader\" -->",
    ])
    func whatCanBeFollowedIsSilent(text: String) throws { try page(text).expect() }

    private func reach(_ body: String, keys: String = "") throws -> [String] {
        try page(body, keys: keys).read().manuscript.silencings.map { silencing in
            silencing.reach.map { "\($0.lines.lowerBound)-\($0.lines.upperBound)" }.joined(separator: " ")
        }
    }

    @Test func aCommentHoldsForItsLineOrTheNextWithText() throws {
        let comment = "<!-- klarplan: tysta placeholder skäl=\"så\" -->"
        #expect(try reach("Text \(comment) text") == ["5-5"])
        #expect(try reach("\(comment)\nText") == ["6-6"])
        #expect(try reach("\(comment)\n\nText") == ["7-7"])
        #expect(try reach("- \(comment)\n- Text") == ["6-6"])
        #expect(
            try reach("\(comment)\n\(comment.replacing("placeholder", with: "raw-html"))\n\nText") == ["8-8", "8-8"])
        #expect(try reach(comment) == [""])
        #expect(try reach("| a |\n|---|\n| b \(comment) |") == ["7-7"])
    }

    @Test func beforeATableItHoldsForAllOfIt() throws {
        let comment = "<!-- klarplan: tysta placeholder skäl=\"så\" -->"
        #expect(try reach("\(comment)\n\nTabell: X\n\n| a |\n|---|\n| b |\n| c |\n\nText") == ["7-12"])
        #expect(try reach("\(comment)\n\n| a |\n|---|\n| b |\n\nText") == ["7-9"])
    }

    @Test func keysAreSilencedByTheirOwnComments() throws {
        #expect(try reach("", keys: "titel: xxx # klarplan: tysta placeholder skäl: så heter det\n") == ["3-3"])
        #expect(try reach("", keys: "# klarplan: ignore placeholder reason så heter det\ntitel: xxx\n") == ["4-4"])
        #expect(try reach("", keys: "titel: a#klarplan: tysta\n") == [])
    }
}
