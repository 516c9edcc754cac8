import PlanModel

/// Words in lower case and beginnings of such, to be looked for in many words.
struct WordBeginnings: Sendable {
    private let all: [String]
    /// Those that begin with a byte.
    private let byFirst: [[[UInt8]]]

    init(_ beginnings: [String]) {
        all = beginnings
        var byFirst: [[[UInt8]]] = Array(repeating: [], count: 256)
        for beginning in beginnings {
            let bytes = Array(beginning.utf8)
            if let first = bytes.first { byFirst[Int(first)].append(bytes) }
        }
        self.byFirst = byFirst
    }

    /// Whether a word in lower case begins with one of them.
    func begin(_ word: String) -> Bool {
        // Letters that can be written in two ways are compared as letters, all others as bytes.
        guard word.isPlain else { return all.contains(where: word.hasPrefix) }
        guard let first = word.utf8.first else { return false }
        return byFirst[Int(first)].contains { word.utf8.starts(with: $0) }
    }

    /// Whether a word in lower case, as UTF-8, begins with one of them.
    func begin(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        guard Self.isLatin(word) else { return begin(String(decoding: word, as: UTF8.self)) }
        return byFirst[Int(first)].contains { word.starts(with: $0) }
    }

    /// Whether a word in lower case, as UTF-8, is one of them.
    func hold(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        guard Self.isLatin(word) else { return all.contains(String(decoding: word, as: UTF8.self)) }
        return byFirst[Int(first)].contains { word.elementsEqual($0) }
    }

    /// Whether all letters are those of ASCII and Latin-1, which are written in one way alone.
    private static func isLatin(_ word: ArraySlice<UInt8>) -> Bool { !word.contains { $0 >= 0xC4 } }
}
