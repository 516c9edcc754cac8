/// A host that only machines on the author's own network can reach.
struct IntranetHost {
    let name: String

    /// - Returns: `nil` where the address has no host, or one that all can reach.
    init?(_ destination: String) {
        guard let slashes = destination.firstRange(of: "//") else { return nil }
        let scheme = destination[..<slashes.lowerBound].lowercased()
        guard ["", "http:", "https:", "ftp:", "ftps:", "sftp:", "smb:"].contains(scheme) else { return nil }
        let rest = destination[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        var host = rest.split(separator: "@", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        if host.hasPrefix("[") {
            host = String(host.dropFirst().prefix { $0 != "]" }).lowercased()
            guard host == "::1" || ["fc", "fd", "fe80"].contains(where: host.hasPrefix) else { return nil }
        } else {
            host = String(host.prefix { $0 != ":" }).lowercased()
            if host.hasSuffix(".") { host.removeLast() }
            guard host.contains(where: \.isLetter) || host.contains(where: \.isNumber), Self.isPrivate(host) else {
                return nil
            }
        }
        name = host
    }

    private static let endings: Set<String> = [
        "local", "lan", "intra", "intern", "internal", "intranet", "corp", "home", "localhost", "localdomain",
    ]

    /// What organisations call the intranet below their own domain; `intranät` also as browsers write it.
    private static let beginnings: Set<String> = [
        "intranet", "intranät", "xn--intrant-bxa", "intra", "insidan", "inblick",
    ]

    private static func isPrivate(_ host: String) -> Bool {
        let parts = host.split(separator: ".").map(String.init)
        guard parts.count > 1, let last = parts.last else { return true }
        if endings.contains(last) { return true }
        // 'inblick.se' alone is somebody's public site.
        if parts.count > 2, beginnings.contains(parts[0]) { return true }
        let numbers = parts.compactMap(Int.init)
        guard parts.count == 4, numbers.count == 4 else { return false }
        switch (numbers[0], numbers[1]) {
        case (10, _), (127, _), (192, 168), (169, 254), (172, 16...31): return true
        default: return false
        }
    }
}
