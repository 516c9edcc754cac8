package import PlanBuild
package import PlanModel

/// Builds the site in memory, and again after each change: one build at a time, and always one after the last change.
package struct Rebuilder: Sendable {
    /// What became of a build.
    package enum Outcome: Sendable {
        /// Shown; with the number of errors, warnings and notes.
        case shown
        /// Not shown, since the content has errors.
        case refused
        /// The machine failed.
        case failed(MachineFailure)
    }

    private let builder: Builder
    private let board: Board
    /// Told of each build that is shown: what became of it, and its diagnostics.
    private let report: @Sendable (Outcome, [Diagnostic]) -> Void

    /// How long a file that vanished while it was read has to come back before that is told, in milliseconds.
    private static let patience: Int32 = 60

    init(builder: Builder, board: Board, report: @escaping @Sendable (Outcome, [Diagnostic]) -> Void) {
        self.builder = builder
        self.board = board
        self.report = report
    }

    /// Builds, and again as long as nobody says that it is enough.
    func run(while isWanted: @Sendable () -> Bool) {
        // Watched from before the first build, so that nothing saved during it is lost.
        var watcher = ChangeWatcher(project: builder.options.project)
        var isStale = true
        while isWanted() {
            if isStale { build(&watcher) }
            isStale = watcher.waitForChange(limit: 500)
        }
    }

    private func build(_ watcher: inout ChangeWatcher) {
        var state = board.current
        state.build += 1
        let outcome: Outcome
        var diagnostics: [Diagnostic] = []
        do throws(MachineFailure) {
            let checked = try builder.check()
            diagnostics = checked.diagnostics
            var reader = ExcerptReader(roots: [builder.options.project, builder.options.defaults])
            state.findings = reader.findings(checked.diagnostics)
            state.failure = nil
            if checked.fails(isStrict: false) {
                outcome = .refused
            } else {
                let number = (state.generation?.number ?? 0) + 1
                state.generation = Generation(
                    number: number, builder: builder, pages: try builder.renderPages(checked))
                outcome = .shown
            }
            // A language that the site speaks no more keeps its words for the pages that still show.
            state.strings.merge(checked.reading.strings) { _, new in new }
            if outcome.isShown || state.generation == nil { state.languages = checked.reading.configuration.languages }
        } catch {
            state.failure = error
            outcome = .failed(error)
        }
        // An error in a file that is being saved again right now is nobody's mistake yet.
        switch outcome {
        case .shown: break
        case .refused: if watcher.hasMore() { return }
        case .failed:
            if watcher.hasMore() || watcher.waitForChange(limit: Self.patience) {
                watcher.keep()
                return
            }
        }
        board.put(state)
        report(outcome, diagnostics)
    }
}

extension Rebuilder.Outcome {
    fileprivate var isShown: Bool {
        switch self {
        case .shown: true
        case .refused, .failed: false
        }
    }
}
