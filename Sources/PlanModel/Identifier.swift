/// The full id of an entity: the ids on its way down from the organisation, as in `region-vastmanland/fp-2019/A1.2`.
package struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The id as the author spells it.
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(within scope: EntityID?, _ local: String) {
        self.text = scope.map { $0.text + "/" + local } ?? local
    }

    /// The last part: `A1.2`.
    package var local: String {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// The place of an entity's row in its table, apart from those of headings and tables.
    package var rowAnchor: String { "row-" + Slug.address(of: local) }

    /// What ids are compared by: two ids that differ only in case are the same.
    package var key: String { text.lowercased() }

    package var description: String { text }

    package static func < (left: EntityID, right: EntityID) -> Bool { left.text < right.text }

    /// What makes a part of an id unusable, or `nil` for a good one.
    ///
    /// Letters, digits, `.`, `-` and `_`, at least one letter or digit, and not first a dot: a name that a file system
    /// could take for a hidden file or a step upwards is none.
    package static func isValidPart(_ part: String) -> Bool {
        guard part.unicodeScalars.first != ".", part.utf8.count <= 200 else { return false }
        var hasWord = false
        for scalar in part.unicodeScalars {
            switch scalar {
            case ".", "-", "_": continue
            default:
                guard
                    scalar.isLetter || scalar.properties.generalCategory == .decimalNumber
                        || scalar.properties.generalCategory == .nonspacingMark
                else { return false }
                hasWord = true
            }
        }
        return hasWord
    }

    /// Whether a text in brackets looks like the code of a goal: letters, then digits with dots (`A1.2`).
    package static func looksLikeCode(_ text: String) -> Bool { isCode(text) && text.utf8.contains(UInt8(ascii: ".")) }

    /// Whether a text is a code, with dots or without: letters, then digits (`M3`, `A1.2`).
    package static func isCode(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count, scalars[index].isLetter { index += 1 }
        guard index > 0, index < scalars.count else { return false }
        var wantsDigit = true
        for scalar in scalars[index...] {
            if ("0"..."9").contains(scalar) {
                wantsDigit = false
            } else if scalar == ".", !wantsDigit {
                wantsDigit = true
            } else {
                return false
            }
        }
        return !wantsDigit
    }
}
