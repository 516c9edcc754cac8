package import Dispatch
import Foundation
package import PlanBuild
import PlanFiles
package import PlanModel
import Synchronization

/// The preview: a server on this machine, and a thread that builds the site in memory after each change.
package final class Preview: Sendable {
    /// Where the preview is found: `http://localhost:8080/`.
    package var address: String { "http://localhost:\(server.port)/" }
    package var port: Int { server.port }

    private let server: PreviewServer
    private let board: Board
    private let builder: Builder
    private let isStopped = Mutex(false)

    /// Begins to listen; nothing is built before ``run(report:)``.
    ///
    /// - Parameters:
    ///   - options: drafts are shown, and the site lies at the root of the preview's address, whatever they say.
    ///   - port: 0 takes a free one.
    ///   - editor: starts for who asks to edit a place; `nil` where none is named.
    package init(_ options: Builder.Options, port: Int, editor: EditorCommand? = nil) throws(MachineFailure) {
        var options = options
        options.includesDrafts = true
        options.isPreview = true
        options.printsPDF = false
        options.memory = BuildMemory()
        options.project = FileSystem.resolvedEvenIfNew(options.project)
        board = Board()
        builder = Builder(options)
        var parts: [String: [UInt8]] = [:]
        let folder = options.defaults + "/Site/Preview"
        for name in FileSystem.files(below: folder) { parts[name] = try FileSystem.bytes(of: folder + "/" + name) }
        let site = PreviewSite(board: board, parts: parts, project: options.project, editor: editor)
        server = try PreviewServer(site, port: port)
    }

    /// Builds, and again after each change, until ``stop()``; in the caller's thread.
    ///
    /// - Parameter report: told of each build that is shown.
    package func run(report: @escaping @Sendable (Rebuilder.Outcome, [Diagnostic]) -> Void) {
        Rebuilder(builder: builder, board: board, report: report).run { !self.isStopped.withLock { $0 } }
        server.stop()
    }

    /// Ends ``run(report:)`` after what is being built.
    package func stop() { isStopped.withLock { $0 = true } }

    /// Calls when the user ends the program (Ctrl-C) or the system asks it to end.
    package static func whenInterrupted(_ end: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: end)
            source.resume()
            return source
        }
    }
}
