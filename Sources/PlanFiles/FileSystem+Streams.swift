package import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Files that have no room in memory beside what they are made from.
extension FileSystem {
    /// A file that is written piece by piece; what was there is replaced.
    package final class Output {
        private let path: String
        private let descriptor: Int32
        /// The number of the first error.
        private var failure: Int32?
        private var isOpen = true

        package init(_ path: String) throws(MachineFailure) {
            self.path = path
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw writeFailure(path) }
        }

        /// Appends bytes; that it couldn't is told by ``finish()``.
        package func put(_ bytes: UnsafeRawBufferPointer) {
            var rest = bytes[...]
            while failure == nil, !rest.isEmpty {
                let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
                if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
            }
        }

        /// Ends the file. Nothing may be appended afterwards.
        package func finish() throws(MachineFailure) {
            guard isOpen else { return }
            isOpen = false
            // A full disk may show only when the file is closed.
            if close(descriptor) != 0, failure == nil { failure = errno }
            if let failure { throw writeFailure(path, failure) }
        }

        deinit { if isOpen { close(descriptor) } }
    }

    /// A file that is read piece by piece.
    package final class Input {
        private let descriptor: Int32
        /// In bytes, when it was opened.
        package let size: Int

        /// What is no file (a pipe, a socket, a device) is refused and never waited for.
        package init(_ path: String) throws(MachineFailure) {
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { throw failure(path) }
            var info = stat()
            let isKnown = fstat(descriptor, &info) == 0
            size = Int(info.st_size)
            guard isKnown, info.st_mode & S_IFMT == S_IFREG else {
                let reason = String(cString: strerror(isKnown ? EINVAL : errno))
                throw .cannotRead(path: path, reason: reason)
            }
        }

        deinit { close(descriptor) }

        /// Fills a buffer with the next bytes.
        ///
        /// - Returns: `false` where the file ends before, or can't be read.
        package func read(into buffer: UnsafeMutableRawBufferPointer) -> Bool {
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeMutableRawBufferPointer(rebasing: rest)
                let count = systemRead(descriptor, part.baseAddress, part.count)
                if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { return false }
            }
            return true
        }
    }
}

private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, start, count)
}
