import PlanModel

/// Takes out of a PDF file what depends on when and how often the browser printed.
///
/// All changes keep the length of what they replace, so that the file's table of offsets holds.
enum PDFStamp {
    /// - Parameter date: when the file says that it was made, at midnight UTC; the year 2000 where the content has no date.
    static func fixed(_ bytes: [UInt8], date: CalendarDate?) -> [UInt8] {
        var bytes = bytes
        let day = date?.firstDay ?? CalendarDate(year: 2000, month: 1).firstDay
        // D:YYYYMMDDHHmmSS (ISO 32000-1, 7.9.4); the zone that follows is already `+00'00'`.
        let stamp = Array((day.text.filter { $0 != "-" } + "000000").utf8)
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            for place in places(of: Array(key.utf8), in: bytes) where place + stamp.count <= bytes.count {
                bytes.replaceSubrange(place..<place + stamp.count, with: stamp)
            }
        }
        renumber(&bytes)
        return bytes
    }

    /// The names of marked elements hold numbers that go on from page to page: they are counted from 1, in the same order.
    private static func renumber(_ bytes: inout [UInt8]) {
        let digits = 8
        let found = places(of: Array("(node".utf8), in: bytes).filter { place in
            place + digits < bytes.count && bytes[place..<place + digits].allSatisfy { (0x30...0x39).contains($0) }
                && bytes[place + digits] == UInt8(ascii: ")")
        }
        let names = Set(found.map { Array(bytes[$0..<$0 + digits]) }).sorted { $0.lexicographicallyPrecedes($1) }
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0 + 1) })
        for place in found {
            guard let number = numbers[Array(bytes[place..<place + digits])] else { continue }
            let text = String(number)
            let padded = Array((String(repeating: "0", count: digits - text.count) + text).utf8)
            bytes.replaceSubrange(place..<place + digits, with: padded)
        }
    }

    /// Where each occurrence of a text ends.
    private static func places(of text: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard let first = text.first, bytes.count >= text.count else { return [] }
        return (0...bytes.count - text.count).filter { index in
            bytes[index] == first && bytes[index..<index + text.count].elementsEqual(text)
        }.map { $0 + text.count }
    }
}
