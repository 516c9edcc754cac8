package import Foundation

/// The default look that ships with the program: the folders `Site` and `Assets` of this repository.
package enum DefaultTheme {
    /// The folder that holds `Site` and `Assets`.
    ///
    /// An installed program has them in `../share/klarplan` as seen from itself, a built one in a folder beside it.
    /// Links to the program are followed, so that it may be linked to from anywhere.
    package static let folder: URL = {
        if let program = Bundle.main.executableURL?.resolvingSymlinksInPath() {
            let shared = program.deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("share/klarplan")
            if FileManager.default.fileExists(atPath: shared.appendingPathComponent("Site/Templates").path) {
                return shared
            }
        }
        return Bundle.module.bundleURL
    }()
}
