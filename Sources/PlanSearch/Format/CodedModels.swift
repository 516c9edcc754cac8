/// The odds that a coded body is written with; they learn from what has passed (docs/search-index.md, *Coded bodies*).
///
/// Each is the odds of a 1 in 65536ths, above 6 bits that count how often it was asked, 63 at most.
enum CodedModels {
    static let start: UInt32 = 32_768 << 6
    /// How many of them a number has.
    static let perNumber = 288
    /// Where the odds of mantissas begin in those of a number.
    static let mantissas = 32
    /// So many bits of a mantissa have odds of their own; the rest is even.
    static let learntBits = 3

    /// How far odds move the n-th time, in 65536ths.
    static let rates: [UInt32] = (0..<64).map { 327_680 / (5 * $0 + 8) }

    /// Fresh odds for so many kinds of numbers, and those of text behind them.
    static func cells(numbers: Int) -> [UInt32] {
        [UInt32](repeating: start, count: numbers * perNumber + 65_536)
    }

    /// Odds after a bit.
    ///
    /// - Parameter rates: ``rates``, which hot loops have at hand.
    @inline(__always)
    static func learnt(_ cell: UInt32, _ bit: Bool, _ rates: [UInt32]) -> UInt32 {
        let odds = cell >> 6
        let count = cell & 63
        let rate = rates[Int(count)]
        let moved = bit ? odds + ((65_536 - odds) * rate) >> 16 : odds - (odds * rate) >> 16
        return moved << 6 | min(count + 1, 63)
    }
}
