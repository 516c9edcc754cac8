import PlanModel

/// Names that stay the same as long as the id does, and that no other site's thing has by chance.
enum UniqueName {
    /// A UUID of version 8 (RFC 9562) from the SHA-256 of a text: that of version 5 with a hash that is not broken.
    static func uuid(_ text: String) -> String {
        var digits = Array(SHA256.hex(Array("klarplan:\(text)".utf8)).prefix(32))
        digits[12] = "8"
        // The two highest bits of this digit say which family of UUIDs it is: 8, 9, a or b.
        digits[16] = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) % 4]
        let bounds = [0, 8, 12, 16, 20, 32]
        return zip(bounds, bounds.dropFirst()).map { String(digits[$0..<$1]) }.joined(separator: "-")
    }
}
