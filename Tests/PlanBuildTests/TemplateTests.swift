import Foundation
import PlanBuild
import PlanModel
import Testing

@Suite struct TemplateTests {
    @Test func oneTemplateIsReplacedWithoutTheOthers() throws {
        let project = try Project.plan(
            "Text.\n", more: ["Site/Templates/plan.mustache": "<h1>{{title}}</h1><p>Egen mall</p>{{{document}}}"])
        try project.build()
        #expect(try project.page("org/plan/index.html").contains("<p>Egen mall</p>"))
        #expect(!(try project.page("org/index.html").contains("Egen mall")))
    }

    @Test(arguments: [
        ("{{titel}}", 1, 1, "title"),
        ("<p>\n  {{#facs}}x{{/facs}}", 2, 3, "facts"),
        ("{{> headin}}", 1, 1, "heading"),
        ("{{t.toc.titel}}", 1, 1, "t.toc.title"),
    ])
    func aMisspeltNameIsAnErrorWithTheOneMeant(template: String, line: Int, column: Int, meant: String) throws {
        let project = try Project.plan("Text.\n", more: ["Site/Templates/entity.mustache": template])
        let findings = try project.check().diagnostics.filter { $0.code == .unknownTemplateName }
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(
            finding.position == SourcePosition(file: "Site/Templates/entity.mustache", line: line, column: column))
        #expect(finding.message.swedish.contains("'\(meant)'"))
        #expect(finding.message.english.contains("'\(meant)'"))
    }

    @Test func aSectionThatIsNotClosedIsAnError() throws {
        let project = try Project.plan("Text.\n", more: ["Site/Templates/entity.mustache": "{{#facts}}"])
        #expect(try project.codes() == ["template-syntax"])
    }

    @Test func aTemplateThatNoPageUsesIsAnError() throws {
        let project = try Project.plan("Text.\n", more: ["Site/Templates/entitet.mustache": "x"])
        let findings = try project.check().diagnostics
        let finding = try #require(findings.first { $0.code == .unknownTemplateName })
        #expect(finding.message.english.contains("'entity'"))
    }

    @Test func templateTextInContentIsText() throws {
        let project = try Project.plan("Text {{title}} och {{{document}}}.\n")
        try project.build()
        #expect(try project.page("org/plan/index.html").contains("Text {{title}} och {{{document}}}."))
    }
}
