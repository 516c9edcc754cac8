#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Wakes the watcher as soon as the system tells of a change (inotify(7) on Linux).
///
/// Only a hint: a snapshot of the folders decides on its own, which also finds what the system doesn't tell (network
/// disks, folders shared with a virtual machine). Where there are no hints, the watcher looks more often.
struct ChangeHints: ~Copyable {
    enum Hint: Equatable {
        /// Nothing was told.
        case nothing
        /// These files are whole: closed after writing, or moved into place. Empty where something else was told, too.
        case saved(Set<String>)
        /// These files went away: what replaces them may be on its way. Empty where something else was told, too: of
        /// folders, for one.
        case shifted(Set<String>)
    }

    #if os(Linux)
        private let descriptor: Int32
        private var paths: [Int32: String] = [:]
        private var watches: [String: Int32] = [:]
        private let project: String

        /// - Parameter project: absolute path of the project folder, of which only the watched folders count.
        init(project: String) {
            self.project = project
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        }

        deinit { if descriptor >= 0 { close(descriptor) } }

        /// How long to wait for a hint before looking oneself, in milliseconds.
        var patience: Int32 { descriptor >= 0 && !watches.isEmpty ? 1000 : 150 }

        /// Watches these folders and no others.
        mutating func watch(_ folders: Set<String>) {
            guard descriptor >= 0 else { return }
            for (path, watch) in watches where !folders.contains(path) {
                inotify_rm_watch(descriptor, watch)
                watches[path] = nil
                if paths[watch] == path { paths[watch] = nil }
            }
            let mask =
                UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
                | UInt32(IN_CREATE) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
            // The same folder gives the same watch, so nothing is watched twice; one that has come back gets a new one.
            for path in folders {
                let watch = inotify_add_watch(descriptor, path, mask)
                guard watch >= 0 else { continue }
                if let old = watches[path], old != watch { inotify_rm_watch(descriptor, old) }
                watches[path] = watch
                paths[watch] = path
            }
        }

        /// Waits for a hint.
        ///
        /// - Parameter milliseconds: how long at most; 0 only looks.
        func wait(_ milliseconds: Int32) -> Hint {
            guard descriptor >= 0 else {
                if milliseconds > 0 { usleep(UInt32(milliseconds) * 1000) }
                return .nothing
            }
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, milliseconds) > 0 else { return .nothing }
            return drain()
        }

        /// Reads all that was told; the strongest hint counts.
        private func drain() -> Hint {
            var saved: Set<String> = []
            var gone: Set<String> = []
            var isVague = false
            func hint() -> Hint {
                // What went away and was saved again has been exchanged, as some editors do.
                gone.subtract(saved)
                if !saved.isEmpty { return .saved(isVague || !gone.isEmpty ? [] : saved) }
                return isVague || !gone.isEmpty ? .shifted(isVague ? [] : gone) : .nothing
            }
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            let header = MemoryLayout<inotify_event>.size
            while true {
                let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return hint() }
                var offset = 0
                while offset + header <= count {
                    let (watch, mask, length) = buffer.withUnsafeBytes { bytes in
                        (
                            bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
                            bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
                            Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
                        )
                    }
                    let end = min(count, offset + header + length)
                    let name = String(decoding: buffer[offset + header..<end].prefix { $0 != 0 }, as: UTF8.self)
                    offset += header + length
                    let folder = paths[watch]
                    switch Self.meaning(mask, name: name, isRoot: folder == project) {
                    case .nothing: break
                    case .saved: if let folder { saved.insert(folder + "/" + name) } else { isVague = true }
                    case .gone: if let folder { gone.insert(folder + "/" + name) } else { isVague = true }
                    case .vague: isVague = true
                    }
                }
            }
        }

        /// What one event says of the file that it names.
        private enum Meaning {
            case nothing, saved, gone
            /// Something that no one file tells.
            case vague
        }

        private static func meaning(_ mask: UInt32, name: String, isRoot: Bool) -> Meaning {
            if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .vague }
            if mask & UInt32(IN_IGNORED) != 0 { return .nothing }
            if isRoot, !name.isEmpty, !FolderSnapshot.watched.contains(name) { return .nothing }
            if FolderSnapshot.isIgnored(name), !name.isEmpty { return .nothing }
            if mask & UInt32(IN_ISDIR) != 0 || name.isEmpty { return .vague }
            // A new file is not whole until it is closed.
            if mask & UInt32(IN_CREATE) != 0 { return .nothing }
            return mask & (UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)) != 0 ? .saved : .gone
        }
    #else
        init(project: String) {}

        /// How long to wait before looking oneself, in milliseconds.
        var patience: Int32 { 150 }

        mutating func watch(_ folders: Set<String>) {}

        func wait(_ milliseconds: Int32) -> Hint {
            if milliseconds > 0 { usleep(UInt32(milliseconds) * 1000) }
            return .nothing
        }
    #endif
}
