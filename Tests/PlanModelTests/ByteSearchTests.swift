import Testing

@testable import PlanModel

/// Pieces of UTF-8 are found where the slow way finds them.
struct ByteSearchTests {
    @Test func piecesAreFoundWhereTheyStandFirst() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            // Few letters, so that pieces stand there, overlap and nearly stand there; a rare one late.
            let length = Int.random(in: 0...1200, using: &random)
            var text = (0..<length).map { _ in UInt8.random(in: 97...99, using: &random) }
            if length > 600 { text[Int.random(in: 550..<length, using: &random)] = 100 }
            let piece = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                UInt8.random(in: 97...100, using: &random)
            }
            let start = Int.random(in: 0...1250, using: &random)
            #expect(text.firstOffset(of: piece, from: start) == slowly(piece, in: text, from: start))
            guard length > 0 else { continue }
            let place = Int.random(in: 0..<length, using: &random)
            let part = Array(text[place..<min(length, place + 20)])
            #expect(text.firstOffset(of: part) == slowly(part, in: text, from: 0))
        }
    }

    private func slowly(_ piece: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard !piece.isEmpty, start <= text.count - piece.count else { return nil }
        return (start...text.count - piece.count).first { text[$0..<$0 + piece.count].elementsEqual(piece) }
    }
}
