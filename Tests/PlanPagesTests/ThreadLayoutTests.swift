@testable import PlanGraph
import PlanModel
import Testing

@testable import PlanPages

@Suite struct TextWidthTests {
    @Test func linesKeepEveryWordAndTheirWidth() {
        let text =
            "Vidareutveckla kompetensförsörjningsprocessen och ta fram en regionövergripande plan, 2019–2021 (RUS)"
        for width in stride(from: 400, through: 4000, by: 300) {
            let lines = TextWidth.lines(text, within: width)
            #expect(lines.allSatisfy { TextWidth.of($0) <= width }, "\(width)")
            let together = lines.joined(separator: " ").filter { $0 != " " }
            #expect(together == text.filter { $0 != " " })
        }
    }

    @Test func aWordWithoutSpacesIsCutSoThatItFits() {
        let lines = TextWidth.lines(String(repeating: "w", count: 50), within: 500)
        #expect(lines.count == 10)
        #expect(TextWidth.lines("", within: 500).isEmpty)
        // By another measure, too, and with a width that no character has.
        #expect(TextWidth.lines("ett två-tre") { $0.count <= 4 } == ["ett", "två-", "tre"])
        #expect(TextWidth.lines("ab c") { _ in false } == ["a", "b", "c"])
        #expect(TextWidth.lines("👩‍👩‍👧", within: 100).count == 1)
    }

    @Test func aCutTextSaysSo() {
        #expect(TextWidth.cut("Löpande", to: 4000) == "Löpande")
        #expect(TextWidth.cut("Löpande, delredovisning vid delårsrapport", to: 1200).hasSuffix("…"))
    }
}

@Suite struct ThreadLayoutTests {
    private func entity(_ name: String, _ kind: EntityKind) -> Entity {
        Entity(
            id: EntityID("o/p/\(name)"), kind: kind, title: name,
            position: SourcePosition(file: "", line: 1, column: 1),
            organisation: nil, plan: nil, container: nil, fields: [:], texts: [:], translations: [:],
            hasWrittenID: true, isPublished: true, row: nil)
    }

    /// Goals with the same activities each, and an indicator that hangs on the first goal past the activities.
    private func map(goals: Int, activities: Int) -> ThreadMap {
        let work = (0..<activities).map { entity("k\($0)", .activity) }
        let measure = entity("i", .indicator)
        func branch(_ entity: Entity, _ column: Int, _ next: [ThreadMap.Branch] = []) -> ThreadMap.Branch {
            ThreadMap.Branch(entity: entity, column: column, next: next, alsoServes: [], alsoCarriedBy: [])
        }
        let aims = (0..<goals).map { number in
            branch(
                entity("g\(number)", .goal), 0, number == 0 ? work.map { branch($0, 1) } + [branch(measure, 2)] : [])
        }
        let strands =
            aims.flatMap { aim in work.map { ThreadMap.Strand(upper: aim.entity.id, lower: $0.id) } }
            + [ThreadMap.Strand(upper: aims[0].entity.id, lower: measure.id)]
        return ThreadMap(
            groups: [ThreadMap.Group(heading: nil, branches: aims)], columns: [[.goal], [.activity], [.indicator]],
            strands: strands, loose: [])
    }

    @Test(arguments: [(1, 1), (1, 30), (30, 1), (7, 5), (12, 12)])
    func nothingLiesOnAnythingElse(goals: Int, activities: Int) {
        let map = map(goals: goals, activities: activities)
        let layout = ThreadLayout(map) { entity in
            (
                name: String(repeating: entity.id.local + " ord ", count: entity.id.local.utf8.count * 7),
                note: entity.id.local.hasSuffix("3") ? "Kontoret" : ""
            )
        }
        #expect(layout.nodes.count == map.count)
        for column in 0..<layout.columns {
            let nodes = layout.nodes.values.filter { $0.column == column }.sorted { $0.y < $1.y }
            for (upper, lower) in zip(nodes, nodes.dropFirst()) {
                #expect(upper.y - ThreadLayout.line / 2 + upper.height <= lower.y - ThreadLayout.line / 2)
            }
            // Strands that run past a column run between its entities.
            for (passage, y) in layout.passages where passage.column == column {
                for node in nodes {
                    let top = node.y - ThreadLayout.line / 2
                    #expect(y < top || y > top + node.height, "\(passage) at \(y) crosses \(node.entity.id)")
                }
            }
        }
        #expect(layout.nodes.values.allSatisfy { $0.y + $0.height <= layout.height + ThreadLayout.line })
        #expect(layout.passages.count == 1)
    }

    @Test func strandsThatRunPastComeFirstWhereTheyWishForTheSamePlace() throws {
        let layout = ThreadLayout(map(goals: 1, activities: 1)) { (name: $0.title, note: "") }
        let passage = try #require(layout.passages.values.first)
        let activity = try #require(layout.nodes[EntityID("o/p/k0")]?.y)
        #expect(passage < activity)
        #expect(layout.nodes[EntityID("o/p/i")]?.y == layout.nodes[EntityID("o/p/g0")]?.y)
    }
}
