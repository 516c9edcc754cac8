/// What `#…` in a link may lead to on a page.
package enum Anchors {
    /// The anchors of a page's headings: the slug of each, numbered from 2 where it is taken.
    ///
    /// - Parameter headings: the words of all headings of a text, in reading order.
    package static func make(_ headings: [String]) -> [String] {
        var taken: Set<String> = []
        return headings.map { heading in
            let made = Slug.make(heading)
            let slug = made.isEmpty ? "rubrik" : made
            var anchor = slug
            var number = 2
            while !taken.insert(anchor).inserted {
                anchor = "\(slug)-\(number)"
                number += 1
            }
            return anchor
        }
    }
}
