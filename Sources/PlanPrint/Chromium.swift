import Foundation
package import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The installed browser that makes PDF files: a program of the machine's, never a part of ours.
package struct Chromium: Sendable {
    /// The program's path.
    package let path: String

    /// Names in `PATH`, in the order in which they are tried.
    static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]

    /// Where programs lie on macOS, which has them in no `PATH`.
    static let macPaths = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]

    /// Names the program, before all others.
    static let variable = "KLARPLAN_CHROMIUM"

    /// Finds the program.
    ///
    /// - Parameter environment: `KLARPLAN_CHROMIUM` is a path, or a name in `PATH`; nothing else is tried where it is set.
    /// - Throws: where there is none, with what to install.
    package static func find(in environment: [String: String]) throws(MachineFailure) -> Chromium {
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        func first(_ name: String) -> String? {
            if name.contains("/") { return isProgram(name) ? name : nil }
            return folders.lazy.map { $0 + "/" + name }.first(where: isProgram)
        }
        if let named = environment[variable], !named.isEmpty {
            guard let path = first(named) else { throw .noBrowser(named: named) }
            return Chromium(path: path)
        }
        guard let path = names.lazy.compactMap(first).first ?? macPaths.first(where: isProgram) else {
            throw .noBrowser(named: nil)
        }
        return Chromium(path: path)
    }

    private static func isProgram(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// How it is started: without a window, spoken to through a pipe, and without a way to any network.
    ///
    /// - Parameters:
    ///   - profile: an empty folder of its own.
    ///   - isRoot: the browser refuses its sandbox to root; all others have it.
    static func arguments(profile: String, isRoot: Bool) -> [String] {
        [
            "--headless", "--remote-debugging-pipe", "--user-data-dir=" + profile, "--no-first-run",
            "--no-default-browser-check", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-default-apps", "--disable-extensions", "--disable-sync",
            "--disable-breakpad", "--metrics-recording-only", "--mute-audio", "--password-store=basic",
            "--use-mock-keychain", "--font-render-hinting=none", "--force-color-profile=srgb",
            // Every request is answered through the pipe. Were one not, it would find no host and no proxy.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
        ] + (isRoot ? ["--no-sandbox"] : [])
    }
}
