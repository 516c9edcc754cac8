import ArgumentParser
import Foundation
import PlanBuild
import PlanModel
import PlanReader

struct FmtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Sets out tables and keys evenly, and changes no meaning (gör text och tabeller jämna).")

    @Argument(help: "The project folder, or one Markdown file (mappen, eller en fil).")
    var path = "."

    @Flag(help: "Write nothing; list the files that would change, and fail if there are any (skriv inget, räkna upp).")
    var check = false

    @Option(help: "The language of messages: sv or en (meddelandenas språk).")
    var language: Language?

    func run() throws {
        let language = Console.language(language)
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let isMarkdown = exists && !isFolder.boolValue && path.lowercased().hasSuffix(".md")
        let isProject = isFolder.boolValue && FileManager.default.fileExists(atPath: path + "/Content")
        guard isMarkdown || isProject else {
            throw CallError(
                sv: "\(path) är varken en mapp med Content eller en fil som slutar på .md",
                en: "\(path) is neither a folder with Content nor a file that ends with .md")
        }
        let formatting = try ContentFormatting(path)
        let unread = formatting.files.flatMap(\.diagnostics)
        if !unread.isEmpty { Console.complain(Console.printer(language, .human, to: .error).text(of: unread)) }
        for file in formatting.uneven { Console.say(isProject ? file.path : path) }
        if check {
            if !formatting.uneven.isEmpty { throw ExitCode(1) }
        } else {
            try formatting.write()
        }
        if !unread.isEmpty { throw ExitCode(1) }
    }
}
