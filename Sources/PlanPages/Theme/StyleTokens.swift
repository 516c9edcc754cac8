package import PlanModel

/// The design tokens that a style sheet sets on `:root`, in the light and in the dark.
///
/// Read from the sheet that is published, so that a folder with a style sheet of its own is checked as well. Values in the
/// dark are those within `@media (prefers-color-scheme: dark)` or of a `:root` with `[data-theme="dark"]`.
package struct StyleTokens: Sendable {
    package private(set) var light: [String: String] = [:]
    package private(set) var dark: [String: String] = [:]
    /// Every token of the sheet, whatever it is set for.
    package private(set) var names: Set<String> = []
    /// Where, in bytes, the last rule ends that sets tokens for the light or the dark: what stands here comes after them and
    /// before what print and forced colours set.
    package private(set) var end = 0

    package init(_ sheet: [UInt8]) {
        var reader = Reader(bytes: sheet)
        reader.read()
        for rule in reader.rules {
            let selector = rule.selector.filter { !$0.isWhitespace }
            guard selector.hasPrefix(":root") else { continue }
            let queries = rule.queries.map { query in query.filter { !$0.isWhitespace } }
            names.formUnion(rule.values.map(\.name))
            let isDark =
                queries.contains { $0.contains("prefers-color-scheme:dark") }
                || (selector.contains("data-theme=") && !selector.contains(":not(") && selector.contains("dark"))
            let isPlain = queries.allSatisfy { query in
                query.contains("prefers-color-scheme:dark") || query == "@mediascreen"
            }
            guard isPlain, !rule.values.isEmpty else { continue }
            for (name, value) in rule.values {
                if isDark { dark[name] = value } else { light[name] = value }
            }
            end = max(end, rule.end)
        }
    }

    /// The value of a token as a colour, where it is one.
    package func colour(_ name: String, isDark: Bool) -> Colour? {
        ((isDark ? dark[name] : nil) ?? light[name]).flatMap { Colour(hex: $0) }
    }

    private struct Rule {
        let selector: String
        let queries: [String]
        let values: [(name: String, value: String)]
        /// Behind the last brace of the rule and of what it stands in.
        var end: Int
    }

    /// Reads blocks and the custom properties in them; all else is passed over.
    private struct Reader {
        let bytes: [UInt8]
        var rules: [Rule] = []

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func read() {
            var stack: [(prelude: String, values: [(name: String, value: String)], firstRule: Int)] = []
            var text: [UInt8] = []
            var index = 0
            func take(_ declaration: [UInt8]) -> (name: String, value: String)? {
                let parts = declaration.split(
                    separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2 else { return nil }
                let name = String(decoding: parts[0], as: UTF8.self).trimmed()
                guard name.hasPrefix("--") else { return nil }
                return (String(name.dropFirst(2)), String(decoding: parts[1], as: UTF8.self).trimmed())
            }
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*"):
                    index = endOfComment(from: index + 2)
                    continue
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    let end = endOfString(from: index + 1, quote: byte)
                    text += bytes[index..<end]
                    index = end
                    continue
                case UInt8(ascii: "{"):
                    stack.append((String(decoding: text, as: UTF8.self).trimmed(), [], rules.count))
                    text = []
                case UInt8(ascii: ";"):
                    if let value = take(text), !stack.isEmpty { stack[stack.count - 1].values.append(value) }
                    text = []
                case UInt8(ascii: "}"):
                    if let value = take(text), !stack.isEmpty { stack[stack.count - 1].values.append(value) }
                    text = []
                    guard let block = stack.popLast() else { break }
                    if block.prelude.hasPrefix("@") {
                        for rule in block.firstRule..<rules.count { rules[rule].end = index + 1 }
                    } else {
                        rules.append(
                            Rule(
                                selector: block.prelude, queries: stack.map(\.prelude), values: block.values,
                                end: index + 1))
                    }
                default: text.append(byte)
                }
                index += 1
            }
        }

        private func endOfComment(from start: Int) -> Int {
            var index = start
            while index + 1 < bytes.count {
                if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
                index += 1
            }
            return bytes.count
        }

        /// Behind the closing quote; a string that isn't closed ends with its line.
        private func endOfString(from start: Int, quote: UInt8) -> Int {
            var index = start
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "\\") {
                    index += 2
                    continue
                }
                if bytes[index] == quote || bytes[index] == 0x0A { return index + 1 }
                index += 1
            }
            return bytes.count
        }
    }
}
