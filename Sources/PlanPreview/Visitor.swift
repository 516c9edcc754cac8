import NIOHTTP1

/// Who may ask what: the rules that keep foreign pages from reading drafts and starting editors.
///
/// A page of another site can make the browser ask the preview, under a name of its own that it lets lead to this machine
/// (DNS rebinding). It can't choose the `Host` header, nor what the browser says of where the question comes from
/// (Fetch Metadata Request Headers, W3C).
struct Visitor {
    private let head: HTTPRequestHead
    private let port: Int

    init(_ head: HTTPRequestHead, port: Int) {
        self.head = head
        self.port = port
    }

    /// Whether the question names this preview: one `Host`, and the same in a whole address.
    var namesUs: Bool {
        let hosts = head.headers["host"]
        guard hosts.count == 1, isOurs(hosts[0]) else { return false }
        guard !head.uri.hasPrefix("/") else { return true }
        guard let authority = Self.authority(of: head.uri) else { return false }
        return isOurs(authority)
    }

    /// Whether a page of the preview asks, or none at all (a program that asks by itself).
    var isOurPage: Bool {
        if let site = head.headers.first(name: "sec-fetch-site"), site != "same-origin" { return false }
        for origin in head.headers["origin"] {
            guard origin.lowercased().hasPrefix("http://"), isOurs(String(origin.dropFirst(7))) else { return false }
        }
        return true
    }

    /// Whether another site's page loads something from here; a link that somebody follows is no such thing.
    var isForeignPart: Bool {
        head.headers.first(name: "sec-fetch-site") == "cross-site"
            && head.headers.first(name: "sec-fetch-mode") != "navigate"
    }

    private func isOurs(_ authority: String) -> Bool {
        let names = ["localhost", "127.0.0.1", "[::1]"]
        let folded = authority.lowercased()
        return names.contains { folded == "\($0):\(port)" || (port == 80 && folded == $0) }
    }

    /// The `host:port` of `http://host:port/path`.
    private static func authority(of uri: String) -> String? {
        guard uri.lowercased().hasPrefix("http://") else { return nil }
        return uri.dropFirst(7).prefix { $0 != "/" && $0 != "?" && $0 != "#" }.description
    }
}
