import Foundation
import PlanMarkdown
import PlanModel

@testable import PlanPages

/// The marks of a drawn chart, read back from its markup.
struct DrawnChart {
    let html: String

    init(_ draw: (inout HTML) -> Void) {
        var html = HTML()
        draw(&html)
        self.html = html.string
    }

    struct Bar {
        let name: String
        let left: Amount
        let width: Amount
        var right: Amount { left + width }
    }

    /// The rows, each with its markup.
    var rows: [Substring] { html.split(separator: "\n").filter { $0.hasPrefix("<li") } }

    static func bars(in markup: some StringProtocol) -> [Bar] {
        String(markup).matches(of: /<rect class="(bar[^"]*)" x="([0-9.\-]+)%" y="[^"]*" width="([0-9.\-]+)%"/).map {
            Bar(name: String($0.1), left: Amount(String($0.2)), width: Amount(String($0.3)))
        }
    }

    /// Where the upright lines of a class stand, in the order of the markup.
    static func lines(_ name: String, in markup: some StringProtocol) -> [Amount] {
        String(markup).matches(of: /<line class="([^"]*)" x1="([0-9.\-]+)%"/).filter { $0.1 == name }
            .map { Amount(String($0.2)) }
    }
}

/// The same numbers in each run.
struct SteadyNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Of any size up to `digits` digits, with 0 to 4 decimals.
    mutating func amount(digits: Int, signed: Bool) -> Amount {
        let size = Int.random(in: 0...digits, using: &self)
        let limit = (0..<size).reduce(1) { number, _ in number * 10 }
        let mantissa = Int.random(in: 0...limit, using: &self)
        let isNegative = signed && Bool.random(using: &self)
        return Amount(mantissa: Int128(isNegative ? -mantissa : mantissa), scale: Int.random(in: 0...4, using: &self))
    }
}
