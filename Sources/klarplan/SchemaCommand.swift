import ArgumentParser
import Foundation
import PlanBuild
import PlanCatalogue
import PlanModel

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Writes JSON Schemas of front matter and site.yaml for editors (scheman för texteditorer).",
        discussion: """
            Without --output, the schema that holds for every type is printed.
            """)

    @Option(help: "The folder to write all schemas into (mappen för alla scheman).")
    var output: String?

    @Option(help: "The language of messages: sv or en (meddelandenas språk).")
    var language: Language?

    func run() throws {
        let files = FrontMatterSchema.files()
        guard let output else {
            if let first = files.first { Console.say(first.text) }
            return
        }
        try FileOutput.write(files.map { ($0.name, Array($0.text.utf8)) }, into: output)
        for file in files { Console.say("\(output)/\(file.name)") }
    }
}
