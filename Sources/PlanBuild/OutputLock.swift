import PlanFiles
import PlanModel
import Synchronization

/// Keeps other builds away from an output folder, those of other projects, too: two that took over each other's files would
/// publish a mixture.
///
/// Both trees are locked, since they are exchanged: whoever comes after that finds the other one in the place of the output.
/// All of it ends with the process at the latest.
final class OutputLock: Sendable {
    private let held = Mutex<[String: Int32]>([:])

    deinit { release() }

    /// Locks a folder, unless it is held already or isn't there yet.
    ///
    /// - Throws: `MachineFailure.outputBusy`, with the output, where another build holds it.
    func take(_ folder: String, of output: String) throws(MachineFailure) {
        guard held.withLock({ $0[folder] == nil }) else { return }
        switch FileSystem.lock(folder: folder) {
        case .held(let descriptor): held.withLock { $0[folder] = descriptor }
        case .busy: throw .outputBusy(path: output)
        case .none: return
        }
    }

    func release() {
        held.withLock { held in
            for descriptor in held.values { FileSystem.unlock(descriptor) }
            held = [:]
        }
    }
}
