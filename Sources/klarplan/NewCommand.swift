import ArgumentParser
import DefaultTheme
import Foundation
import PlanBuild
import PlanModel

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Makes a file to fill in (gör en fil att fylla i).",
        discussion: """
            klarplan new plan region-exempel/vp-2026 --title "Verksamhetsplan 2026"
            klarplan new mål region-exempel/vp-2026/A1.2 --title "Hållbar tillväxt"
            """)

    @Argument(help: "The type: organisation, enhet/unit, plan, mål/goal, uppdrag/assignment …")
    var type: String

    @Argument(help: "The id in full, from the organisation down: region-exempel/vp-2026/A1.2")
    var id: String

    @Option(help: "The title (titeln).")
    var title: String?

    @Option(help: "The project folder.")
    var project = "."

    @Option(help: "The language of messages: sv or en.")
    var language: Language?

    func run() throws {
        let language = Console.language(language)
        let kinds = EntityKind.allCases.filter(\.hasFiles)
        guard let kind = kinds.first(where: { $0.names.contains(type.lowercased()) }) else {
            let near = Spelling.nearest(to: type, among: kinds.flatMap(\.names))
            throw ValidationError(
                LocalizedText(
                    sv: "okänd typ '\(type)'" + (near.map { "; menade du '\($0)'?" } ?? "")
                        + " Typer: " + kinds.compactMap(\.names.first).joined(separator: ", "),
                    en: "unknown type '\(type)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
                        + " Types: " + kinds.map(\.rawValue).joined(separator: ", "))[language])
        }
        let scaffold = Scaffold(defaults: DefaultTheme.folder.path)
        switch try scaffold.make(kind, id: id, title: title, in: project) {
        case .made(let path): Console.say(path)
        case .refused(let why): throw ValidationError(why[language])
        }
    }
}
