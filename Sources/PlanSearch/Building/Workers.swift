internal import PlanModel

/// One worker a core; the results keep the order of the inputs.
enum Workers {
    static func map<Output: Sendable>(_ count: Int, _ transform: @escaping @Sendable (Int) -> Output) -> [Output] {
        Parallel.map(Array(0..<count), transform)
    }

    /// So many ranges that cover a count.
    static func ranges(of count: Int, pieces: Int) -> [Range<Int>] {
        let length = max(1, (count + pieces - 1) / pieces)
        return stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
    }
}
