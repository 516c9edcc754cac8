import ArgumentParser
import DefaultTheme
import Foundation
import PlanFiles
import PlanBuild
import PlanModel

/// The command. Exit codes: 0 done, 1 the content has errors, 2 the call is wrong, 3 the machine failed.
@main
struct Klarplan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "klarplan",
        abstract: "Turns plans in Markdown into a site that people can search, follow and check.",
        version: ProgramVersion.current,
        subcommands: [
            BuildCommand.self, CheckCommand.self, InitCommand.self, NewCommand.self, FmtCommand.self,
            SchemaCommand.self, SearchCommand.self, ServeCommand.self, DocumentsCommand.self,
        ])

    static func main() {
        // A file that grows beyond what the system allows is a failure to be told, no end of the program.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let error as CallError {
            Console.complain(CallError.text(error.message, Console.languageOfCall))
            Foundation.exit(2)
        } catch let failure as MachineFailure {
            // A folder that is not to be written over was named by the call; all else is the machine's.
            switch failure {
            case .notEmpty, .foreignOutput, .inTheWay:
                Console.complain(CallError.text(failure.message, Console.languageOfCall))
                Foundation.exit(2)
            case .cannotRead, .cannotWrite, .diskFull, .busy, .outputBusy, .noBrowser, .browserDidNotStart,
                .cannotPrint, .portInUse, .cannotListen:
                Console.complain(failure.message[Console.languageOfCall])
                Foundation.exit(3)
            }
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            // Help and version are answers; all else that the parser throws means that the call was wrong.
            let text = fullMessage(for: error)
            if exitCode(for: error) == .success {
                print(text)
                Foundation.exit(0)
            }
            Console.complain(Console.inWords(text))
            Foundation.exit(2)
        }
    }
}

enum ProgramVersion {
    static let current = "0.1.0"
    /// The day of the version, for the manual.
    static let date = "2026-11-21"

    /// What tells this program from any other: its version, and the size and time of its file.
    static let identity: String = {
        guard let path = Bundle.main.executablePath, let stamp = FileSystem.stamp(path) else { return "" }
        return "\(current) \(stamp.size) \(stamp.modified) \(stamp.node)"
    }()
}
