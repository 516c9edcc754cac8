import Foundation
import PlanModel

/// The manual of the command in the `man` macros, from what ArgumentParser knows of it.
struct ManualPage {
    private(set) var text = ""

    private let language: Language

    init(_ tool: ToolDescription, in language: Language) {
        self.language = language
        line(".TH KLARPLAN 1 \"\(ProgramVersion.date)\" \"klarplan \(ProgramVersion.current)\"")
        section("NAMN", "NAME")
        line(
            Self.wrapped(
                "klarplan \\- "
                    + escaped(
                        words(
                            "gör planer i Markdown till en webbplats som går att söka i, följa och kontrollera",
                            "turns plans in Markdown into a site that people can search, follow and check"))))
        section("ÖVERSIKT", "SYNOPSIS")
        for (index, command) in tool.command.shownCommands.enumerated() {
            if index > 0 { line(".br") }
            synopsis(command)
        }
        section("BESKRIVNING", "DESCRIPTION")
        line(
            Self.wrapped(
                escaped(
                    words(
                        """
                        Klarplan läser en mapp med Markdown och CSV i Content, kontrollerar allt i den och skriver en statisk \
                        webbplats. Varje tryckt summa räknas om. Projektmappen är den aktuella mappen om ingen annan anges.
                        """,
                        """
                        Klarplan reads a folder of Markdown and CSV in Content, checks all of it and writes a static site. Every \
                        printed sum is computed anew. The project folder is the current one where no other is given.
                        """))))
        section("KOMMANDON", "COMMANDS")
        for command in tool.command.shownCommands { describe(command) }
        rest()
    }

    private func words(_ swedish: String, _ english: String) -> String { language == .swedish ? swedish : english }

    private mutating func line(_ line: String) { text += line + "\n" }

    private mutating func section(_ swedish: String, _ english: String) {
        line(".SH " + escaped(words(swedish, english)))
    }

    private mutating func entry(_ head: String, _ body: String) {
        line(".TP")
        line(head)
        line(body.isEmpty ? "\\&" : Self.wrapped(escaped(body)))
    }

    private mutating func synopsis(_ command: ToolDescription.Command) {
        var parts = ["\\fBklarplan \(escaped(command.commandName))\\fR"]
        for argument in command.shownArguments where !Self.isCommon(argument) {
            let form = Self.form(argument, escaped)
            parts.append(argument.isOptional ? "[\(form)]" : form)
            if argument.isRepeating { parts[parts.count - 1] += " ..." }
        }
        line(parts.joined(separator: "\n"))
    }

    private mutating func describe(_ command: ToolDescription.Command) {
        line(".SS klarplan " + escaped(command.commandName))
        line(Self.wrapped(escaped(ToolDescription.words(command.abstract, in: language))))
        if let discussion = command.discussion, !discussion.isEmpty {
            line(".PP")
            line(".nf")
            for row in discussion.split(separator: "\n") { line(Self.guarded(escaped(String(row)))) }
            line(".fi")
        }
        for argument in command.shownArguments where !Self.isCommon(argument) {
            var body = ToolDescription.words(argument.abstract, in: language)
            if let value = argument.defaultValue, !value.isEmpty, !argument.isFlag {
                body += words(" Annars: ", " Default: ") + value
            }
            entry(Self.form(argument, escaped), body)
        }
    }

    private mutating func rest() {
        section("SLUTKOD", "EXIT STATUS")
        entry("0", words("Klart.", "Done."))
        entry("1", words("Innehållet har fel, eller inget hittades.", "The content has errors, or nothing was found."))
        entry("2", words("Anropet är fel.", "The call is wrong."))
        entry(
            "3",
            words(
                "Maskinen kunde inte: disken, en fil som inte får läsas, ett annat bygge.",
                "The machine failed: the disk, a file that may not be read, another build."))
        section("MILJÖ", "ENVIRONMENT")
        entry(
            "LC_ALL, LC_MESSAGES, LANG",
            words(
                "Meddelandenas språk, om inte --language anger det.",
                "The language of messages, unless --language says it."))
        entry(
            "SOURCE_DATE_EPOCH",
            words(
                "Dagen som webbplatsen utgår från, i sekunder sedan 1970.",
                "The day that the site speaks from, in seconds since 1970."))
        entry(
            "NO_COLOR, FORCE_COLOR, TERM",
            words(
                "Färger skrivs i en terminal. NO_COLOR tar bort dem, FORCE_COLOR skriver dem också i ett rör, och TERM=dumb räknas som NO_COLOR.",
                "Colours are written in a terminal. NO_COLOR takes them away, FORCE_COLOR writes them in a pipe too, and TERM=dumb counts as NO_COLOR."
            ))
        section("FILER", "FILES")
        entry("Content/", words("Texterna, CSV-filerna, bilderna.", "The texts, the CSV files, the pictures."))
        entry(
            "Site/site.yaml", words("Webbplatsens namn, språk och utseende.", "The site's name, languages and looks."))
        entry("public/", words("Den byggda webbplatsen.", "The built site."))
        section("EXEMPEL", "EXAMPLES")
        line(".nf")
        for example in ["klarplan init planer", "klarplan check planer", "klarplan build planer"] {
            line(escaped(example))
        }
        line(".fi")
    }

    /// What every command has: help and version.
    private static func isCommon(_ argument: ToolDescription.Argument) -> Bool {
        argument.names?.contains { ["help", "version"].contains($0.name) } ?? false
    }

    private static func form(_ argument: ToolDescription.Argument, _ escaped: (String) -> String) -> String {
        let value = "\\fI\(escaped(argument.valueName ?? "value"))\\fR"
        if argument.isPositional { return value }
        let names = (argument.names ?? []).map { "\\fB\(escaped($0.text))\\fR" }.joined(separator: ", ")
        return argument.isFlag ? names : "\(names) \(value)"
    }

    /// Words in lines short enough for those who read the source; none of them begins as a command would.
    private static func wrapped(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty || last.utf8.count + word.utf8.count < 78 {
                lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.map(guarded).joined(separator: "\n")
    }

    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }

    /// A text as roff: nothing in it is a command, and letters beyond ASCII are named, so that no reader guesses encodings.
    private func escaped(_ text: String) -> String {
        var line = ""
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\\": line += "\\e"
            case "-": line += "\\-"
            case "\n": line += " "
            default:
                if scalar.isASCII {
                    line.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    line += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
                }
            }
        }
        return line
    }
}
