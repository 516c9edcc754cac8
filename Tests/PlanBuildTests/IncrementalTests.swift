import Foundation
import PlanFiles
import PlanBuild
import PlanModel
import Testing

/// Whatever is done to a project, in whatever order: a build that goes on from the last one gives the very bytes of a
/// clean build.
@Suite struct IncrementalTests {
    /// Each argument is a sequence of its own. `KLARPLAN_STEPS` makes them longer.
    private static let steps = ProcessInfo.processInfo.environment["KLARPLAN_STEPS"].flatMap { Int($0) } ?? 25

    @Test(arguments: 1...8)
    func everySequenceOfEditsGivesTheBytesOfACleanBuild(seed: UInt64) throws {
        var chance = Chance(seed: seed)
        let project = try Project.plan("# Planen\n\nText med [A1].\n\n" + Edit.goals(["A1", "A2", "A3"]))
        let memory = BuildMemory()
        for step in 0..<Self.steps {
            let edit = try Edit.allCases.randomElement(using: &chance)?.apply(to: project, using: &chance)
            let result = try Builder(
                project.options {
                    $0.program = "test"
                    $0.memory = memory
                }
            ).build()
            let clean = try Project(copyOf: project)
            let expected = try Builder(clean.options()).build()
            guard case .built = expected.outcome else {
                guard case .refused = result.outcome else {
                    Issue.record("step \(step), \(edit ?? ""): built what a clean build refuses")
                    return
                }
                #expect(result.diagnostics == expected.diagnostics)
                continue
            }
            guard case .built = result.outcome else {
                Issue.record("step \(step), \(edit ?? ""): refused what a clean build takes")
                return
            }
            #expect(result.diagnostics == expected.diagnostics)
            #expect(try project.site() == clean.site(), "step \(step), \(edit ?? "")")
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

/// Something that people do to a project.
private enum Edit: CaseIterable {
    case prose, title, goal, number, page, removal, rename, breakage, template, configuration, strings, nothing,
        attachment
    case translation, draft

    static func goals(_ ids: [String]) -> String {
        "Tabell: Mål {#mal .mål}\n\n| Id | Mål |\n|---|---|\n" + ids.map { "| \($0) | Målet \($0) |\n" }.joined()
    }

    /// - Returns: what was done.
    func apply(to project: Project, using chance: inout Chance) throws -> String {
        let number = Int.random(in: 1...6, using: &chance)
        let plan = "org/plan/index.md"
        func head(_ extra: String = "") -> String {
            "---\ntyp: plan\ntitel: Plan \(number)\nperiod: 2026\n\(extra)---\n\n"
        }
        switch self {
        case .prose: try project.write(head() + "Ny text \(number) med [A1].\n\n" + Self.goals(["A1", "A2"]), to: plan)
        case .title:
            try project.write("---\ntype: organisation\ntitle: Organisation \(number)\n---\n", to: "org/index.md")
        case .goal: try project.write(head() + "[A1]\n\n" + Self.goals((1...number).map { "A\($0)" }), to: plan)
        case .number:
            try project.write(
                head() + Self.goals(["A1"])
                    + "\nTabell: Budget {#b .budget unit=mnkr}\n\n| Post | 2026 |\n|---|--:|\n| A | \(number) |\n| Summa | \(number) |\n",
                to: plan)
        case .page:
            try project.write("---\ntyp: sida\ntitel: Sida \(number)\n---\n\nText.\n", to: "org/sida-\(number).md")
        case .removal: try? project.remove("org/sida-\(number).md")
        case .rename:
            try? FileManager.default.moveItem(
                atPath: project.folder + "/Content/org/sida-\(number).md",
                toPath: project.folder + "/Content/org/sida-\(number + 10).md")
        case .breakage: try project.write(head("status: [\n") + "Text.\n", to: plan)
        case .template:
            try project.write(
                number < 4 ? "{{> heading}}<p>Mall \(number)</p>{{> prose}}" : "{{> heading}}{{> prose}}",
                to: "Site/Templates/page.mustache")
        case .configuration:
            try project.write(
                "title:\n  sv: Planer \(number)\nlanguages: [\(number < 4 ? "sv" : "sv, en")]\n",
                to: "Site/site.yaml")
        case .strings: try project.write("start:\n  plans: Planerna \(number)\n", to: "Site/Strings/sv.yaml")
        case .nothing: break
        case .attachment: try project.write("a;b\n\(number);2\n", to: "org/plan/bilaga-\(number).csv")
        case .translation:
            try project.write("---\ntitle: Plan in English \(number)\n---\n\nText.\n", to: "org/plan/index.en.md")
        case .draft:
            try project.write(
                "---\ntyp: sida\ntitel: Utkast\npublicera: \(number < 4 ? "nej" : "ja")\n---\n", to: "org/utkast.md")
        }
        return "\(self) \(number)"
    }
}

/// Numbers that are the same in every run (splitmix64, Steele, Lea & Flood 2014).
private struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
