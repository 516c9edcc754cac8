import PlanFiles
import PlanModel

/// The files of `Assets` as they are read, before they are named by their content.
struct AssetSources: Equatable, Sendable {
    private(set) var files: [String: [UInt8]] = [:]
    let logo: SiteLogo?

    /// Reads the program's own assets and the project's, which replace them one by one.
    ///
    /// - Parameters:
    ///   - folders: the program's `Assets` first, then the project's.
    ///   - project: the folder in which the logo lies.
    init(folders: [String], logo: SiteTheme.Logo?, project: String) throws(MachineFailure) {
        var own: [String: [UInt8]] = [:]
        for (number, folder) in folders.enumerated() {
            for path in FileSystem.files(below: folder)
            where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
                let bytes = try FileSystem.bytes(of: folder + "/" + path)
                if number == 0 { own[path] = bytes }
                // A script that the site has changed is published as it is written.
                files[path] = path.hasSuffix(".js") && own[path] == bytes ? Self.withoutNotes(bytes) : bytes
            }
        }
        self.logo = try logo.map { (logo) throws(MachineFailure) in try SiteLogo(logo, project: project) }
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
}
