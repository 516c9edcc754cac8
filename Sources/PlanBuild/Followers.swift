import PlanModel

/// Findings that only follow from another: one mistake is one message.
enum Followers {
    /// What is not told where the first of a pair is told at the same place.
    private static let atOnePlace: [(first: DiagnosticCode, follower: DiagnosticCode)] = [
        // A placeholder is no name, no abbreviation and no date.
        (.placeholder, .unexplainedAbbreviation), (.placeholder, .nameSpeltTwoWays), (.placeholder, .dateWithoutYear),
        (.intranetLink, .rootLink), (.sumDiffers, .mixedUnits), (.mixedCurrencies, .mixedUnits),
        (.wrongReferenceType, .brokenFragment),
    ]
    /// What is not told anywhere in a plan's files where the first is found in the same file: what could not be read may
    /// hold what is missed.
    private static let inOneFile: [DiagnosticCode] = [
        .goalWithoutWork, .workWithoutGoal, .indicatorWithoutValue, .decisionMissing, .decisionIncomplete,
        .budgetContents, .unexplainedAbbreviation, .nameSpeltTwoWays, .amountDisagrees,
    ]

    /// - Parameter diagnostics: sorted; the order is kept.
    static func dropped(from diagnostics: [Diagnostic]) -> [Diagnostic] {
        let broken = Set(diagnostics.filter { $0.code.severity == .error }.map(\.position.file))
        var codes: [SourcePosition: Set<DiagnosticCode>] = [:]
        for diagnostic in diagnostics { codes[diagnostic.position, default: []].insert(diagnostic.code) }
        return diagnostics.filter { diagnostic in
            if broken.contains(diagnostic.position.file), inOneFile.contains(diagnostic.code) { return false }
            let here = codes[diagnostic.position] ?? []
            return here.count < 2
                || !atOnePlace.contains { $0.follower == diagnostic.code && here.contains($0.first) }
        }
    }
}
