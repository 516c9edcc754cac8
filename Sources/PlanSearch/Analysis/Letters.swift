internal import Foundation

/// How one code point is read (docs/search-index.md, 3).
enum LetterKind: UInt32 {
    case separator = 0
    case letter = 1
    case digit = 2
    /// Vanishes: soft hyphens and what has no width.
    case nothing = 3
    /// A space that may stand between groups of digits.
    case space = 4
    case hyphen = 5
    /// `.` `,` `:` `/`
    case sign = 6
}

/// Code points as the analysis sees them: lower case, accents dropped but for å, ä and ö.
///
/// A unit is a code point with its kind in the upper byte.
enum Letters {
    static let kindShift: UInt32 = 24
    static let codeMask: UInt32 = 0x00FF_FFFF

    static func kind(_ unit: UInt32) -> LetterKind { LetterKind(rawValue: unit >> kindShift) ?? .separator }

    /// Appends the units of a text, and where each stands in it, counted in code points after NFC.
    static func append(_ text: String, to units: inout [UInt32], places: inout [Int32]) {
        let isLatin = text.utf8.withContiguousStorageIfAvailable { appendLatin($0, to: &units, places: &places) }
        if isLatin == true { return }
        var place: Int32 = 0
        let table = table
        let composed = isComposed(text) ? text : text.precomposedStringWithCanonicalMapping
        for scalar in composed.unicodeScalars {
            let unit = scalar.value < 0x180 ? table[Int(scalar.value)] : unit(scalar)
            if unit >> kindShift == pairKind {
                for code in pairs[Int(unit & codeMask)] {
                    units.append(pack(.letter, code))
                    places.append(place)
                }
            } else {
                units.append(unit)
                places.append(place)
            }
            place += 1
        }
    }

    /// Appends a text as most are: Latin letters without marks that combine, and common punctuation.
    ///
    /// - Returns: `false`, and nothing appended, where it is another.
    private static func appendLatin(_ text: UnsafeBufferPointer<UInt8>, to units: inout [UInt32], places: inout [Int32])
        -> Bool
    {
        let first = units.count
        units.append(contentsOf: repeatElement(0, count: text.count))
        let table = table
        var count = 0
        let isRead = units.withUnsafeMutableBufferPointer { units -> Bool in
            var index = 0
            while index < text.count {
                let byte = text[index]
                var code = UInt32(byte)
                var length = 1
                if byte >= 0xC2, byte <= 0xC5, index + 1 < text.count {
                    code = code << 6 & 0x7C0 | UInt32(text[index + 1] & 0x3F)
                    length = 2
                } else if byte >= 0x80 {
                    return false
                }
                let unit = table[Int(code)]
                guard unit >> kindShift != pairKind else { return false }
                units[first + count] = unit
                count += 1
                index += length
            }
            return true
        }
        units.removeLast(text.count - (isRead ? count : 0))
        if isRead { places.append(contentsOf: 0..<Int32(count)) }
        return isRead
    }

    /// Whether a text is surely in NFC: Latin letters and common punctuation, without marks that combine.
    private static func isComposed(_ text: String) -> Bool {
        var lead: UInt8 = 0
        for byte in text.utf8 {
            if byte >= 0xCC, byte != 0xE2 { return false }
            // From U+2100 on there are signs that NFC replaces.
            if lead == 0xE2, byte >= 0x84 { return false }
            lead = byte
        }
        return true
    }

    /// Letters that are read as several; the ligatures come with text from PDF files.
    private static let pairKind: UInt32 = 7
    private static let pairs: [[UInt32]] = ["oe", "ss", "th", "ff", "fi", "fl", "ffi", "ffl"].map { letters in
        letters.unicodeScalars.map(\.value)
    }

    private static let table: [UInt32] = (0..<0x180).map { value in
        Unicode.Scalar(UInt32(value)).map(unit) ?? 0
    }

    private static func pack(_ kind: LetterKind, _ code: UInt32) -> UInt32 { kind.rawValue << kindShift | code }

    private static func unit(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x20, 0xA0, 0x2007, 0x2009, 0x202F: return pack(.space, scalar.value)
        case 0x2D, 0x2010, 0x2011: return pack(.hyphen, scalar.value)
        case 0x2E, 0x2C, 0x3A, 0x2F: return pack(.sign, scalar.value)
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return pack(.nothing, 0)
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return pack(.nothing, 0)
        case .decimalNumber, .letterNumber, .otherNumber: return number(scalar)
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return letter(scalar)
        default: return pack(.separator, 0)
        }
    }

    private static func number(_ scalar: Unicode.Scalar) -> UInt32 {
        (0x30...0x39).contains(scalar.value) ? pack(.digit, scalar.value) : letter(scalar)
    }

    private static func letter(_ scalar: Unicode.Scalar) -> UInt32 {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        switch lower {
        case "å", "ä", "ö": return pack(.letter, lower.value)
        case "æ": return pack(.letter, 0xE4)
        case "ø": return pack(.letter, 0xF6)
        case "œ": return pairKind << kindShift
        case "ß": return pairKind << kindShift | 1
        case "þ": return pairKind << kindShift | 2
        case "\u{FB00}"..."\u{FB04}": return pairKind << kindShift | (lower.value - 0xFB00 + 3)
        case "đ", "ð": return pack(.letter, 0x64)
        case "ł": return pack(.letter, 0x6C)
        default: break
        }
        let base = String(lower).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? lower
        return pack(.letter, base.value)
    }
}

extension Letters {
    /// Whether a code point is a letter or a number.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        var units: [UInt32] = []
        var places: [Int32] = []
        append(String(scalar), to: &units, places: &places)
        return units.contains { kind($0) == .letter || kind($0) == .digit }
    }
}
