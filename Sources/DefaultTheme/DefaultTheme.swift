package import Foundation

/// The default look that ships with the program: the folders `Site` and `Assets` of this repository.
package enum DefaultTheme {
    /// The folder that holds `Site` and `Assets`, beside the program or in its build folder.
    package static var folder: URL { Bundle.module.bundleURL }
}
