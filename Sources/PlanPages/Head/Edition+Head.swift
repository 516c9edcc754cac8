import PlanMarkdown
import PlanModel

/// What stands in a page's head for other sites and for the page's scripts.
extension Edition {
    /// Open Graph data (ogp.me): what other sites show when somebody shares the page. Addresses are there with a base URL only.
    func openGraph(page: PagePlace, title: String, description: String, address: Address) -> String {
        var html = HTML()
        func meta(_ property: StaticString, _ content: String) {
            guard !content.isEmpty else { return }
            html.append("<meta property=\"og:")
            html.append(property)
            html.append("\" content=\"")
            html.append(attribute: content)
            html.append("\">\n")
        }
        meta("title", title)
        meta("description", String(description.prefix(300)))
        meta("type", address.path.isEmpty ? "website" : "article")
        meta("site_name", siteName)
        meta("locale", Self.locale(of: language))
        for other in configuration.languages where other != language {
            meta("locale:alternate", Self.locale(of: other))
        }
        if let base = configuration.baseURL {
            meta("url", base + page.path)
            if let picture = preview(of: address) {
                meta("image", base + Self.escapedPath(picture.path))
                meta("image:type", "image/svg+xml")
                meta("image:width", String(PreviewPicture.width))
                meta("image:height", String(PreviewPicture.height))
                meta("image:alt", t("preview.title", ["title": title]))
            }
        }
        return html.string
    }

    /// The picture of the plan that a page belongs to, else of its organisation, else of the site.
    private func preview(of address: Address) -> SiteFile? {
        var folder = address.path[...]
        while !folder.isEmpty {
            if let picture = previews[String(folder)] { return picture.value }
            // The folder above, with its final `/`.
            folder = folder.dropLast().utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[...$0] } ?? ""
        }
        return previews[""]?.value
    }

    private static func locale(of language: Language) -> String {
        switch language {
        case .swedish: "sv_SE"
        case .english: "en_GB"
        }
    }

    /// The scripts that a page has use for: a page without long tables and anchors loads none of theirs.
    func scripts(usedBy content: [UInt8], page: PagePlace) -> String {
        var html = HTML()
        func script(_ name: String, _ words: [(name: String, key: String)]) {
            guard let published = assets[name] else { return }
            html.append("<script type=\"module\" src=\"")
            html.append(attribute: href(file: published, from: page))
            html.append("\"")
            for (name, key) in words {
                html.append(" data-")
                html.append(raw: name)
                html.append("=\"")
                html.append(attribute: t(key))
                html.append("\"")
            }
            html.append("></script>\n")
        }
        if content.contains(text: " data-tools=\"") {
            script(
                "tables.js",
                ["filter", "count", "hidden-sums", "sort", "reset"].map { ($0, "table-tools." + $0) })
        }
        if content.contains(text: "class=\"anchor\"") { script("copy.js", [("copied", "copy.copied")]) }
        return html.string
    }
}
