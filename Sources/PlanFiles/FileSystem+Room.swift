import CExchange
package import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Disks, and whether there is room on them.
extension FileSystem {
    /// Whether a folder lies on a disk of this machine, whose answers are of this moment: from elsewhere they may be some
    /// seconds old. Where that can't be told, it doesn't.
    package static func isLocal(_ folder: String) -> Bool {
        #if canImport(Darwin)
            var info = statfs()
            return statfs(folder, &info) == 0 && info.f_flags & UInt32(MNT_LOCAL) != 0
        #else
            return klarplan_is_local(folder) != 0
        #endif
    }

    /// Why something could not be written, as the system's last error says it, or as another of its numbers does.
    static func writeFailure(_ path: String, _ number: Int32 = errno) -> MachineFailure {
        if number == ENOSPC || number == EDQUOT { return .diskFull(path: path, disk: disk(of: path)) }
        return .cannotWrite(path: path, reason: String(cString: strerror(number)))
    }

    /// Why a library that tells nothing of disks could not write a file: where hardly anything is left, that is why.
    package static func writeFailure(_ path: String, reason: String) -> MachineFailure {
        guard let room = room(at: path), room < 1 << 20 else { return .cannotWrite(path: path, reason: reason) }
        return .diskFull(path: path, disk: disk(of: path))
    }

    /// How many bytes there is room for on the disk that a path lies on, or would lie on; `nil` where nobody knows.
    package static func room(at path: String) -> Int? {
        var room = statvfs()
        guard statvfs(nearestExisting(path), &room) == 0 else { return nil }
        return Int(clamping: UInt64(room.f_bavail).multipliedReportingOverflow(by: UInt64(room.f_frsize)).partialValue)
    }

    /// Where the disk that a path lies on, or would lie on, is mounted.
    private static func disk(of path: String) -> String {
        var folder = resolvedEvenIfNew(nearestExisting(path))
        while folder != "/", let slash = folder.lastIndex(of: "/") {
            let parent = slash == folder.startIndex ? "/" : String(folder[..<slash])
            guard areOnOneDisk(folder, parent) else { break }
            folder = parent
        }
        return folder
    }
}
