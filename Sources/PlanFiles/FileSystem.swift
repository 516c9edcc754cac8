package import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The few calls of the operating system that reading and building need, each with a typed failure.
package enum FileSystem {
    package enum Kind: Sendable {
        case file, folder, other
        /// A symbolic link, where links are not followed.
        case link
    }

    package struct Status: Sendable {
        package let kind: Kind
        package let size: Int
        /// Tells a folder from all others, however it was reached.
        package let identity: Identity
        package let stamp: Stamp
    }

    package struct Identity: Hashable, Sendable {
        package let device: UInt64
        let node: UInt64
    }

    /// What lies at a path; `nil` where nothing does.
    package static func status(_ path: String, followingLinks: Bool = true) throws(MachineFailure) -> Status? {
        var info = stat()
        guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else {
            if errno == ENOENT || errno == ENOTDIR || errno == ELOOP { return nil }
            throw failure(path)
        }
        let kind: Kind =
            switch info.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return Status(
            kind: kind, size: Int(info.st_size),
            identity: Identity(device: UInt64(truncatingIfNeeded: info.st_dev), node: UInt64(info.st_ino)),
            stamp: Stamp(info))
    }

    /// The path without symbolic links, or `nil` where one of them leads nowhere or in a circle.
    package static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The names in a folder, in no order; names that aren't UTF-8 come with their bytes repaired and a mark.
    package static func names(in folder: String) throws(MachineFailure) -> [(name: String, isUTF8: Bool)] {
        guard let stream = opendir(folder) else { throw failure(folder) }
        defer { closedir(stream) }
        var names: [(name: String, isUTF8: Bool)] = []
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let name = String(decoding: bytes, as: UTF8.self)
            if name == "." || name == ".." { continue }
            names.append((name, SourceText.firstInvalidOffset(in: bytes) == nil))
        }
        return names
    }

    /// The bytes of a file. What is no file (a pipe, a socket, a device) is refused and never waited for.
    package static func bytes(of path: String) throws(MachineFailure) -> [UInt8] {
        switch try contents(of: path, atMost: .max) {
        case .bytes(let bytes): bytes
        case .tooLarge: []
        }
    }

    /// What is found where a file is to be read.
    package enum Contents {
        case bytes([UInt8])
        /// The file has so many bytes, and none of them is read.
        case tooLarge(Int)
    }

    /// The bytes of a file that has no more than `most` of them; else as ``bytes(of:)``.
    package static func contents(of path: String, atMost most: Int) throws(MachineFailure) -> Contents {
        // Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw failure(path) }
        guard info.st_mode & S_IFMT == S_IFREG else {
            throw .cannotRead(path: path, reason: String(cString: strerror(EINVAL)))
        }
        guard Int(info.st_size) <= most else { return .tooLarge(Int(info.st_size)) }
        // One more than it has, so that its end is seen with the first reading.
        var room = max(0, Int(info.st_size)) + 1
        var bytes: [UInt8] = []
        while true {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                repeat { count = read(file, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
                filled = max(0, count)
            }
            if count < 0 { throw failure(path) }
            if count == 0 { return .bytes(bytes) }
            bytes = bytes.isEmpty ? piece : bytes + piece
            if count < room, bytes.count == Int(info.st_size) { return .bytes(bytes) }
            room = 1 << 16
        }
    }

    package static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    package static func failure(_ path: String) -> MachineFailure {
        .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
}
