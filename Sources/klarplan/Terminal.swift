import Foundation

/// What stands at the ends of the command: a person at a terminal, or a pipe.
enum Terminal {
    enum Stream: Sendable {
        case input, output, error

        fileprivate var descriptor: Int32 {
            switch self {
            case .input: 0
            case .output: 1
            case .error: 2
            }
        }
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

    /// Whether a line may be written over again: a terminal that is not dumb.
    static func canRewrite(_ stream: Stream) -> Bool { isTerminal(stream) && environment("TERM") != "dumb" }

    /// Whether to write in colour: `NO_COLOR` (no-color.org) says no, then `FORCE_COLOR` or `CLICOLOR_FORCE` yes, then
    /// `TERM=dumb` no; else a terminal has colours and a pipe has none.
    static func hasColours(_ stream: Stream) -> Bool {
        if environment("NO_COLOR") != nil { return false }
        for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
            if let value = environment(name) { return value != "0" }
        }
        return canRewrite(stream)
    }

    /// The value of a variable, `nil` where it is empty.
    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
