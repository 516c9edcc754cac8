import Foundation
import PlanModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A running browser and the two pipes to it: messages of the DevTools protocol, each ended by a zero byte.
///
/// The browser reads from descriptor 3 and writes to 4. When the pipes close, it ends.
final class ChromiumProcess {
    private let process: pid_t
    private let input: Int32
    private let output: Int32
    /// Its profile and what it complains of; removed in the end.
    private let folder: String
    private var buffer: [UInt8] = []
    private var isStopped = false

    /// Starts the browser.
    init(_ chromium: Chromium) throws(MachineFailure) {
        // A write to a browser that has gone is told by its result.
        signal(SIGPIPE, SIG_IGN)
        let folder = try Self.makeFolder()
        self.folder = folder
        var toBrowser: [Int32] = [-1, -1]
        var fromBrowser: [Int32] = [-1, -1]
        guard Self.openPipe(&toBrowser), Self.openPipe(&fromBrowser) else {
            let code = errno
            for end in toBrowser + fromBrowser where end >= 0 { close(end) }
            try? FileManager.default.removeItem(atPath: folder)
            throw .browserDidNotStart(program: chromium.path, reason: String(cString: strerror(code)))
        }
        let arguments = [chromium.path] + Chromium.arguments(profile: folder + "/profile", isRoot: geteuid() == 0)
        let started = Self.spawn(arguments, reads: toBrowser[0], writes: fromBrowser[1], in: folder)
        close(toBrowser[0])
        close(fromBrowser[1])
        input = toBrowser[1]
        // A browser that has stopped reading must not stop the build.
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        output = fromBrowser[0]
        switch started {
        case .success(let process): self.process = process
        case .failure(let failure):
            close(input)
            close(output)
            try? FileManager.default.removeItem(atPath: folder)
            throw .browserDidNotStart(program: chromium.path, reason: String(cString: strerror(failure.code)))
        }
    }

    private struct SpawnFailure: Error {
        let code: Int32
    }

    private static func makeFolder() throws(MachineFailure) -> String {
        let wanted = FileManager.default.temporaryDirectory.path
        var code: Int32 = 0
        for base in wanted.utf8.count <= longestBase ? [wanted] : ["/tmp", wanted] {
            var template = Array((base + "/klarplan-print-XXXXXX").utf8CString)
            if mkdtemp(&template) != nil {
                return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
            code = errno
        }
        throw .cannotWrite(path: wanted, reason: String(cString: strerror(code)))
    }

    /// How long the path of the folder for temporary files may be, in bytes: the browser makes a socket far below it, and the
    /// whole path of a socket has room for 104 bytes, on Linux 108.
    private static let longestBase = 36

    /// The environment of a program whose temporary files go into a folder, and a null behind it; to be freed.
    private static func environment(temporaryFolder: String) -> [UnsafeMutablePointer<CChar>?] {
        var entries: [UnsafeMutablePointer<CChar>?] = []
        // As it is: names and values need not be text.
        var place = environ
        while let entry = place.pointee {
            if strncmp(entry, "TMPDIR=", 7) != 0 { entries.append(strdup(entry)) }
            place += 1
        }
        return entries + [strdup("TMPDIR=" + temporaryFolder), nil]
    }

    /// A pipe whose ends no other program inherits and that are none of the numbers given to the browser.
    ///
    /// - Parameter ends: what is open of it, whether or not it succeeds; the caller closes them.
    private static func openPipe(_ ends: inout [Int32]) -> Bool {
        guard pipe(&ends) == 0 else { return false }
        for index in ends.indices {
            let moved = fcntl(ends[index], F_DUPFD_CLOEXEC, 10)
            guard moved >= 0 else { return false }
            close(ends[index])
            ends[index] = moved
        }
        return true
    }

    private static func spawn(
        _ arguments: [String], reads: Int32, writes: Int32, in folder: String
    ) -> Result<pid_t, SpawnFailure> {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, folder + "/log", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, reads, 3)
        posix_spawn_file_actions_adddup2(&actions, writes, 4)
        // A group of its own: what the browser starts is ended with it.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        posix_spawnattr_setpgroup(&attributes, 0)
        // What this program passes over, the browser is to be told of.
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        // What it leaves behind goes with the folder.
        let settings = environment(temporaryFolder: folder)
        defer { for string in strings + settings { free(string) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, arguments[0], &actions, &attributes, strings, settings)
        return code == 0 ? .success(process) : .failure(SpawnFailure(code: code))
    }

    // MARK: Messages

    /// How long the browser may leave a message unread, in milliseconds.
    private static let longestWait: Int32 = 30_000

    /// - Returns: whether the browser is there to take it.
    func send(_ message: [UInt8]) -> Bool {
        let bytes = message + [0]
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(input, buffer.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            if count < 0 {
                if errno == EINTR { continue }
                guard errno == EAGAIN else { return false }
                var waiting = pollfd(fd: input, events: Int16(POLLOUT), revents: 0)
                guard poll(&waiting, 1, Self.longestWait) > 0 else { return false }
                continue
            }
            sent += count
        }
        return true
    }

    enum Reading {
        case message([UInt8])
        /// Nothing came in time.
        case late
        /// The browser has ended.
        case ended
    }

    /// The next message.
    ///
    /// - Parameter deadline: a time of the clock that only goes forward.
    func receive(before deadline: ContinuousClock.Instant) -> Reading {
        while true {
            if let end = buffer.firstIndex(of: 0) {
                let message = Array(buffer[..<end])
                buffer.removeSubrange(...end)
                return .message(message)
            }
            let left = ContinuousClock.now.duration(to: deadline)
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else { return .late }
            var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, Int32(min(milliseconds, 1_000_000)))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return ready == 0 ? .late : .ended }
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(output, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .ended }
            buffer += chunk[..<count]
        }
    }

    /// The last line that the browser wrote of its own troubles.
    var complaint: String? {
        guard let data = FileManager.default.contents(atPath: folder + "/log") else { return nil }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init)
    }

    // MARK: End

    /// Ends the browser with all that it started, and removes what it left.
    func stop() {
        guard !isStopped else { return }
        isStopped = true
        close(input)
        close(output)
        // It ends by itself when the pipes close; whoever does not within two seconds is ended.
        var status: Int32 = 0
        for _ in 0..<40 where waitpid(process, &status, WNOHANG) == 0 { usleep(50_000) }
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        try? FileManager.default.removeItem(atPath: folder)
    }

    deinit { stop() }
}
