import ArgumentParser
import Foundation
import PlanBuild
import PlanModel

/// Makes what is installed beside the program. Not shown in the help: only the Makefile calls it.
struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Writes the manual and the completions (manual och komplettering).",
        shouldDisplay: false)

    @Argument(help: "The folder to write into (mappen att skriva i).")
    var folder: String

    func run() throws {
        let tool = try ToolDescription(dump: Klarplan._dumpHelp())
        try write(ManualPage(tool, in: .english).text, to: "man/man1", "klarplan.1")
        try write(ManualPage(tool, in: .swedish).text, to: "man/sv/man1", "klarplan.1")
        try write(Klarplan.completionScript(for: .bash), to: "bash-completion/completions", "klarplan")
        try write(Klarplan.completionScript(for: .zsh), to: "zsh/site-functions", "_klarplan")
        try write(Klarplan.completionScript(for: .fish), to: "fish/vendor_completions.d", "klarplan.fish")
    }

    private func write(_ text: String, to place: String, _ name: String) throws {
        try FileOutput.write(
            [(name, Array((text.hasSuffix("\n") ? text : text + "\n").utf8))], into: "\(folder)/\(place)")
    }
}
