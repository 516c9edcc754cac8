import Foundation
import PlanModel
import PlanSearch

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
        let clock = ContinuousClock()
        var files: [String: [UInt8]] = [:]
        let time = clock.measure {
            let built = SearchIndexBuilder(documents: documents, synonyms: [], language: .swedish).files()
            for file in built { files[file.path] = file.bytes }
        }
        var kinds: [Character: (files: Int, bytes: Int, largest: Int)] = [:]
        for (name, bytes) in files {
            let old = kinds[name.first ?? "?"] ?? (0, 0, 0)
            kinds[name.first ?? "?"] = (old.files + 1, old.bytes + bytes.count, max(old.largest, bytes.count))
        }
        print("\(size) pages: \(time), \(files.count) files, \(files.values.reduce(0) { $0 + $1.count }) bytes,")
        print("  memory \(before / 1024) MiB before, \(peakMemory() / 1024) MiB at most")
        for (kind, numbers) in kinds.sorted(by: { $0.key < $1.key }) {
            print("  \(kind): \(numbers.files) files, \(numbers.bytes) bytes, largest \(numbers.largest)")
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
