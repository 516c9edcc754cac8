/// How much a finding weighs.
package enum Severity: String, Sendable, Comparable, CaseIterable {
    /// The site would be wrong, unsafe or half: it is not built.
    case error
    /// Built, but somebody should look.
    case warning
    /// Worth knowing; never fails a build.
    case info

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .info: 2
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// One finding about the author's content: collected, never thrown, so that one run shows all of them.
package struct Diagnostic: Hashable, Sendable {
    package let code: DiagnosticCode
    package let severity: Severity
    /// The specific thing first, then the rule that it breaks.
    package let message: LocalizedText
    package let position: SourcePosition
    /// The way out, as a verb phrase.
    package let help: LocalizedText?

    package init(
        _ code: DiagnosticCode,
        at position: SourcePosition,
        _ message: LocalizedText,
        help: LocalizedText? = nil
    ) {
        self.code = code
        self.severity = code.severity
        self.message = message
        self.position = position
        self.help = help
    }

    /// The same finding as one site weighs it; `nil` where the site has switched it off.
    package func weighed(_ level: CheckLevel?) -> Diagnostic? {
        switch level {
        case nil: self
        case .off: nil
        case .info: Diagnostic(self, weighing: .info)
        case .warning: Diagnostic(self, weighing: .warning)
        case .error: Diagnostic(self, weighing: .error)
        }
    }

    private init(_ other: Diagnostic, weighing severity: Severity) {
        code = other.code
        self.severity = severity
        message = other.message
        position = other.position
        help = other.help
    }
}

extension Diagnostic: Comparable {
    /// No two findings are equal in this order unless they are the same: they come out of a set.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.position != right.position { return left.position < right.position }
        if left.severity != right.severity { return left.severity < right.severity }
        if left.code != right.code { return left.code.rawValue < right.code.rawValue }
        return left.texts.lexicographicallyPrecedes(right.texts)
    }

    private var texts: [String] {
        [message.swedish, message.english, help?.swedish ?? "", help?.english ?? ""]
    }
}
