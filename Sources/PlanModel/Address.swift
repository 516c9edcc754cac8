/// Where something lies on the site, relative to the root of its language.
package struct Address: Hashable, Sendable, Comparable {
    /// The folder of a page, empty for the start page, else with a final `/`: `region-halland/vp-2025/`.
    package let path: String
    /// The place on the page, without `#`.
    package let fragment: String?

    package init(path: String, fragment: String? = nil) {
        self.path = path
        self.fragment = fragment
    }

    /// As `data/graph.json` and links write it.
    package var text: String { fragment.map { "\(path)#\($0)" } ?? path }

    package static func < (left: Address, right: Address) -> Bool {
        (left.path, left.fragment ?? "") < (right.path, right.fragment ?? "")
    }

    /// The way from one page to another, or to a file, as a relative link.
    ///
    /// - Parameters:
    ///   - from: the folder of the page that the link stands on, relative to the site's root.
    ///   - to: the folder or file that it leads to, relative to the site's root.
    /// - Returns: never empty: a page's link to itself is `./`.
    package static func relative(from: String, to: String) -> String {
        var (from, to) = (from, to)
        return from.withUTF8 { from in
            to.withUTF8 { to in
                let slash = UInt8(ascii: "/")
                // The folders that both lie in.
                var shared = 0
                var index = 0
                while index < from.count, index < to.count, from[index] == to[index] {
                    index += 1
                    if from[index - 1] == slash { shared = index }
                }
                let ups = from[shared...].count { $0 == slash }
                let length = ups * 3 + to.count - shared
                guard length > 0 else { return "./" }
                return String(unsafeUninitializedCapacity: length) { link in
                    for up in 0..<ups {
                        link[up * 3] = UInt8(ascii: ".")
                        link[up * 3 + 1] = UInt8(ascii: ".")
                        link[up * 3 + 2] = slash
                    }
                    for place in shared..<to.count { link[ups * 3 + place - shared] = to[place] }
                    return length
                }
            }
        }
    }
}
