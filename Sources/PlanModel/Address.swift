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
        let start = from.split(separator: "/")
        let target = to.split(separator: "/")
        var shared = 0
        let isFolder = to.isEmpty || to.hasSuffix("/")
        let limit = isFolder ? target.count : target.count - 1
        while shared < start.count, shared < limit, start[shared] == target[shared] { shared += 1 }
        var link = String(repeating: "../", count: start.count - shared)
        link += target[shared...].joined(separator: "/")
        if isFolder, shared < target.count { link += "/" }
        return link.isEmpty ? "./" : link
    }
}
