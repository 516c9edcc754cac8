/// Links of a page that is printed without an address of its own.
enum PrintedLinks {
    /// The page without the targets of its relative links; those within the page and to other sites stay.
    static func withoutRelative(_ html: [UInt8]) -> [UInt8] {
        let tag = Array("<a ".utf8)
        let attribute = Array("href=\"".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            guard html[index] == tag[0], html[index...].starts(with: tag) else {
                result.append(html[index])
                index += 1
                continue
            }
            let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.endIndex
            var place = index
            while place < end {
                guard html[place...].starts(with: attribute), html[place - 1] == 0x20 else {
                    result.append(html[place])
                    place += 1
                    continue
                }
                let first = place + attribute.count
                let last = html[first..<end].firstIndex(of: UInt8(ascii: "\"")) ?? end
                let isKept = isKept(html[first..<last])
                let after = min(last + 1, end)
                if isKept { result += html[place..<after] }
                place = after
            }
            index = end
        }
        return result
    }

    private static func isKept(_ target: ArraySlice<UInt8>) -> Bool {
        ["#", "https://", "http://", "mailto:", "tel:"].contains { target.starts(with: Array($0.utf8)) }
    }
}
