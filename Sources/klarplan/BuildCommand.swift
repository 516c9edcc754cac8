import ArgumentParser
import DefaultTheme
import Foundation
import PlanBuild
import PlanModel

/// What `build` and `check` are both asked.
struct ProjectOptions: ParsableArguments {
    @Argument(help: "The project folder (mappen med Content).")
    var path = "."

    @Flag(help: "Let warnings fail, too (varningar fäller).")
    var strict = false

    @Option(name: .customLong("as-of"), help: "The day that the site speaks from, YYYY-MM-DD (dagen som gäller).")
    var asOf: CalendarDate?

    @Option(help: "The language of messages: sv or en (meddelandenas språk).")
    var language: Language?

    func builderOptions() throws -> Builder.Options {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw CallError(sv: "mappen \(path) finns inte", en: "the folder \(path) doesn't exist")
        }
        var options = Builder.Options(project: path, defaults: DefaultTheme.folder.path)
        options.isStrict = strict
        options.program = ProgramVersion.identity
        options.asOf = try asOf ?? Self.sourceDate()
        return options
    }

    /// `SOURCE_DATE_EPOCH` (reproducible-builds.org): seconds since 1970 in UTC.
    private static func sourceDate() throws -> CalendarDate? {
        guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else { return nil }
        guard let seconds = Int(text), seconds >= 0, seconds < 7_258_118_400 else {
            throw CallError(
                sv: "SOURCE_DATE_EPOCH är inte ett antal sekunder: \(text)",
                en: "SOURCE_DATE_EPOCH is not a number of seconds: \(text)")
        }
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        return CalendarDate(formatter.string(from: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }
}

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds the site (bygger webbplatsen).")

    @OptionGroup var project: ProjectOptions

    @Option(help: "The folder to publish into (mappen som publiceras).")
    var output: String?

    @Option(name: .customLong("base-url"), help: "Where the site will lie (webbplatsens adress).")
    var baseURL: String?

    @Flag(help: "Show what says publish: false, too (visa även utkast).")
    var drafts = false

    @Flag(help: "Write every file anew (skriv om alla filer).")
    var full = false

    @Flag(
        name: .customLong("pages-only"),
        help: "Make no search index, data, feeds or workbooks: a quick look (bara sidorna).")
    var pagesOnly = false

    @Flag(help: "Make PDF files of plans and meetings, with an installed Chromium (gör PDF-filer).")
    var pdf = false

    func run() throws {
        let language = Console.language(project.language)
        var options = try project.builderOptions()
        options.output = output
        options.includesDrafts = drafts
        options.isFull = full
        options.printsPDF = pdf
        options.makesPagesOnly = pagesOnly
        options.endsProcess = true
        options.environment = ProcessInfo.processInfo.environment
        options.baseURL = try baseURL.map { try BaseURL.checked($0, language: language) }
        let progress = ProgressLine(language)
        options.progress = { progress.tell($0) }
        defer { progress.end() }
        let result = try Builder(options).build()
        progress.end()
        let printer = Console.printer(language, .human, to: .error)
        let shown = result.diagnostics.filter { $0.severity != .info }
        if !shown.isEmpty { Console.complain(printer.text(of: shown)) }
        switch result.outcome {
        case .built(let files, let kept):
            for path in kept {
                Console.complain(
                    LocalizedText(
                        sv: "behöll \(path), som inget bygge har gjort",
                        en: "kept \(path), which no build made")[language])
            }
            Console.say(
                LocalizedText(
                    sv: "\(files) filer i \(options.outputFolder)", en: "\(files) files in \(options.outputFolder)")[
                        language])
            if let day = result.nextChange {
                Console.say(
                    LocalizedText(
                        sv: "Webbplatsen ändras härnäst av sig själv \(day.text): bygg då med --as-of \(day.text).",
                        en: "The site next changes by itself on \(day.text): build then with --as-of \(day.text).")[
                            language])
            }
        case .refused:
            Console.complain(
                LocalizedText(
                    sv: "Inget byggdes: \(printer.summary(of: result.diagnostics)).",
                    en: "Nothing was built: \(printer.summary(of: result.diagnostics)).")[language])
            throw ExitCode(1)
        }
    }
}

enum BaseURL {
    /// An http(s) address with a final slash.
    static func checked(_ text: String, language: Language) throws -> String {
        guard let url = URL(string: text, encodingInvalidCharacters: false), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            url.host?.isEmpty == false, url.query == nil, url.fragment == nil
        else {
            throw ValidationError(
                LocalizedText(
                    sv: "--base-url ska vara en adress som https://plan.example.se/",
                    en: "--base-url is to be an address like https://plan.example.se/")[language])
        }
        return text.hasSuffix("/") ? text : text + "/"
    }
}
