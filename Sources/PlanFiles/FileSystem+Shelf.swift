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
        /// In bytes.
        private let room: Int
        private let end = Atomic(0)
        /// How many of the bytes that come first are still to be left in memory.
        private let left: Atomic<Int>
        private let fault = Mutex<MachineFailure?>(nil)

        /// - Parameters:
        ///   - path: on a disk of this machine, where nobody else puts anything; what a process that was killed has left
        ///     there is replaced.
        ///   - first: how many bytes are left in memory before any are taken: files cost time, and a small site has room.
        ///   - most: how many bytes it takes; never more than a tenth of what there is room for, since what is made of
        ///     them takes some times as much.
        /// - Returns: `nil` where there can be no such file.
        package init?(_ path: String, after first: Int = 0, atMost most: Int = .max) {
            guard let room = FileSystem.room(at: path) else { return nil }
            // What stands there may be a link: it is removed, not followed.
            try? FileSystem.remove(path)
            left = Atomic(first)
            descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return nil }
            self.path = path
            self.room = min(most, room / 10, Self.longestFile)
            guard unlink(path) == 0 else { return nil }
        }

        deinit { if descriptor >= 0 { close(descriptor) } }

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

        /// That bytes could not be fetched: what was made of them is worth nothing.
        package var failure: MachineFailure? { fault.withLock(\.self) }

        /// Gives back all room; whatever is fetched afterwards is lost.
        package func empty() { _ = ftruncate(descriptor, 0) }

        package func put(_ bytes: UnsafeRawBufferPointer) -> ShelfPlace? {
            guard !isLeft(bytes.count), let start = take(bytes.count) else { return nil }
            var rest = bytes
            while !rest.isEmpty {
                let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + bytes.count - rest.count))
                guard count > 0 || count < 0 && errno == EINTR else { return nil }
                rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
            }
            return ShelfPlace(bytes, at: start)
        }

        /// Whether so many bytes are among those that are left in memory.
        private func isLeft(_ count: Int) -> Bool {
            // Once there are enough, nobody counts on: two cores would wait for each other.
            guard left.load(ordering: .relaxed) > 0 else { return false }
            return left.subtract(count, ordering: .relaxed).oldValue > 0
        }

        /// Takes room for so many bytes.
        ///
        /// - Returns: where it begins; `nil` where there is none.
        private func take(_ count: Int) -> Int? {
            var start = end.load(ordering: .relaxed)
            while count <= room - start {
                let (isTaken, now) = end.weakCompareExchange(
                    expected: start, desired: start + count, ordering: .relaxed)
                if isTaken { return start }
                start = now
            }
            return nil
        }

        package func fetch(_ place: ShelfPlace, into buffer: UnsafeMutableRawBufferPointer) {
            var rest = buffer
            while !rest.isEmpty {
                let count = pread(
                    descriptor, rest.baseAddress, rest.count, off_t(place.start + buffer.count - rest.count))
                guard count > 0 || count < 0 && errno == EINTR else {
                    return lose(buffer, why: count < 0 ? errno : EIO)
                }
                rest = UnsafeMutableRawBufferPointer(rebasing: rest[max(0, count)...])
            }
            if !place.holds(UnsafeRawBufferPointer(buffer)) { lose(buffer, why: EIO) }
        }

        private func lose(_ buffer: UnsafeMutableRawBufferPointer, why number: Int32) {
            fault.withLock { $0 = .cannotRead(path: path, reason: String(cString: strerror(number))) }
            buffer.initializeMemory(as: UInt8.self, repeating: 0x20)
        }
    }
}
