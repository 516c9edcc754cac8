import Foundation
package import PlanModel

/// The forms in which findings are printed.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    case human, json, github, sarif
}

/// Prints findings for people, for programs, and as annotations of a pull request.
package struct DiagnosticPrinter: Sendable {
    private struct Record: Encodable {
        let severity: String
        let code: String
        let message: String
        let file: String
        let line: Int
        let column: Int
        let help: String?
    }

    private let language: Language
    private let format: DiagnosticFormat
    private let hasColours: Bool

    /// - Parameter hasColours: whether what people read is marked by ANSI codes for colour.
    package init(language: Language, format: DiagnosticFormat, hasColours: Bool = false) {
        self.language = language
        self.format = format
        self.hasColours = hasColours
    }

    package func text(of diagnostics: [Diagnostic]) -> String {
        switch format {
        case .human: diagnostics.map(human).joined()
        case .json: json(diagnostics)
        case .github: diagnostics.map(github).joined()
        case .sarif: SarifReport(language: language).text(of: diagnostics)
        }
    }

    /// `2 fel, 1 varning, 1 tystad`; what there is none of is left out.
    ///
    /// - Parameter silenced: how many findings authors have silenced where they stand.
    package func summary(of diagnostics: [Diagnostic], silenced: Int = 0) -> String {
        var parts = Severity.allCases.compactMap { severity -> String? in
            let count = diagnostics.filter { $0.severity == severity }.count
            guard count > 0 else { return nil }
            return "\(count) \(Self.name(of: severity, count: count)[language])"
        }
        if silenced > 0 {
            let name = LocalizedText(sv: silenced == 1 ? "tystad" : "tystade", en: "silenced")
            parts.append("\(silenced) \(name[language])")
        }
        return parts.joined(separator: ", ")
    }

    private func human(_ diagnostic: Diagnostic) -> String {
        let position = diagnostic.position
        let name = Self.name(of: diagnostic.severity, count: 1)[language] + ":"
        var text = "\(coloured(name, diagnostic.severity)) \(diagnostic.message[language].withoutHiddenSigns)"
        text += " [\(diagnostic.code.rawValue)]\n"
        text += " --> \(position.file.withoutHiddenSigns):\(position.line):\(position.column)\n"
        if let help = diagnostic.help {
            text += "  \(LocalizedText(sv: "hjälp", en: "help")[language]): \(help[language].withoutHiddenSigns)\n"
        }
        return text + "\n"
    }

    /// Bold red, yellow or cyan; the word says the same.
    private func coloured(_ text: String, _ severity: Severity) -> String {
        guard hasColours else { return text }
        let colour =
            switch severity {
            case .error: 31
            case .warning: 33
            case .info: 36
            }
        return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
    }

    private func json(_ diagnostics: [Diagnostic]) -> String {
        let records = diagnostics.map { diagnostic in
            Record(
                severity: diagnostic.severity.rawValue, code: diagnostic.code.rawValue,
                message: diagnostic.message[language], file: diagnostic.position.file, line: diagnostic.position.line,
                column: diagnostic.position.column, help: diagnostic.help?[language])
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(records), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("strings and numbers always encode as JSON: \(error)")
        }
    }

    /// A workflow command of GitHub Actions; what would end it is written as percent signs.
    private func github(_ diagnostic: Diagnostic) -> String {
        let level =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .info: "notice"
            }
        func escaped(_ text: String) -> String {
            text.withoutHiddenSigns.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing(
                "\n", with: "%0A")
        }
        func property(_ text: String) -> String {
            escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
        }
        let position = diagnostic.position
        let message = [diagnostic.message[language], diagnostic.help?[language]].compactMap(\.self)
        return "::\(level) file=\(property(position.file)),line=\(position.line),col=\(position.column),"
            + "title=\(property(diagnostic.code.rawValue))::\(escaped(message.joined(separator: "\n")))\n"
    }

    private static func name(of severity: Severity, count: Int) -> LocalizedText {
        switch severity {
        case .error: LocalizedText(sv: "fel", en: count == 1 ? "error" : "errors")
        case .warning: LocalizedText(sv: count == 1 ? "varning" : "varningar", en: count == 1 ? "warning" : "warnings")
        case .info: LocalizedText(sv: count == 1 ? "upplysning" : "upplysningar", en: count == 1 ? "note" : "notes")
        }
    }
}
