package import PlanModel
package import PlanPages

/// The style sheets, fonts and pictures of a site, named by their content.
package struct SiteAssets: Sendable {
    package let names: AssetNames
    package let files: [SiteFile]
    /// What is wrong with the theme: unknown tokens, weak contrast, a logo that can't be shown.
    package let diagnostics: [Diagnostic]

    /// Prepares assets for publishing.
    ///
    /// - Parameters:
    ///   - theme: values for design tokens, written into the style sheet, and the logo.
    init(_ read: AssetSources, theme: SiteTheme) {
        var sources = read.files
        let sheet = sources["style.css"] ?? []
        let resolved = ResolvedTheme(theme, over: StyleTokens(sheet))
        if !theme.isEmpty { sources["style.css"] = resolved.applied(to: sheet) }
        var findings = resolved.diagnostics
        var logoName: String?
        if let found = read.logo {
            findings += found.diagnostics
            logoName = found.name
            if let name = found.name { sources[name] = found.bytes }
        }
        diagnostics = findings
        var published: [String: String] = [:]
        var files: [SiteFile] = []
        // Style sheets last: they name the others.
        let order = sources.keys.sorted { left, right in
            (left.hasSuffix(".css") ? 1 : 0, left) < (right.hasSuffix(".css") ? 1 : 0, right)
        }
        for path in order {
            guard var bytes = sources[path] else { continue }
            if path.hasSuffix(".css") {
                bytes = Self.pointing(bytes, to: published)
            }
            let target = "assets/" + Self.hashed(path, bytes)
            published[path] = target
            files.append(SiteFile(path: target, bytes: bytes))
        }
        names = AssetNames(published, palette: resolved.palette, logo: logoName)
        self.files = files
    }

    /// A style sheet with the published names of the files that it names in `url(…)`, with quotation marks or without.
    private static func pointing(_ sheet: [UInt8], to published: [String: String]) -> [UInt8] {
        let call = Array("url(".utf8)
        var result: [UInt8] = []
        var start = 0
        while let place = sheet.firstOffset(of: call, from: start) {
            let open = place + call.count
            let quote = open < sheet.count && [0x22, 0x27].contains(sheet[open]) ? [sheet[open]] : []
            let name = open + quote.count
            let end = sheet.firstOffset(of: quote + [0x29], from: name) ?? sheet.count
            result += sheet[start..<open]
            start = open
            guard end < sheet.count, let target = published[String(decoding: sheet[name..<end], as: UTF8.self)] else {
                continue
            }
            result += Array("\"\(target.dropFirst("assets/".count))\")".utf8)
            start = end + quote.count + 1
        }
        return result + sheet[start...]
    }

    /// `style.css` → `style.1a2b3c4d5e.css`.
    private static func hashed(_ path: String, _ bytes: [UInt8]) -> String {
        let hash = SHA256.hex(bytes).prefix(10)
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + "." + hash }
        return path[..<dot] + "." + hash + path[dot...]
    }
}
