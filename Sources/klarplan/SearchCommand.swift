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
        /// The site's folder as it was given, where there are several.
        let site: String?
    }

    /// A built site and its index.
    private struct Place {
        let folder: String
        let reader: SearchReader
    }

    func validate() throws {
        guard limit >= 0 else {
            throw ValidationError(
                LocalizedText(sv: "--limit ska vara 0 eller mer", en: "--limit is to be 0 or more")[
                    Console.language(language)])
        }
    }

    func run() throws {
        let places = try places()
        let answer = SearchPortal(places.map(\.reader)).search(query, limit: limit)
        for fault in answer.faults { Console.complain(text(of: fault, in: nil)) }
        // Hits whose records cannot be read are none.
        if answer.results.isEmpty, answer.total == 0 || limit > 0, !answer.faults.isEmpty { throw ExitCode(3) }
        let records = answer.results.map { result in
            record(of: result, place: places[result.site], isAlone: places.count == 1)
        }
        if json {
            try printJSON(records)
        } else {
            for record in records {
                let url = (record.site.map { $0 + "/" } ?? "") + record.url
                Console.say("\(record.title) (\(record.type))\n  \(url)\n  \(record.excerpt)\n")
            }
        }
        let words = Console.language(language)
        if let suggestion = answer.suggestion {
            Console.complain(LocalizedText(sv: "Menade du: \(suggestion)?", en: "Did you mean: \(suggestion)?")[words])
        }
        if !answer.isComplete {
            Console.complain(
                LocalizedText(
                    sv: "Frasen är bara sökt på de sidor som stämmer bäst; den kan stå på fler.",
                    en: "The phrase was only looked for on the pages that match best; more may have it.")[words])
        }
        guard answer.total > 0 else {
            if !json { Console.complain(LocalizedText(sv: "Inget hittades.", en: "Nothing was found.")[words]) }
            throw ExitCode(1)
        }
    }

    /// The sites in the order given, each once. All are asked in one language: the chosen, else the first site's own.
    private func places() throws -> [Place] {
        var places: [Place] = []
        var known: Set<String> = []
        for name in site {
            let folder = name.hasSuffix("/") ? String(name.dropLast()) : name
            let place = URL(fileURLWithPath: name).standardizedFileURL.resolvingSymlinksInPath().path
            guard known.insert(place).inserted else { continue }
            var reader = try open(folder, prefix: "")
            if let wanted = language ?? places.first?.reader.language, reader.language != wanted {
                reader = try open(folder, prefix: wanted.rawValue + "/")
            }
            places.append(Place(folder: folder, reader: reader))
        }
        return places
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

    private func record(of result: SearchResult, place: Place, isAlone: Bool) -> Record {
        let excerpt = place.reader.excerpt(of: result)
        return Record(
            url: excerpt.address, title: [result.code, result.title].filter { !$0.isEmpty }.joined(separator: " "),
            type: result.type, score: result.score, excerpt: excerpt.text, site: isAlone ? nil : place.folder)
    }

    private func printJSON(_ records: [Record]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Console.say(String(decoding: try encoder.encode(records), as: UTF8.self))
    }
}
