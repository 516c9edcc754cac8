import Foundation

/// Words turned into addresses and default ids.
package enum Slug {
    /// The longest default id that a title gives, in characters.
    package static let longest = 60

    /// A title as an id: lower case, letters a–z, digits, `.` and `_` kept, all else a single `-`; cut at a word.
    ///
    /// A first word longer than ``longest`` is cut within the word. Empty where the title has no letter or digit.
    package static func make(_ title: String) -> String {
        quickly(title, makeQuickly) ?? makeByScalars(title)
    }

    static func makeByScalars(_ title: String) -> String {
        var words: [String] = []
        var word = ""
        // Some systems write å as two characters.
        for scalar in title.precomposedStringWithCanonicalMapping.unicodeScalars {
            let folded = fold(scalar)
            if folded.isEmpty {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word += folded
            }
        }
        if !word.isEmpty { words.append(word) }
        var slug = ""
        for word in words {
            if slug.isEmpty {
                slug = String(word.prefix(longest))
            } else if slug.count + 1 + word.count <= longest {
                slug += "-" + word
            } else {
                break
            }
        }
        return slug
    }

    /// An id as it stands in an address: lower case, å and ä as a, ö as o, other accents dropped, dots kept.
    package static func address(of id: String) -> String {
        quickly(id, addressQuickly) ?? addressByScalars(id)
    }

    static func addressByScalars(_ id: String) -> String {
        var result = ""
        for scalar in id.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case ".", "-", "_": result.unicodeScalars.append(scalar)
            default: result += fold(scalar)
            }
        }
        return result
    }

    /// The letters a–z and digits that stand for a scalar; empty for all that separates words.
    private static func fold(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "0"..."9": String(scalar)
        case "A"..."Z": String(scalar).lowercased()
        case "å", "Å", "ä", "Ä": "a"
        case "ö", "Ö", "ø", "Ø": "o"
        case "æ", "Æ": "ae"
        case "œ", "Œ": "oe"
        case "đ", "Đ", "ð", "Ð": "d"
        case "ł", "Ł": "l"
        case "þ", "Þ": "th"
        case "ß": "ss"
        default: foldByDecomposition(scalar)
        }
    }

    /// The base letter of an accented one (é, ü, č); other letters of the world by their code point, so that two
    /// titles in another script do not meet at one address.
    private static func foldByDecomposition(_ scalar: Unicode.Scalar) -> String {
        guard scalar.isLetter || scalar.properties.numericType != nil else { return "" }
        let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
        switch base {
        case "a"..."z", "0"..."9": return String(base)
        case "A"..."Z": return String(base).lowercased()
        default: return "u" + String(scalar.value, radix: 16)
        }
    }
}
