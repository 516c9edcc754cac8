import Dispatch
import PlanBuild
package import PlanModel
import PlanReader

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

    init(builder: Builder, board: Board, report: @escaping @Sendable (Outcome, [Diagnostic]) -> Void) {
        self.builder = builder
        self.board = board
        self.report = report
    }

    /// Builds, and again as long as nobody says that it is enough.
    func run(while isWanted: @Sendable () -> Bool) {
        // Watched from before the first build, so that nothing saved during it is lost.
        var watcher = ChangeWatcher(project: builder.options.project)
        var change = ChangeWatcher.Change.anything
        var passedOver = 0
        // What the board shows, while nothing has changed since that isn't shown.
        var last: Builder.Checked?
        while isWanted() {
            if change != .nothing {
                board.conceal(watcher.vanished)
                let before = (last, board.current)
                let (state, outcome, diagnostics) = build(change, after: last)
                // Taking a large state apart lasts: nobody is to wait for it.
                defer { DispatchQueue.global().async { withExtendedLifetime(before) {} } }
                last = outcome.isShown ? state.generation?.content.checked : nil
                // An error in a file that is being saved again right now is nobody's mistake yet.
                if !outcome.isShown, passedOver < Self.mostPassedOver, watcher.hasMore(within: outcome.patience) {
                    passedOver += 1
                } else {
                    passedOver = 0
                    board.put(state)
                    report(outcome, diagnostics)
                }
            }
            change = watcher.waitForChange(limit: 500)
        }
    }

    /// How many failures in a row may wait for what comes next, where something is saved all the time.
    private static let mostPassedOver = 20

    private func build(
        _ change: ChangeWatcher.Change, after last: Builder.Checked?
    ) -> (PreviewState, Outcome, [Diagnostic]) {
        var state = board.current
        state.build += 1
        // Where the content has errors, the last good site is shown whole.
        state.gone = []
        var reworded: Builder.Checked?
        if case .texts(let files) = change, let last { reworded = builder.check(after: last, editing: files) }
        do throws(MachineFailure) {
            let checked: Builder.Checked
            if let reworded { checked = reworded } else { checked = try self.checked(change, after: last) }
            var reader = ExcerptReader(roots: [builder.options.project, builder.options.defaults])
            state.findings = reader.findings(checked.diagnostics)
            state.failure = nil
            // A language that the site speaks no more keeps its words for the pages that still show.
            state.strings.merge(checked.reading.strings) { _, new in new }
            let isRefused = checked.fails(isStrict: false)
            if !isRefused || state.generation == nil { state.languages = checked.reading.configuration.languages }
            if !isRefused {
                if reworded != nil, let shown = state.generation {
                    let pages = builder.pages(of: checked, rewording: shown.content)
                    state.generation = Generation(number: state.build, pages: pages, rewording: shown)
                } else {
                    let pages = try builder.pages(of: checked)
                    state.generation = Generation(number: state.build, builder: builder, pages: pages)
                }
            }
            return (state, isRefused ? .refused : .shown, checked.diagnostics)
        } catch {
            state.failure = error
            return (state, .failed(error), [])
        }
    }
}

extension Rebuilder {
    /// What has changed is read, and all that follows from it is found again.
    private func checked(
        _ change: ChangeWatcher.Change, after last: Builder.Checked?
    ) throws(MachineFailure) -> Builder.Checked {
        if case .texts(let files) = change, let last,
            let amended = try builder.check(amending: last, editing: files)
        {
            return amended
        }
        return try builder.check()
    }
}

extension Rebuilder.Outcome {
    fileprivate var isShown: Bool {
        switch self {
        case .shown: true
        case .refused, .failed: false
        }
    }

    /// How long what failed may be mended by what is saved next, in milliseconds: a file that vanished while it was read
    /// is likely to come back.
    fileprivate var patience: Int32 {
        switch self {
        case .shown, .refused: 0
        case .failed: 60
        }
    }
}
