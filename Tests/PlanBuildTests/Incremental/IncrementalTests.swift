import Foundation
import PlanBuild
import PlanModel
import Testing

/// Whatever is done to a project, in whatever order: a build that goes on from an earlier one gives the very bytes and
/// findings of a clean build, be it from the record of the last build or from the memory of a process.
///
/// `make soak` takes thousands of steps; `KLARPLAN_SEEDS=7 KLARPLAN_STEPS=40` takes one sequence again.
@Suite struct IncrementalTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let steps = environment["KLARPLAN_STEPS"].flatMap { Int($0) } ?? 6

    /// `KLARPLAN_SEEDS`: one seed, or the first and the last of several, as in `1-40`.
    private static let seeds: [UInt64] = {
        let ends = (environment["KLARPLAN_SEEDS"] ?? "1-4").split(separator: "-").compactMap { UInt64($0) }
        guard let first = ends.first, let last = ends.last, first <= last else { return [] }
        return Array(first...last)
    }()

    /// All that is needed to do it again.
    private static func told(_ error: any Error, at step: Int, of site: EditedSite, seed: UInt64) -> String {
        let story = site.story.enumerated().map { "  \($0 + 1). \($1)" }.joined(separator: "\n")
        let what = (error as? EditedSite.Disagreement)?.what ?? "\(error)"
        return "seed \(seed), step \(step + 1): \(what)\nWhat was done:\n\(story)"
    }

    @Test(arguments: seeds)
    func everySequenceOfEditsGivesTheBytesOfACleanBuild(seed: UInt64) throws {
        var site = try EditedSite(seed: seed)
        for step in 0..<Self.steps {
            do {
                try site.step()
            } catch {
                Issue.record("\(Self.told(error, at: step, of: site, seed: seed))")
                return
            }
        }
        let tally = site.tally
        // Without these the sequence would prove nothing.
        #expect(tally.fromRecord * 10 >= tally.steps, "\(tally)")
        #expect(tally.passedOver * 10 >= tally.steps, "\(tally)")
        // Few edits change nothing but words: in a short sequence there may be none.
        if tally.steps >= 50 { #expect(tally.standing * 25 >= tally.steps, "\(tally)") }
        #expect(tally.refused * 3 <= tally.steps * 2, "\(tally)")
    }

    @Test(arguments: seeds.prefix(max(1, seeds.count / 4)))
    func thePreviewShowsWhatACleanBuildGives(seed: UInt64) throws {
        var site = try EditedSite(seed: seed)
        let served = try ServedSite(site.project)
        served.start()
        defer { served.stop() }
        var shown: [String: Data] = [:]
        for step in 0..<max(3, Self.steps / 4) {
            do {
                shown = try site.step(watchedBy: served, shown: shown)
            } catch {
                Issue.record("\(Self.told(error, at: step, of: site, seed: seed))")
                return
            }
        }
    }

    @Test func everyKindOfEditDoesSomething() throws {
        var chance = Chance(seed: 1)
        let site = try EditedSite(seed: 1)
        try site.prepareForEveryEdit()
        let sources = try site.project.sources()
        for edit in Edits.all {
            _ = try site.project.restore(sources)
            // What is picked at random may be the one thing that the edit can't be done to.
            var told: String?
            for _ in 0..<400 where told == nil { told = try edit.apply(to: site.project, using: &chance) }
            #expect(told != nil, "\(type(of: edit)).\(edit)")
        }
    }

    @Test func aBuildOfTheSameIsPassedOver() throws {
        let project = try Project.plan("Text.\n")
        func build() throws -> Bool { try Builder(project.options { $0.program = "test" }).build().wasCurrent }
        #expect(try !build())
        // What was changed a moment ago might be changed again in the same tick of the clock.
        Thread.sleep(forTimeInterval: 0.1)
        _ = try build()
        #expect(try build())
        #expect(try Builder(project.options { $0.program = "another" }).build().wasCurrent == false)
        #expect(
            try Builder(
                project.options {
                    $0.program = "another"; $0.includesDrafts = true
                }
            ).build().wasCurrent == false)
        #expect(
            try Builder(
                project.options {
                    $0.program = "another"; $0.isFull = true
                }
            ).build().wasCurrent == false)
    }
}
