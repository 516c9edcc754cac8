import PlanModel
import Testing

@Suite struct AnchorNamesTests {
    @Test func eachIsThereOnceAndIsFound() {
        let anchors = AnchorNames(["mål", "b", "a", "b", "a", "ä", "b"])
        #expect(anchors.names == ["a", "b", "mål", "ä"].sorted())
        for name in ["a", "b", "mål", "ä"] { #expect(anchors.contains(name)) }
        for name in ["", "c", "m", "målen", "å", "ö"] { #expect(!anchors.contains(name)) }
        #expect(AnchorNames(anchors.names) == anchors)
    }

    @Test func noneHoldsNothing() {
        #expect(!AnchorNames([]).contains(""))
        #expect(AnchorNames([]).names == [])
    }
}
