import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FileSystem {
    /// What tells whether a file, or the list of a folder's entries, has changed since it was looked at: number of the
    /// file, size, and the times of the last change of its content and of its record, in nanoseconds since 1970.
    package struct Stamp: Hashable, Sendable {
        package let node: UInt64
        package let size: Int64
        package let modified: Int64
        package let changed: Int64

        package init(node: UInt64, size: Int64, modified: Int64, changed: Int64) {
            self.node = node
            self.size = size
            self.modified = modified
            self.changed = changed
        }

        init(_ info: stat) {
            #if canImport(Darwin)
                let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
            #else
                let (modified, changed) = (info.st_mtim, info.st_ctim)
            #endif
            node = UInt64(info.st_ino)
            size = Int64(info.st_size)
            self.modified = Self.nanoseconds(modified)
            self.changed = Self.nanoseconds(changed)
        }

        /// Of a time after the year 2262 another number: it only has to be the same each time.
        private static func nanoseconds(_ time: timespec) -> Int64 {
            Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
        }

        /// Stands for the stamp of a file that may still change without its stamp telling: no file has it.
        package static let unsettled = Stamp(node: 0, size: -1, modified: 0, changed: 0)

        /// Whether the file may have changed after it was looked at, at a time that can't be told from this one: clocks of
        /// file systems tick in steps of some milliseconds, old ones in whole seconds.
        package func isTooFresh(at now: Int64) -> Bool {
            let newest = max(modified, changed)
            let tick: Int64 = newest % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
            return newest > now - tick
        }

        /// The stamp, or ``unsettled`` where it is too fresh.
        package func settled(at now: Int64) -> Stamp { isTooFresh(at: now) ? .unsettled : self }
    }

    /// The stamp of what a path leads to; `nil` where nothing is there.
    package static func stamp(_ path: String) -> Stamp? {
        var info = stat()
        return stat(path, &info) == 0 ? Stamp(info) : nil
    }

    /// The stamps of what paths lead to; `nil` where nothing is there.
    ///
    /// - Parameters:
    ///   - paths: relative to `folder`.
    ///   - known: of some that needn't be asked for.
    package static func stamps(_ paths: [String], in folder: String, known: [String: Stamp] = [:]) -> [Stamp?] {
        asking(paths, in: folder, flags: 0) { path, ask in known[path] ?? ask().map { Stamp($0) } }
    }

    /// Asks the system for the state of many paths, on all cores.
    ///
    /// - Parameters:
    ///   - paths: relative to `folder`, which is looked up once for many: most of what asking costs is the way there.
    ///   - flags: as `fstatat` takes them.
    ///   - answer: what to make of a path; it asks where it needs to.
    static func asking<Answer: Sendable>(
        _ paths: [String], in folder: String, flags: Int32,
        _ answer: @escaping @Sendable (String, () -> stat?) -> Answer
    ) -> [Answer] {
        let starts = Array(stride(from: 0, to: paths.count, by: 512))
        return Parallel.map(starts) { start in
            let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            defer { if descriptor >= 0 { close(descriptor) } }
            return paths[start..<min(start + 512, paths.count)].map { path in
                answer(path) {
                    var info = stat()
                    return descriptor >= 0 && fstatat(descriptor, path, &info, flags) == 0 ? info : nil
                }
            }
        }.flatMap(\.self)
    }

    /// A clock that nobody sets, in nanoseconds from some moment.
    package static var elapsed: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// The system's clock, in nanoseconds since 1970.
    package static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
