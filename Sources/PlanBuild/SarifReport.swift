import Foundation
import PlanCatalogue
package import PlanModel

/// Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which GitHub, GitLab and editors read.
///
/// Rules carry their help in both languages; the messages of results are in one. Columns count code points, as all
/// positions here do.
package struct SarifReport: Sendable {
    private let language: Language

    package init(language: Language) {
        self.language = language
    }

    /// The log as text: keys sorted, the results in the order of the findings.
    package func text(of diagnostics: [Diagnostic]) -> String {
        let codes = Array(Set(diagnostics.map(\.code))).sorted { $0.rawValue < $1.rawValue }
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        var repeats: [String: Int] = [:]
        let results = diagnostics.map { diagnostic in
            let base = Self.fingerprint(of: diagnostic)
            let number = repeats[base, default: 0]
            repeats[base] = number + 1
            return result(diagnostic, rule: places[diagnostic.code] ?? 0, fingerprint: "\(base):\(number)")
        }
        let log = Log(
            runs: [
                Log.Run(
                    tool: Log.Tool(driver: Log.Driver(rules: codes.map(rule))), language: language.rawValue,
                    results: results)
            ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(log), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("strings and numbers always encode as JSON: \(error)")
        }
    }

    private func result(_ diagnostic: Diagnostic, rule: Int, fingerprint: String) -> Log.Result {
        let position = diagnostic.position
        let message = [diagnostic.message[language], diagnostic.help?[language]].compactMap(\.self)
        let address = position.file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? position.file
        return Log.Result(
            ruleId: diagnostic.code.rawValue, ruleIndex: rule, level: Self.level(of: diagnostic.severity),
            message: Log.Message(text: message.joined(separator: "\n")),
            locations: [
                Log.Location(
                    physicalLocation: Log.PhysicalLocation(
                        artifactLocation: Log.ArtifactLocation(uri: address),
                        region: Log.Region(startLine: max(1, position.line), startColumn: max(1, position.column))))
            ],
            partialFingerprints: ["klarplanFinding/v1": fingerprint])
    }

    private func rule(_ code: DiagnosticCode) -> Log.Rule {
        let entry = Catalogue.entry(code)
        let other: Language = language == .swedish ? .english : .swedish
        func both(_ text: LocalizedText) -> String { text[language] + "\n\n" + text[other] }
        return Log.Rule(
            id: code.rawValue, shortDescription: Log.Message(text: entry.meaning[language]),
            fullDescription: Log.Message(text: both(entry.meaning)), help: Log.Message(text: both(entry.remedy)),
            defaultConfiguration: Log.Configuration(level: Self.level(of: code.severity)))
    }

    private static func level(of severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// What stays the same when lines are added above: code, file and the Swedish words.
    private static func fingerprint(of diagnostic: Diagnostic) -> String {
        let text = [diagnostic.code.rawValue, diagnostic.position.file, diagnostic.message.swedish]
        return String(SHA256.hex(Array(text.joined(separator: "\n").utf8)).prefix(32))
    }
}

/// The parts of a SARIF log that are written.
private struct Log: Encodable {
    struct Message: Encodable { let text: String }
    struct Configuration: Encodable { let level: String }
    struct ArtifactLocation: Encodable {
        let uri: String
        /// The project folder.
        let uriBaseId = "PROJECTROOT"

        private enum CodingKeys: String, CodingKey { case uri, uriBaseId }
    }
    struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
    }
    struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region
    }
    struct Location: Encodable { let physicalLocation: PhysicalLocation }
    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let partialFingerprints: [String: String]
    }
    struct Rule: Encodable {
        let id: String
        let shortDescription: Message
        let fullDescription: Message
        let help: Message
        let defaultConfiguration: Configuration
    }
    struct Driver: Encodable {
        let name = "klarplan"
        let rules: [Rule]

        private enum CodingKeys: String, CodingKey { case name, rules }
    }
    struct Tool: Encodable { let driver: Driver }
    struct Run: Encodable {
        let tool: Tool
        let columnKind = "unicodeCodePoints"
        let language: String
        let results: [Result]

        private enum CodingKeys: String, CodingKey { case tool, columnKind, language, results }
    }

    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }
}
