package import PlanModel

/// What the machine, not the author, did wrong: the command stops with exit code 3.
package enum MachineFailure: Error, Sendable, Hashable {
    /// A file or folder that may not be read, or that the disk fails to give.
    case unreadable(path: String, reason: String)

    package var message: LocalizedText {
        switch self {
        case .unreadable(let path, let reason):
            LocalizedText(sv: "\(path) går inte att läsa: \(reason)", en: "\(path) can't be read: \(reason)")
        }
    }
}
