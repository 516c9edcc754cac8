import Foundation
import PlanModel

/// What ArgumentParser says of the command: its `--experimental-dump-help`, as far as the manual needs it.
struct ToolDescription: Decodable {
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool?
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// What the help shows.
        var shownArguments: [Argument] { (arguments ?? []).filter { $0.shouldDisplay ?? true } }
        var shownCommands: [Command] {
            (subcommands ?? []).filter { ($0.shouldDisplay ?? true) && $0.commandName != "help" }
        }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            var text: String { kind == "long" ? "--" + name : "-" + name }
        }

        let kind: String
        let shouldDisplay: Bool?
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let defaultValue: String?

        var isPositional: Bool { kind == "positional" }
        var isFlag: Bool { kind == "flag" }
    }

    let command: Command

    init(dump: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(dump.utf8))
    }

    /// One language's part of a help text: `Builds the site (bygger webbplatsen).` is English, then Swedish in brackets.
    static func words(_ text: String?, in language: Language) -> String {
        guard let text else { return "" }
        let trimmed = text.hasSuffix(".") ? String(text.dropLast()) : text
        guard trimmed.hasSuffix(")"), let open = trimmed.lastIndex(of: "(") else { return text }
        switch language {
        case .english: return String(trimmed[..<open]).trimmed() + "."
        case .swedish:
            let inner = trimmed[trimmed.index(after: open)...].dropLast()
            return inner.prefix(1).uppercased() + inner.dropFirst() + "."
        }
    }
}
