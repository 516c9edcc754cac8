import ArgumentParser
import DefaultTheme
import Foundation
import PlanBuild
import PlanModel

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Begins a project folder (börjar en ny projektmapp).")

    @Argument(help: "An empty folder, or one that doesn't exist yet (en tom eller ny mapp).")
    var folder: String

    @Option(help: "The language of messages: sv or en (meddelandenas språk).")
    var language: Language?

    func run() throws {
        let language = Console.language(language)
        let files = try Scaffold(defaults: DefaultTheme.folder.path).begin(folder)
        for file in files { Console.say("\(folder)/\(file)") }
        Console.say(
            LocalizedText(
                sv: "Se webbplatsen medan du skriver: klarplan serve \(folder)",
                en: "See the site while you write: klarplan serve \(folder)")[language])
    }
}
