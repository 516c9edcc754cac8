package import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Writing over what a person has written.
extension FileSystem {
    /// Replaces a file in one step: whatever happens, either the old text or the new one is there.
    ///
    /// Links are followed and permissions kept. The file on the way begins with a point, so that nothing takes it for content.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(MachineFailure) {
        guard let target = resolved(path) else { throw failure(path) }
        let slash = target.lastIndex(of: "/") ?? target.startIndex
        let name = target[slash...].drop { $0 == "/" }
        let draft = "\(target[..<slash])/.\(name).klarplan-\(getpid())"
        var info = stat()
        guard stat(target, &info) == 0 else { throw failure(path) }
        do throws(MachineFailure) {
            // A file that may not be written is not to be replaced either.
            guard access(target, W_OK) == 0 else {
                throw writeFailure(path)
            }
            try write(bytes, to: draft)
            guard chmod(draft, info.st_mode & 0o7777) == 0 else {
                throw writeFailure(path)
            }
            try move(draft, to: target)
        } catch {
            unlink(draft)
            throw error
        }
    }
}
