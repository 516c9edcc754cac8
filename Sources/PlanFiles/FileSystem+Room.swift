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
    /// Why something could not be written, as the system's last error says it, or as another of its numbers does.
    static func writeFailure(_ path: String, _ number: Int32 = errno) -> MachineFailure {
        if number == ENOSPC || number == EDQUOT { return .diskFull(path: path, disk: disk(of: path)) }
        return .cannotWrite(path: path, reason: String(cString: strerror(number)))
    }

    /// Why a library that tells nothing of disks could not write a file: where hardly anything is left, that is why.
    package static func writeFailure(_ path: String, reason: String) -> MachineFailure {
        var room = statvfs()
        guard statvfs(nearestExisting(path), &room) == 0 else { return .cannotWrite(path: path, reason: reason) }
        let left = UInt64(room.f_bavail) * UInt64(room.f_frsize)
        return left < 1 << 20 ? .diskFull(path: path, disk: disk(of: path)) : .cannotWrite(path: path, reason: reason)
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
