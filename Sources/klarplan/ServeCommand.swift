import ArgumentParser
import Foundation
import PlanBuild
import PlanModel
import PlanPreview

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site while you write (visar webbplatsen medan du skriver).",
        discussion: """
            Nothing is written to public. Drafts are shown. End with Ctrl-C.

            klarplan serve --editor "code -g {file}:{line}:{column}"
            """)

    @OptionGroup var project: ProjectOptions

    @Option(help: "The port to listen on; 0 takes a free one (porten; 0 tar en ledig).")
    var port = 8080

    @Option(
        help: """
            The editor that opens a file, with {file}, {line} and {column}; else KLARPLAN_EDITOR (editorn som öppnar filer).
            """)
    var editor: String?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(
                LocalizedText(sv: "--port ska vara 0–65535", en: "--port is to be 0–65535")[
                    Console.language(project.language)])
        }
    }

    func run() throws {
        let language = Console.language(project.language)
        let named = editor ?? ProcessInfo.processInfo.environment["KLARPLAN_EDITOR"]
        let command = named.flatMap { EditorCommand($0) }
        if let command, !command.isThere() {
            Console.complain(
                LocalizedText(
                    sv: "Editorn '\(command.program)' finns inte; filer kan inte öppnas från sidan.",
                    en: "There is no editor '\(command.program)'; files can't be opened from the page.")[language])
        }
        let preview = try Preview(try project.builderOptions(), port: port, editor: command)
        Console.say(preview.address)
        let progress = ServeProgress(language: language)
        progress.begin()
        let watches = Preview.whenInterrupted { Foundation.exit(0) }
        withExtendedLifetime(watches) { preview.run(report: progress.report) }
    }
}

/// Tells of builds in a terminal; stays quiet in a pipe.
struct ServeProgress: Sendable {
    let language: Language
    private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1

    init(language: Language) { self.language = language }

    func begin() {
        guard isTerminal else { return }
        Console.complain(
            LocalizedText(
                sv: "Bygger webbplatsen. Avsluta med Ctrl-C.", en: "Building the site. End with Ctrl-C.")[language])
    }

    func report(_ outcome: Rebuilder.Outcome, _ diagnostics: [Diagnostic]) {
        guard isTerminal else { return }
        let printer = DiagnosticPrinter(language: language, format: .human)
        let summary = printer.summary(of: diagnostics)
        switch outcome {
        case .shown:
            let words = LocalizedText(sv: "Visas nu.", en: "Showing.")[language]
            Console.complain(summary.isEmpty ? words : "\(words) \(summary)")
        case .refused:
            Console.complain(printer.text(of: diagnostics.filter { $0.severity == .error }))
            Console.complain(
                LocalizedText(
                    sv: "Den förra sidan visas tills felen är rättade: \(summary)",
                    en: "The last page shows until the errors are mended: \(summary)")[language])
        case .failed(let failure): Console.complain(failure.message[language])
        }
    }
}
