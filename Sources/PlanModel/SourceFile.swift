import Synchronization

/// A file of the project folder as a number: the same path gives the same number for as long as the process lives.
///
/// There are as many places as words in a site, and each names its file. A number is copied as it is, where a text would
/// be counted in and out each time.
package struct SourceFile: Hashable, Sendable {
    private let number: UInt32

    /// - Parameter path: relative to the project folder, with `/` between folders.
    package init(_ path: String) {
        // Two names that only look the same are two files.
        let key = ByBytes(path)
        number = Self.known.withLock { known in
            if let number = known.numbers[key] { return number }
            let number = UInt32(known.paths.count)
            known.numbers[key] = number
            known.paths.append(path)
            return number
        }
    }

    package var path: String { Self.known.withLock { $0.paths[Int(number)] } }

    private struct Known {
        var paths: [String] = []
        var numbers: [ByBytes: UInt32] = [:]
    }

    private static let known = Mutex(Known())
}
