/// Numbers that are the same in every run (splitmix64, Steele, Lea & Flood 2014).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something happens that happens once in so many times.
    mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        guard let element = elements.randomElement(using: &self) else {
            preconditionFailure("a choice needs something to choose from")
        }
        return element
    }

    /// A number that is not large, so that edits meet each other's traces.
    mutating func number() -> Int { Int.random(in: 1...9, using: &self) }
}
