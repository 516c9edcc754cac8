import PlanModel
import Testing

@testable import PlanGraph

@Suite struct CirclesTests {
    private func find(_ steps: [String: [String]]) -> [[String]] {
        let up = Dictionary(
            uniqueKeysWithValues: steps.map { (EntityID($0.key), $0.value.map { EntityID($0) }) })
        return Circles.find(in: up).map { $0.map(\.text) }
    }

    @Test func everyCircleIsFoundOnceBeginningWithItsSmallestID() {
        #expect(find(["c": ["a"], "b": ["c"], "a": ["b"]]) == [["a", "b", "c"]])
        #expect(find(["a": ["b"], "b": ["a"], "x": ["y"], "y": ["x"]]) == [["a", "b"], ["x", "y"]])
    }

    @Test func whatLeadsIntoACircleIsNoPartOfIt() {
        #expect(find(["z": ["a"], "a": ["b"], "b": ["a"]]) == [["a", "b"]])
    }

    @Test func aChainAsLongAsTheContentEnds() {
        let chain = Dictionary(uniqueKeysWithValues: (0..<50_000).map { ("\($0)", ["\($0 + 1)"]) })
        #expect(find(chain) == [])
    }
}
