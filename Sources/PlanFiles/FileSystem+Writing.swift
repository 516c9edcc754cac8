import CExchange
import Foundation
package import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What only building does: nothing else writes.
extension FileSystem {
    /// The entries of a folder, sorted; empty where there is no such folder.
    package static func entries(of folder: String) -> [String] {
        ((try? names(in: folder)) ?? []).map(\.name).sorted()
    }

    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func isRealFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Writes a whole file; what was there is replaced.
    ///
    /// - Parameter isNew: whether it fails where something is there.
    package static func write(_ bytes: [UInt8], to path: String, isNew: Bool = false) throws(MachineFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | (isNew ? O_EXCL : O_TRUNC) | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw writeFailure(path) }
        var written = 0
        var failed = false
        while written < bytes.count, !failed {
            let count = bytes.withUnsafeBytes { buffer in
                systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
            }
            if count < 0 { failed = true } else { written += count }
        }
        let why = errno
        // A full disk may show only when the file is closed.
        let closed = close(descriptor) == 0
        if failed || !closed { throw writeFailure(path, failed ? why : errno) }
    }

    package static func makeFolder(_ path: String) throws(MachineFailure) {
        // Nearly always the folder above it is there.
        if makeNewFolder(path) || isFolder(path) { return }
        let parent = (path as NSString).deletingLastPathComponent
        if !parent.isEmpty, parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw writeFailure(path) }
    }

    /// Makes a folder in one that is there.
    ///
    /// - Returns: whether it did; not where something stands at the path.
    package static func makeNewFolder(_ path: String) -> Bool { mkdir(path, 0o755) == 0 }

    /// Removes a file or a folder with all that is in it; what a link leads to stays.
    package static func remove(_ path: String) throws(MachineFailure) {
        if isRealFolder(path) {
            for entry in entries(of: path) { try remove(path + "/" + entry) }
            guard rmdir(path) == 0 || errno == ENOENT else { throw writeFailure(path) }
        } else {
            guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
                throw writeFailure(path)
            }
        }
    }

    /// Where a symbolic link points, as it is written; `nil` for anything else.
    package static func destination(ofLink path: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer -> String? in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink(path, start, buffer.count)
            guard count >= 0 else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }

    package static func makeLink(_ path: String, to destination: String) throws(MachineFailure) {
        guard symlink(destination, path) == 0 else { throw writeFailure(path) }
    }

    /// All files below a folder, as paths relative to it, sorted. Links to files are files; links to folders are not
    /// followed, and what is neither file nor folder is left out.
    package static func files(below folder: String) -> [String] {
        let tree = tree(below: folder)
        let links = tree.others.filter { (try? status(folder + "/" + $0))??.kind == .file }
        return links.isEmpty ? tree.files : (tree.files + links).sorted()
    }

    /// What stands at a path itself: a link is a link.
    package enum Entry: Sendable {
        /// With its size in bytes, and whether other paths lead to it, too.
        case file(size: Int, isShared: Bool)
        case folder, other
    }

    /// What stands at a path; `nil` where nothing does.
    package static func entry(_ path: String) -> Entry? {
        var info = stat()
        guard lstat(path, &info) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFREG: return .file(size: Int(info.st_size), isShared: info.st_nlink > 1)
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// The path without symbolic links; what does not exist yet is added to the nearest folder that does.
    package static func resolvedEvenIfNew(_ path: String) -> String {
        let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
        let existing = nearestExisting(absolute)
        let rest = absolute.dropFirst(existing.count)
        let base = resolved(existing) ?? existing
        return (base == "/" ? "" : base) + (rest.hasPrefix("/") || rest.isEmpty ? rest : "/" + rest)
    }

    /// The path itself, or the nearest folder above it that exists.
    package static func nearestExisting(_ path: String) -> String {
        var path = path
        while !exists(path), let slash = path.lastIndex(of: "/") {
            path = slash == path.startIndex ? "/" : String(path[..<slash])
            if path == "/" { break }
        }
        return path
    }

    package static func areOnOneDisk(_ left: String, _ right: String) -> Bool {
        guard let left = try? status(left), let right = try? status(right) else { return true }
        return left.identity.device == right.identity.device
    }

    package static func move(_ from: String, to: String) throws(MachineFailure) {
        guard rename(from, to) == 0 else { throw writeFailure(to) }
    }

    /// Lets another path lead to the very same file; a copy where the file system can't.
    ///
    /// - Parameters:
    ///   - stamp: of the file, as it was seen a moment ago.
    ///   - isNew: whether nothing is likely to stand at the path.
    package static func share(
        _ file: String, as path: String, stamp: Stamp?, isNew: Bool
    ) throws(MachineFailure) -> Shared {
        if isNew, link(file, path) == 0 { return .anew }
        var (from, to) = (stat(), stat())
        if lstat(path, &to) == 0 {
            if let stamp, Stamp(to) == stamp { return .already(stamp) }
            guard lstat(file, &from) == 0 else { throw failure(file) }
            if from.st_dev == to.st_dev, from.st_ino == to.st_ino { return .anew }
            try remove(path)
        }
        if link(file, path) == 0 { return .anew }
        try write(try bytes(of: file), to: path)
        return .copied
    }

    /// What another path leads to.
    package enum Shared: Sendable {
        /// To the very same file, as it did; with its stamp.
        case already(Stamp)
        /// To the very same file, whose stamp may be another for that.
        case anew
        case copied
    }

    /// Exchanges two folders in one step.
    ///
    /// - Returns: `false` where the file system cannot.
    package static func exchange(_ left: String, _ right: String) -> Bool {
        klarplan_exchange(left, right) == 0
    }

    /// Takes a lock that ends with the process.
    ///
    /// - Returns: the open file, to be kept; `nil` where another process holds it.
    package static func lock(_ path: String) throws(MachineFailure) -> Int32? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw writeFailure(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    package static func unlock(_ descriptor: Int32) { close(descriptor) }

    package enum FolderLock: Sendable {
        /// Held until the descriptor is closed, wherever the folder is moved meanwhile.
        case held(Int32)
        /// Somebody else holds it.
        case busy
        /// There is no such folder, or none that can be locked.
        case none
    }

    /// Takes a lock on a folder itself, which leaves nothing behind and ends with the process.
    package static func lock(folder path: String) -> FolderLock {
        for _ in 0..<100 {
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return .none }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let isBusy = errno == EWOULDBLOCK
                close(descriptor)
                return isBusy ? .busy : .none
            }
            // Another may have exchanged it between the two steps.
            var (held, there) = (stat(), stat())
            if fstat(descriptor, &held) == 0, stat(path, &there) == 0, held.st_dev == there.st_dev,
                held.st_ino == there.st_ino
            {
                return .held(descriptor)
            }
            close(descriptor)
        }
        // Where a folder isn't told from another, nobody is known to hold it.
        return .none
    }
}

func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
