import PlanModel
import Synchronization

/// What the preview shows at one moment.
struct PreviewState: Sendable {
    /// Counted from 1: every build, also those that failed.
    var build = 0
    /// The last site that could be built; `nil` before the first.
    var generation: Generation?
    /// Texts that went away since, relative to the project folder: their pages aren't shown while the next build is made.
    var gone: Set<String> = []
    /// What the last build found.
    var findings: [Finding] = []
    /// Why the last build ended, where it was the machine's fault.
    var failure: MachineFailure?
    /// The words of the interface, for pages of the preview's own.
    var strings: [Language: InterfaceStrings] = [:]
    var languages: [Language] = [.swedish]

    /// Whether what is shown is older than the content.
    var isBroken: Bool { failure != nil || findings.contains { $0.diagnostic.severity == .error } }

    /// What a page says where a language has no words: never, unless the program's own files are damaged.
    func words(_ language: Language) -> InterfaceStrings {
        strings[language] ?? InterfaceStrings(language: language, entries: [:])
    }
}

/// The state of the preview, exchanged at once: whoever looks sees one whole state.
final class Board: Sendable {
    private let state = Mutex(PreviewState())
    private let listeners = Mutex<[@Sendable () -> Void]>([])

    var current: PreviewState { state.withLock { $0 } }

    /// Calls after each new state, on the thread that put it up.
    func listen(_ listener: @escaping @Sendable () -> Void) { listeners.withLock { $0.append(listener) } }

    /// Shows the pages of these texts no more. Nobody is told: the state that follows from it is on its way.
    func conceal(_ texts: [String]) { state.withLock { $0.gone.formUnion(texts) } }

    func put(_ new: PreviewState) {
        state.withLock { $0 = new }
        for listener in listeners.withLock({ $0 }) { listener() }
    }
}
