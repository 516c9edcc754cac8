import Foundation

/// `klarplan-fuzz TARGET [options of libFuzzer] [folders]`; `klarplan-fuzz seeds FOLDER` writes the seeds that are made.
///
/// The driver of libFuzzer is called from here, so that one program holds all targets.
@main enum Main {
    /// Read by a C function, which can't carry it.
    nonisolated(unsafe) static var target = FuzzTarget.markdown

    static func main() {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "seeds" {
            writeSeeds(to: arguments[2])
            return
        }
        guard arguments.count > 1, let chosen = FuzzTarget(rawValue: arguments[1]) else {
            print(FuzzTarget.allCases.map(\.rawValue).joined(separator: "\n"))
            exit(2)
        }
        target = chosen
        // The word for the target is ours; the rest is libFuzzer's. The copies live as long as the program.
        var words = ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) }
        words.append(nil)
        var count = Int32(words.count - 1)
        let status = words.withUnsafeMutableBufferPointer { buffer -> Int32 in
            var base = buffer.baseAddress
            return runDriver(&count, &base) { data, size in
                Main.target.run(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            }
        }
        exit(status)
    }

    private static func writeSeeds(to folder: String) {
        let manager = FileManager.default
        for (number, seed) in FuzzedIndex.seeds.enumerated() {
            let place = folder + "/" + FuzzTarget.index.rawValue
            try? manager.createDirectory(atPath: place, withIntermediateDirectories: true)
            _ = manager.createFile(atPath: place + "/\(number)", contents: Data(seed))
        }
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
