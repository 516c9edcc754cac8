package import PlanModel
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FileSystem {
    /// A shelf that is a file without a name: it is gone with the process, whatever ends that.
    ///
    /// It saves memory and is never needed: what there is no room for stays where it is.
    package final class Shelf: ByteShelf {
        private let path: String
        private let descriptor: Int32
        /// In bytes. The site comes first, and takes some times as much.
        private let room: Int
        private let end = Atomic(0)
        private let fault = Mutex<MachineFailure?>(nil)

        /// - Parameter path: where nobody else puts anything; what a process that was killed has left there is replaced.
        /// - Returns: `nil` where there can be no such file.
        package init?(_ path: String) {
            guard let room = FileSystem.room(at: path) else { return nil }
            // What stands there may be a link: it is removed, not followed.
            try? FileSystem.remove(path)
            descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return nil }
            self.path = path
            self.room = min(room / 10, Self.longestFile)
            unlink(path)
        }

        /// In bytes: the system ends a process that writes more (getrlimit(2)).
        private static var longestFile: Int {
            var limit = rlimit()
            #if canImport(Glibc)
                let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
            #else
                let isKnown = getrlimit(RLIMIT_FSIZE, &limit) == 0
            #endif
            return isKnown ? Int(clamping: limit.rlim_cur) : 0
        }

        deinit { close(descriptor) }

        /// That bytes could not be fetched: what was made of them is worth nothing.
        package var failure: MachineFailure? { fault.withLock(\.self) }

        package func put(_ bytes: UnsafeRawBufferPointer) -> Int? {
            let place = end.add(bytes.count, ordering: .relaxed).oldValue
            guard place + bytes.count <= room else { return nil }
            var rest = bytes
            while !rest.isEmpty {
                let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(place + bytes.count - rest.count))
                guard count > 0 || count < 0 && errno == EINTR else { return nil }
                rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
            }
            return place
        }

        package func fetch(from place: Int, into buffer: UnsafeMutableRawBufferPointer) {
            var rest = buffer
            while !rest.isEmpty {
                let count = pread(descriptor, rest.baseAddress, rest.count, off_t(place + buffer.count - rest.count))
                guard count > 0 || count < 0 && errno == EINTR else {
                    let reason = String(cString: strerror(count < 0 ? errno : EIO))
                    fault.withLock { $0 = .cannotRead(path: path, reason: reason) }
                    buffer.initializeMemory(as: UInt8.self, repeating: 0x20)
                    return
                }
                rest = UnsafeMutableRawBufferPointer(rebasing: rest[max(0, count)...])
            }
        }
    }
}
