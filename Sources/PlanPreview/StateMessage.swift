import Foundation
import PlanModel

/// What open pages are told of a state, as JSON in one line.
struct StateMessage: Encodable {
    private struct Record: Encodable {
        let severity: String
        let code: String
        let message: String
        let help: String?
        let file: String
        let line: Int
        let column: Int
        let excerpt: [Line]
        let mark: Int?
    }

    private struct Line: Encodable {
        let number: Int
        let text: String
    }

    private let build: Int
    /// The tag of the page as it is now, and the style sheet that it is to have.
    private let page: String
    private let stylesheet: String?
    private let hasSite: Bool
    private let isBroken: Bool
    private let failure: String?
    private let findings: [Record]
    private let counts: [String: Int]
    private let words: [String: String]
    private let token: String
    private let canOpen: Bool

    /// The most findings that are sent; the counts tell of all.
    private static let most = 100

    init(_ pages: PreviewPages, path: RequestPath, language: Language, token: String, canOpen: Bool) {
        let state = pages.state
        build = state.build
        page = pages.tag(ofPage: path)
        stylesheet = state.generation?.stylesheet
        hasSite = state.generation != nil
        isBroken = state.isBroken
        failure = state.failure?.message[language]
        findings = state.findings.prefix(Self.most).map { finding in
            let diagnostic = finding.diagnostic
            return Record(
                severity: diagnostic.severity.rawValue, code: diagnostic.code.rawValue,
                message: diagnostic.message[language], help: diagnostic.help?[language],
                file: diagnostic.position.file, line: diagnostic.position.line, column: diagnostic.position.column,
                excerpt: finding.excerpt.map { Line(number: $0.number, text: $0.text) }, mark: finding.mark)
        }
        let severities = state.findings.map(\.diagnostic.severity)
        func count(_ severity: Severity) -> Int { severities.count { $0 == severity } }
        counts = Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, count($0)) })
        let strings = state.words(language)
        var words: [String: String] = [:]
        for key in Self.words { words[key] = strings("serve." + key) }
        for (severity, name) in [(Severity.error, "errors"), (.warning, "warnings"), (.info, "notes")] {
            words[name] = strings.counted("serve." + name, count(severity))
            words["severity." + severity.rawValue] = strings("serve.severity." + severity.rawValue)
        }
        let left = state.findings.count - findings.count
        words["more"] = left > 0 ? strings("serve.more", ["count": String(left)]) : nil
        self.words = words
        self.token = token
        self.canOpen = canOpen
    }

    private static let words = [
        "region", "edit", "opened", "not-opened", "offline", "none", "broken", "unbuilt", "mended", "machine", "mend",
        "open",
        "fold", "unfold",
    ]

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            preconditionFailure("strings and numbers always encode as JSON: \(error)")
        }
    }
}
