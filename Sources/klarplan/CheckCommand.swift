import ArgumentParser
import PlanBuild
import PlanModel

extension DiagnosticFormat: ExpressibleByArgument {}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks the content and writes nothing (kontrollerar innehållet).")

    @OptionGroup var project: ProjectOptions

    @Option(help: "human, json, github or sarif.")
    var format = DiagnosticFormat.human

    func run() throws {
        let language = Console.language(project.language)
        var options = try project.builderOptions()
        let progress = ProgressLine(language)
        options.progress = { progress.tell($0) }
        defer { progress.end() }
        let checked = try Builder(options).check()
        progress.end()
        let printer = Console.printer(language, format, to: .output, project: project.path)
        let text = printer.text(of: checked.diagnostics)
        if !text.isEmpty { Console.say(text) }
        if format == .human {
            let summary = printer.summary(of: checked.diagnostics, silenced: checked.silenced.count)
            Console.say(
                summary.isEmpty ? LocalizedText(sv: "Inget att anmärka.", en: "Nothing to report.")[language] : summary)
        }
        if checked.fails(isStrict: project.strict) { throw ExitCode(1) }
    }
}
