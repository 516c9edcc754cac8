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
            if path.hasSuffix(".css") { bytes = Self.resolved(bytes, published) }
            let target = "assets/" + Self.hashed(path, bytes)
            published[path] = target
            files.append(SiteFile(path: target, bytes: bytes))
        }
        names = AssetNames(published, palette: resolved.palette, logo: logoName)
        self.files = files
    }

    /// A style sheet with the published names of the files that it names: `url(x.svg)`, with either quotes or none.
    private static func resolved(_ sheet: [UInt8], _ published: [String: String]) -> [UInt8] {
        let opening = Array("url(".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(sheet.count)
        var rest = sheet[...]
        while let start = rest.firstIndex(of: opening[0]) {
            result += rest[..<start]
            rest = rest[start...]
            guard rest.starts(with: opening), let end = rest.firstIndex(of: UInt8(ascii: ")")) else {
                result.append(opening[0])
                rest = rest.dropFirst()
                continue
            }
            var name = rest[(start + opening.count)..<end]
            if let quote = name.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), name.count > 1,
                name.last == quote
            {
                name = name.dropFirst().dropLast()
            }
            if let target = published[String(decoding: name, as: UTF8.self)] {
                result += Array("url(\"\(target.dropFirst("assets/".count))\")".utf8)
                rest = rest[(end + 1)...]
            } else {
                result += opening
                rest = rest.dropFirst(opening.count)
            }
        }
        return result + rest
    }

    /// `style.css` → `style.1a2b3c4d5e.css`.
    private static func hashed(_ path: String, _ bytes: [UInt8]) -> String {
        let hash = SHA256.hex(bytes).prefix(10)
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + "." + hash }
        return path[..<dot] + "." + hash + path[dot...]
    }
}
