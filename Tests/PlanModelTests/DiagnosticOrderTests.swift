import PlanModel
import Testing

@Suite struct DiagnosticOrderTests {
    /// Findings are gathered in sets: what sorting calls equal would come in another order from run to run.
    @Test func findingsThatDifferInAnyTextHaveAnOrder() {
        let place = SourcePosition(file: "Content/a.md", line: 1, column: 1)
        func finding(_ swedish: String, _ english: String, _ help: String?) -> Diagnostic {
            Diagnostic(
                .placeholder, at: place, LocalizedText(sv: swedish, en: english),
                help: help.map { LocalizedText(sv: "h", en: $0) })
        }
        let findings = [
            finding("a", "a", nil), finding("a", "a", "x"), finding("a", "a", "y"), finding("a", "b", nil),
            finding("b", "a", nil),
        ]
        for (index, left) in findings.enumerated() {
            for right in findings[(index + 1)...] { #expect(left < right && !(right < left)) }
        }
    }
}
