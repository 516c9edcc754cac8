import ArgumentParser
import Foundation
import PlanModel
import PlanSearch

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Asks the built site's index (söker i den byggda webbplatsen).")

    @Argument(help: "What to look for (det som söks).")
    var query: String

    @Option(help: "A built site; several are searched together (en byggd webbplats, eller flera).")
    var site: [String] = ["public"]

    @Option(help: "How many results at most (högst så många träffar).")
    var limit = 10

    @Option(help: "The language of the index and of messages: sv or en (språket).")
    var language: Language?

    @Flag(help: "Print JSON (skriv JSON).")
    var json = false

    private struct Record: Encodable {
        let url: String
        let title: String
        let type: String
        let score: Int
        let excerpt: String
    }

    func validate() throws {
        guard limit >= 0 else {
            throw ValidationError(
                LocalizedText(sv: "--limit ska vara 0 eller mer", en: "--limit is to be 0 or more")[
                    Console.language(language)])
        }
    }

    func run() throws {
        let readers = try site.map { try reader(of: $0) }
        let answer = SearchPortal(readers).search(query, limit: limit)
        for fault in answer.faults { Console.complain(text(of: fault, in: nil)) }
        if answer.results.isEmpty, answer.total == 0, !answer.faults.isEmpty { throw ExitCode(3) }
        let records = answer.results.map { record(of: $0, reader: readers[$0.site]) }
        if json {
            try printJSON(records)
        } else {
            for record in records {
                Console.say("\(record.title) (\(record.type))\n  \(record.url)\n  \(record.excerpt)\n")
            }
        }
        let words = Console.language(language)
        if let suggestion = answer.suggestion {
            Console.complain(LocalizedText(sv: "Menade du: \(suggestion)?", en: "Did you mean: \(suggestion)?")[words])
        }
        guard answer.total > 0 else {
            if !json { Console.complain(LocalizedText(sv: "Inget hittades.", en: "Nothing was found.")[words]) }
            throw ExitCode(1)
        }
    }

    /// The index of a site in the language asked for; the default language's lies at the site's root.
    private func reader(of site: String) throws -> SearchReader {
        let folder = site.hasSuffix("/") ? String(site.dropLast()) : site
        var reader = try open(folder, prefix: "")
        if let language, reader.language != language { reader = try open(folder, prefix: language.rawValue + "/") }
        return reader
    }

    private func open(_ site: String, prefix: String) throws -> SearchReader {
        let index = site + "/" + prefix + "search/index/"
        do {
            return try SearchReader(
                fetch: { name in Self.bytes(of: index + name) }, page: { path in Self.bytes(of: site + "/" + path) })
        } catch {
            Console.complain(text(of: error, in: index))
            throw ExitCode(3)
        }
    }

    private static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { Array($0) }
    }

    private func text(of fault: SearchFault, in folder: String?) -> String {
        let words = Console.language(language)
        switch fault {
        case .missing(let file) where folder != nil:
            return LocalizedText(
                sv: "det finns inget sökindex: \(folder ?? "")\(file) saknas; bygg webbplatsen först",
                en: "there is no search index: \(folder ?? "")\(file) is missing; build the site first")[words]
        case .missing(let file):
            return LocalizedText(
                sv: "\(file) saknas i sökindexet; bygg om webbplatsen",
                en: "\(file) is missing from the search index; build the site again")[words]
        case .cut(let file):
            return LocalizedText(
                sv: "\(file) i sökindexet är trasig; bygg om webbplatsen",
                en: "\(file) of the search index is damaged; build the site again")[words]
        case .otherVersion(let file, let version):
            return LocalizedText(
                sv: "\(file) är skriven i version \(version) av sökindexet; bygg om webbplatsen",
                en: "\(file) is written in version \(version) of the search index; build the site again")[words]
        }
    }

    private func record(of result: SearchResult, reader: SearchReader) -> Record {
        let page = Self.page(of: result, reader: reader)
        let passage = page.flatMap { SearchPassage($0, terms: result.terms, language: reader.language) }
        var url = result.address
        if !url.contains("#"), let anchor = passage?.anchor, !anchor.isEmpty { url += "#" + anchor }
        return Record(
            url: url, title: [result.code, result.title].filter { !$0.isEmpty }.joined(separator: " "),
            type: result.type, score: result.score, excerpt: passage?.text ?? result.heading)
    }

    private static func page(of result: SearchResult, reader: SearchReader) -> PageText? {
        reader.pageText(of: result.url)
    }

    private func printJSON(_ records: [Record]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Console.say(String(decoding: try encoder.encode(records), as: UTF8.self))
    }
}
