/// Which destinations may never become links.
enum LinkSafety {
    private static let schemes: [[UInt8]] = ["javascript", "vbscript", "file", "data"].map { Array($0.utf8) }

    /// Whether a destination runs script, reads the visitor's disk or carries its own content.
    ///
    /// Looks at it as browsers do (WHATWG URL, section 4.4): control characters and spaces in front, tabs and line ends
    /// anywhere, and the case of letters count for nothing.
    static func isUnsafe(_ destination: String) -> Bool {
        var scheme: [UInt8] = []
        for byte in destination.utf8 {
            switch byte {
            case 0x3A: return schemes.contains(scheme)
            case 0x41...0x5A: scheme.append(byte | 0x20)
            case 0x00...0x20, 0x7F: continue
            default: scheme.append(byte)
            }
            // U+FFFD stands for NUL here, which browsers strip too.
            if scheme.count >= 3, scheme.suffix(3) == [0xEF, 0xBF, 0xBD] { scheme.removeLast(3) }
            if scheme.count > 10 { return false }
        }
        return false
    }
}
