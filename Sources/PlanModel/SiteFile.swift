/// A file of the site, ready to be written.
package struct SiteFile: Sendable {
    /// Relative to the site's root.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
