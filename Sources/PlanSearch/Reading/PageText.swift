internal import Foundation
internal import PlanModel

/// The text of one of our own pages in blocks, each with the anchor that leads to it (docs/search-index.md, 6).
package struct PageText: Sendable {
    package struct Block: Sendable, Hashable {
        /// The last id before its text; empty for the page's beginning.
        package let anchor: String
        /// In NFC.
        package let text: String
        /// How good a passage it makes: 0 for the page's title, which stands above the passage anyway, 1 for other
        /// headings, 2 for text.
        package let share: Int
    }

    package private(set) var blocks: [Block] = []

    /// Where the page of an address lies below the site's root.
    package static func path(of url: String) -> String {
        let path =
            url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
        return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    }

    package init(_ html: [UInt8]) {
        var tags = TagScanner(html)
        var anchor = ""
        var blockAnchor = ""
        var text: [UInt8] = []
        var isInMain = false
        var isInRow = false
        var share = 2
        var skipped: (name: String, depth: Int)?
        func flush(_ blocks: inout [Block]) {
            let whole = Self.collapsed(text)
            if whole.utf8.contains(where: { $0 >= 0x30 }) {
                blocks.append(Block(anchor: blockAnchor, text: whole, share: share))
            }
            text.removeAll(keepingCapacity: true)
        }
        while let piece = tags.next() {
            switch piece {
            case .text(let bytes):
                guard isInMain, skipped == nil else { continue }
                if text.allSatisfy({ $0 <= 0x20 }) { blockAnchor = anchor }
                text += bytes
            case .tag(let tag):
                if let skip = skipped {
                    guard tag.name == skip.name, !tag.isVoid else { continue }
                    let depth = skip.depth + (tag.isEnd ? -1 : 1)
                    skipped = depth == 0 ? nil : (skip.name, depth)
                    continue
                }
                if tag.name == "main" {
                    flush(&blocks)
                    isInMain = !tag.isEnd
                    continue
                }
                guard isInMain else { continue }
                if !tag.isEnd, !tag.isVoid, tag.isHidden {
                    skipped = (tag.name, 1)
                    continue
                }
                if Self.inline.contains(tag.name) { continue }
                if tag.name == "tr" {
                    flush(&blocks)
                    isInRow = !tag.isEnd
                } else if isInRow {
                    let isCell = tag.name == "td" || tag.name == "th"
                    let hasText = text.contains { $0 > 0x20 }
                    text += isCell && !tag.isEnd && hasText ? Array(" · ".utf8) : [0x20]
                } else {
                    flush(&blocks)
                }
                if let level = Self.headings.firstIndex(of: tag.name) { share = tag.isEnd ? 2 : min(level, 1) }
                if !tag.isEnd, let id = tag.id { anchor = id }
            }
        }
        flush(&blocks)
    }

    private static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
        "small",
        "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]

    /// Runs of white space as one space, none at the ends; character references read.
    private static func collapsed(_ bytes: [UInt8]) -> String {
        var result = String.UnicodeScalarView()
        var hasSpace = false
        for scalar in CharacterReferences.read(bytes).unicodeScalars {
            if [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(scalar.value) {
                hasSpace = true
            } else {
                if hasSpace, !result.isEmpty { result.append(" ") }
                hasSpace = false
                result.append(scalar)
            }
        }
        return String(result).precomposedStringWithCanonicalMapping
    }

    /// Whether each phrase stands in some block, word after word.
    func holds(_ phrases: [[[UInt8]]], language: Language) -> Bool {
        var scanner = WordScanner(language)
        var missing = phrases
        for block in blocks {
            scanner.scan(block.text, joinsHyphens: false)
            let words = scanner.words.map { Array(scanner.bytes[$0.bytes]) }
            missing.removeAll { phrase in
                words.count >= phrase.count
                    && (0...words.count - phrase.count).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
            }
            if missing.isEmpty { return true }
        }
        return missing.isEmpty
    }
}

/// The references that our own pages write, and numbers.
private enum CharacterReferences {
    private static let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}"]

    static func read(_ bytes: [UInt8]) -> String {
        guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false)
        var result = String(parts.first ?? "")
        for part in parts.dropFirst() {
            guard let end = part.firstIndex(of: ";"), let text = character(part[..<end]) else {
                result += "&" + part
                continue
            }
            result += text + part[part.index(after: end)...]
        }
        return result
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return named[String(name)] }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String($0) }
    }
}
