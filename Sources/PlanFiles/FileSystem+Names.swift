extension FileSystem {
    /// Whether a name is that of a hidden file, or of what editors and systems leave behind: nobody's content.
    package static func isLeftBehind(_ name: String) -> Bool {
        let folded = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
            || (name.hasPrefix("#") && name.hasSuffix("#")) || folded.hasSuffix(".swp") || folded.hasSuffix(".swo")
            || folded.hasSuffix(".tmp") || folded.hasSuffix(".bak") || folded.hasSuffix(".orig")
            || folded.hasSuffix(".rej") || folded.hasSuffix(".crswap") || folded.hasSuffix("___jb_tmp___")
            || folded.hasSuffix("___jb_old___") || folded == "thumbs.db"
            || folded == "desktop.ini" || folded == "icon\r"
    }
}
