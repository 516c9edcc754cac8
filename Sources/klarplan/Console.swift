import ArgumentParser
import Foundation
import PlanBuild
import PlanModel

/// What the command says, and in which language.
enum Console {
    /// The language asked for, else that of the environment: Swedish where it says so, else English.
    static func language(_ chosen: Language? = nil) -> Language {
        if let chosen { return chosen }
        let environment = ProcessInfo.processInfo.environment
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            return value.lowercased().hasPrefix("sv") ? .swedish : .english
        }
        return .english
    }

    /// The language of what is said where the call itself failed: what stands after `--language`, else the environment's.
    static var languageOfCall: Language {
        let arguments = CommandLine.arguments
        let chosen = arguments.firstIndex(of: "--language").flatMap { index in
            index + 1 < arguments.count ? Language(rawValue: arguments[index + 1]) : nil
        }
        return language(chosen)
    }

    /// What the parser of calls says, its fixed words in Swedish for those who read Swedish.
    static func inWords(_ text: String) -> String {
        let text = withSubcommand(text, CommandLine.arguments.dropFirst().first)
        guard languageOfCall == .swedish else { return text }
        let words = [
            ("Error: ", "Fel: "), ("Help: ", "Hjälp: "), ("Usage: ", "Så skrivs det: "),
            ("  See '", "  Skriv '"), ("' for more information.", "' för att läsa mer."),
            ("Unknown option", "Okänt tillval"), ("Unexpected argument", "Oväntat ord i anropet:"),
            ("Missing expected argument", "Det här saknas i anropet:"), ("Missing value for", "Värde saknas för"),
            ("is invalid for", "går inte för"), ("Please provide one of", "Skriv någon av"), ("' or '", "' eller '"),
            (", json, github or sarif", ", json, github eller sarif"), ("<subcommand>", "<kommando>"),
            ("The value", "Värdet"), ("Did you mean", "Menade du"),
        ]
        return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// Adds the subcommand that a misspelt one is nearest to.
    private static func withSubcommand(_ text: String, _ word: String?) -> String {
        guard let word, text.hasPrefix("Error: Unexpected argument '\(word)'") else { return text }
        let known = Klarplan.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !known.contains(word), let near = Spelling.nearest(to: word, among: known) else { return text }
        return text.replacing("'\(word)'", with: "'\(word)'. Did you mean '\(near)'?", maxReplacements: 1)
    }

    /// Prints findings as the stream can show them.
    static func printer(
        _ language: Language, _ format: DiagnosticFormat, to stream: Terminal.Stream, project: String = "."
    ) -> DiagnosticPrinter {
        DiagnosticPrinter(
            language: language, format: format, hasColours: Terminal.hasColours(stream), folder: folder(of: project))
    }

    /// The way from the working directory down to a project, with a slash at its end; empty where the project is no folder
    /// below it, for no annotation could be placed by it then.
    private static func folder(of project: String) -> String {
        let here = URL(fileURLWithPath: ".").resolvingSymlinksInPath().path
        let there = URL(fileURLWithPath: project).resolvingSymlinksInPath().path
        let start = here.hasSuffix("/") ? here : here + "/"
        return there.hasPrefix(start) ? there.dropFirst(start.count) + "/" : ""
    }

    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    static func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }
}

extension Language: ExpressibleByArgument {}

/// A day in a call: `2026-11-21`.
extension CalendarDate: ExpressibleByArgument {
    /// Reads a whole day; a month or a year will not do.
    public init?(argument: String) {
        guard let date = CalendarDate(argument), date.isExact else { return nil }
        self = date
    }
}
