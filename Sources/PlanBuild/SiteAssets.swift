import PlanFiles
package import PlanModel
package import PlanPages

/// The style sheets, fonts and pictures of a site, named by their content.
package struct SiteAssets: Sendable {
    package let names: AssetNames
    package let files: [SiteFile]
    /// What is wrong with the theme: unknown tokens, weak contrast, a logo that can't be shown.
    package let diagnostics: [Diagnostic]

    /// Reads the program's own assets and the project's, which replace them one by one.
    ///
    /// - Parameters:
    ///   - folders: the program's `Assets` first, then the project's.
    ///   - theme: values for design tokens, written into the style sheet, and the logo.
    ///   - project: the folder in which the logo lies.
    package init(folders: [String], theme: SiteTheme, project: String) throws(MachineFailure) {
        var sources: [String: [UInt8]] = [:]
        var own: [String: [UInt8]] = [:]
        for (number, folder) in folders.enumerated() {
            for path in FileSystem.files(below: folder)
            where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
                let bytes = try FileSystem.bytes(of: folder + "/" + path)
                if number == 0 { own[path] = bytes }
                // A script that the site has changed is published as it is written.
                sources[path] = path.hasSuffix(".js") && own[path] == bytes ? Self.withoutNotes(bytes) : bytes
            }
        }
        let sheet = sources["style.css"] ?? []
        let resolved = ResolvedTheme(theme, over: StyleTokens(sheet))
        if !theme.isEmpty { sources["style.css"] = resolved.applied(to: sheet) }
        var findings = resolved.diagnostics
        var logoName: String?
        if let logo = theme.logo {
            let found = try SiteLogo(logo, project: project)
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
                var text = String(decoding: bytes, as: UTF8.self)
                for (name, target) in published.sorted(by: { $0.key < $1.key }) {
                    let file = String(target.dropFirst("assets/".count))
                    for quote in ["\"", "'", ""] {
                        text = text.replacing("url(\(quote)\(name)\(quote))", with: "url(\"\(file)\")")
                    }
                }
                bytes = Array(text.utf8)
            }
            let target = "assets/" + Self.hashed(path, bytes)
            published[path] = target
            files.append(SiteFile(path: target, bytes: bytes))
        }
        names = AssetNames(published, palette: resolved.palette, logo: logoName)
        self.files = files
    }

    /// A script of the program's own without indentation and lines of comment: a search fetches it.
    private static func withoutNotes(_ bytes: [UInt8]) -> [UInt8] {
        var isNote = false
        var result: [UInt8] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("/*") { isNote = true }
            if !isNote, !text.hasPrefix("//"), !text.isEmpty { result += Array(text.utf8) + [0x0A] }
            if isNote, text.hasSuffix("*/") { isNote = false }
        }
        return result
    }

    /// `style.css` → `style.1a2b3c4d5e.css`.
    private static func hashed(_ path: String, _ bytes: [UInt8]) -> String {
        let hash = SHA256.hex(bytes).prefix(10)
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + "." + hash }
        return path[..<dot] + "." + hash + path[dot...]
    }
}
