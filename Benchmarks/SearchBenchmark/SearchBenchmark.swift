import Foundation
import PlanModel
import PlanSearch
import Synchronization

/// Builds indexes of generated corpora and says what they cost: `SearchBenchmark [PAGES …]`.
@main
struct SearchBenchmark {
    static func main() {
        let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        for size in sizes.isEmpty ? [1_000, 10_000] : sizes { measure(size) }
    }

    private static func measure(_ size: Int) {
        var corpus = SwedishCorpus(seed: 4)
        let documents = corpus.documents(size)
        let before = peakMemory()
        let processor = clock()
        let wall = ContinuousClock()
        var files: [String: [UInt8]] = [:]
        let time = wall.measure {
            let built = SearchIndexBuilder(documents: documents, synonyms: [], language: .swedish).files()
            for file in built { files[file.path] = file.bytes }
        }
        let busy = (clock() - processor) * 1_000 / Int(CLOCKS_PER_SEC)
        var kinds: [Character: (files: Int, bytes: Int, largest: Int)] = [:]
        for (name, bytes) in files {
            let old = kinds[name.first ?? "?"] ?? (0, 0, 0)
            kinds[name.first ?? "?"] = (old.files + 1, old.bytes + bytes.count, max(old.largest, bytes.count))
        }
        print(
            "\(size) pages: \(time) (\(busy) ms of processors), \(files.count) files, \(files.values.reduce(0) { $0 + $1.count }) bytes,"
        )
        print("  memory \(before / 1024) MiB before, \(peakMemory() / 1024) MiB at most")
        ask(documents, files)
        for (kind, numbers) in kinds.sorted(by: { $0.key < $1.key }) {
            print("  \(kind): \(numbers.files) files, \(numbers.bytes) bytes, largest \(numbers.largest)")
        }
    }

    /// What queries fetch that find the cache empty: the root, ranks and values, shards, records, the columns of counts.
    private static func ask(_ documents: [SearchDocument], _ files: [String: [UInt8]]) {
        let log = FetchLog()
        let index = files
        guard
            let reader = try? SearchReader(fetch: { name in
                let bytes = index[name]
                log.add(name, bytes?.count ?? 0)
                return bytes
            })
        else { return print("  the index cannot be read") }
        let start = log.taken()
        let titles = stride(from: 7, to: documents.count, by: max(1, documents.count / 200)).map { documents[$0].title }
        let words = titles.compactMap { $0.split(separator: " ").first.map(String.init) }
        let queries: [(name: String, texts: [String])] = [
            ("one word", words.map { $0 + " " }), ("two words", titles.map { $0 + " " }),
            ("begun", words.map { String($0.prefix(3)) }),
            ("one letter", words.map { String($0.prefix(1)) }),
            ("misspelt", words.map { $0.dropLast(2) + "x" + $0.suffix(2) + " " }),
        ]
        for (name, texts) in queries {
            var bytes: [Int] = []
            var found = 0
            let wall = ContinuousClock()
            let time = wall.measure {
                for text in texts {
                    let answer = reader.search(text)
                    if !answer.results.isEmpty { found += 1 }
                    // Columns are fetched when counts are shown; those of status and unit when they are opened.
                    bytes.append(start.bytes + log.taken().bytes)
                }
            }
            bytes.sort()
            print(
                "  \(name): \(found) of \(texts.count) found; cold \(bytes[bytes.count / 2]) bytes in the middle,",
                "\(bytes[bytes.count * 95 / 100]) for 95 of 100, \(bytes.last ?? 0) at most; \(time / texts.count) each"
            )
        }
    }

    /// In KiB; Linux only, 0 elsewhere.
    private static func peakMemory() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") })
        else { return 0 }
        return Int(line.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "0") ?? 0
    }
}

/// What was fetched since it was last asked, each file once; the columns of status and unit left out.
private final class FetchLog: Sendable {
    private let files = Mutex<[String: Int]>([:])

    func add(_ name: String, _ bytes: Int) {
        // A column begins with its number; here only the size tells the large ones.
        if name.hasPrefix("c-"), bytes > 2_000 { return }
        files.withLock { $0[name] = bytes }
    }

    func taken() -> (files: Int, bytes: Int) {
        files.withLock { files in
            defer { files = [:] }
            return (files.count, files.values.reduce(0, +))
        }
    }
}
