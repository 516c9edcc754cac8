import PlanModel

/// `manifest.webmanifest`: name, colours and icon for those who keep the site on their phone (W3C Web Application Manifest).
enum WebManifest {
    static let name = "manifest.webmanifest"

    /// Addresses are relative to the manifest: it works under any path.
    static func file(for edition: Edition) -> SiteFile {
        let palette = edition.assets.palette
        var pairs = [
            ("name", quoted(edition.siteName)), ("lang", quoted(edition.language.rawValue)), ("dir", quoted("ltr")),
            ("start_url", quoted("./")), ("scope", quoted("./")), ("display", quoted("browser")),
        ]
        if let paper = palette.light["paper"] {
            pairs += [("background_color", quoted(paper.hex)), ("theme_color", quoted(paper.hex))]
        }
        if let icon = edition.assets["favicon.svg"] {
            let path = edition.href(file: icon, from: PagePlace(path: edition.prefix))
            pairs.append(
                ("icons", "[{\"src\": \(quoted(path)), \"type\": \"image/svg+xml\", \"sizes\": \"any\"}]"))
        }
        let lines = pairs.map { "  \(quoted($0.0)): \($0.1)" }.joined(separator: ",\n")
        return SiteFile(path: edition.prefix + name, bytes: Array("{\n\(lines)\n}\n".utf8))
    }

    /// A text as JSON (RFC 8259).
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
