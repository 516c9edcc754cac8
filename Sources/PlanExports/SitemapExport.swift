package import PlanModel

/// `sitemap.xml` and `robots.txt` (sitemaps.org 0.9, RFC 9309).
package enum SitemapExport {
    /// The pages of the site with their dates from the content. Search engines read it where the addresses are whole, with
    /// a base URL.
    ///
    /// - Parameters:
    ///   - pages: paths of folders relative to the site's root, and when each was last looked over.
    ///   - baseURL: with a final `/`.
    package static func sitemap(pages: [(path: String, updated: CalendarDate?)], baseURL: String?) -> [UInt8] {
        var xml = XMLText.declaration
        xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for page in pages.sorted(by: { $0.path < $1.path }) {
            xml += "<url><loc>" + XMLText.escaped((baseURL ?? "/") + page.path) + "</loc>"
            if let updated = page.updated, updated.isExact { xml += "<lastmod>\(updated.text)</lastmod>" }
            xml += "</url>\n"
        }
        return Array((xml + "</urlset>\n").utf8)
    }

    /// Everything may be read; the sitemap is named where the site's address is known.
    package static func robots(baseURL: String?) -> [UInt8] {
        var text = "User-agent: *\nAllow: /\n"
        if let baseURL { text += "\nSitemap: \(baseURL)sitemap.xml\n" }
        return Array(text.utf8)
    }
}
