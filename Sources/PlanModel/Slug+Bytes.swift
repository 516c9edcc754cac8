/// The same for texts of ASCII, Latin-1 and dashes, byte by byte: nearly all titles and ids.
extension Slug {
    /// Calls for the bytes of a text; `nil` where they hold what only scalars tell.
    static func quickly(_ text: String, _ make: (UnsafeBufferPointer<UInt8>) -> String?) -> String? {
        var text = text
        return text.withUTF8(make)
    }

    static func makeQuickly(_ title: UnsafeBufferPointer<UInt8>) -> String? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: title.count + 2) { slug -> String? in
            // Of the slug, and where its last whole word ends.
            var count = 0
            var end = 0
            var index = 0
            var isFull = false
            while index < title.count, !isFull {
                let start = count
                if count > 0 {
                    slug[count] = 0x2D
                    count += 1
                }
                let first = count
                guard let next = takeWord(of: title, at: index, into: slug, &count) else { return nil }
                if count == first {
                    count = start
                } else if end == 0 {
                    end = min(count, longest)
                    count = end
                } else if count <= longest {
                    end = count
                } else {
                    isFull = true
                }
                index = next
            }
            return String(decoding: slug[..<end], as: UTF8.self)
        }
    }

    /// Takes the letters and digits up to the next sign that separates words, and that sign.
    ///
    /// - Returns: where the rest begins; `nil` where scalars are needed.
    private static func takeWord(
        of text: UnsafeBufferPointer<UInt8>, at start: Int, into slug: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) -> Int? {
        var index = start
        while index < text.count {
            guard let (letter, width) = letter(text, index) else { return nil }
            index += width
            if letter == 0 { return index }
            slug[count] = letter
            count += 1
        }
        return index
    }

    static func addressQuickly(_ id: UnsafeBufferPointer<UInt8>) -> String? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: id.count + 1) { address -> String? in
            var count = 0
            var index = 0
            while index < id.count {
                guard let (letter, width) = letter(id, index) else { return nil }
                let sign = id[index]
                index += width
                if letter != 0 {
                    address[count] = letter
                    count += 1
                } else if sign == 0x2E || sign == 0x2D || sign == 0x5F {
                    address[count] = sign
                    count += 1
                }
            }
            return String(decoding: address[..<count], as: UTF8.self)
        }
    }

    /// The letter that stands for a character, 0 for none, and how many bytes it has; `nil` where scalars are needed.
    private static func letter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt8, Int)? {
        let byte = text[index]
        switch byte {
        case 0x61...0x7A, 0x30...0x39: return (byte, 1)
        case 0x41...0x5A: return (byte | 0x20, 1)
        case 0..<0x80: return (0, 1)
        case 0xC3: return latin(text[index + 1] | 0x20).map { ($0, 2) }
        // Dashes, quotation marks, an ellipsis: U+2010 to U+2027.
        case 0xE2 where text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2]): return (0, 3)
        default: return nil
        }
    }

    /// The letter for å, ä, ö, é and ü by the second byte of the small letter; `nil` for the others of Latin-1.
    private static func latin(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0xA5, 0xA4: UInt8(ascii: "a")
        case 0xB6: UInt8(ascii: "o")
        case 0xA9, 0xA8: UInt8(ascii: "e")
        case 0xBC: UInt8(ascii: "u")
        default: nil
        }
    }
}
